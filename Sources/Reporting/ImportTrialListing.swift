package import SurveyModel

/// What an import would do, for the terminal: how each file is understood, what it holds beside the
/// store, then the counts of all.
package func importTrialListing(
  _ readings: [FileReading], language: Language, width: Int = 110
) -> String {
  let texts = Texts(language)
  var lines = wrapped(texts.trialTitle, width: width)
  for (number, reading) in readings.enumerated() {
    lines += ["", printable(reading.file)]
    let earlier = readings[..<number].first {
      $0.header != nil && $0.header?.columns == reading.header?.columns
    }
    lines += TrialLines(texts, width: width).of(reading, sameColumnsAs: earlier)
  }
  return (lines + [""] + countTable(readings, texts, width: width)).joined(separator: "\n")
}

/// The lines below the name of one file.
private struct TrialLines {
  let texts: Texts
  let width: Int

  init(_ texts: Texts, width: Int) {
    self.texts = texts
    self.width = width
  }

  func of(_ reading: FileReading, sameColumnsAs earlier: FileReading?) -> [String] {
    var lines: [String] = []
    switch reading.outcome {
    case .batch: break
    case .alreadyImported: return indented(texts.trialKnown(reading.batch ?? 0))
    case .refused: lines += indented(texts.trialRefused)
    }
    if let batch = reading.changedSince { lines += indented(texts.trialChangedSince(batch)) }
    if let dialect = reading.dialect {
      lines += indented(texts.dialect(dialect, sheet: reading.header?.sheet))
    }
    if let header = reading.header {
      if let earlier {
        lines += indented(texts.sameColumns(printable(earlier.file)))
      } else {
        lines += columns(header)
      }
    }
    for text in reading.unreadTexts { lines += indented(texts.unreadText(text)) }
    if reading.outcome == .batch { lines += comparison(reading) }
    let said = reading.outcome == .batch ? reading.findings : []
    for finding in said {
      lines += indented(
        "\(texts.severity(finding.severity)): "
          + "\(printable(finding.message.text(in: texts.language))) [\(finding.code.id)]")
    }
    return lines
  }

  /// Columns headed by their field's id in one sentence, the others each on a line.
  private func columns(_ header: HeaderMapping) -> [String] {
    let plain = header.columns.filter { $0.field != nil && $0.header == $0.field }
    let others = header.columns.filter { $0.field != nil && !plain.contains($0) }
    var lines: [String] = []
    if !plain.isEmpty {
      lines += indented(texts.columnsByID(plain.compactMap { $0.field }.joined(separator: ", ")))
    }
    for column in others {
      lines += indented(
        "\(shown(column)) → \(column.field ?? "") (\(texts.match(column.match)))")
    }
    let open = header.leftOut.filter { $0.match != .system && $0.match != .ignored }
    for column in open where !column.offers.isEmpty {
      lines += indented("\(shown(column)): \(texts.offered(column.offers))")
    }
    lines += unknown(open.filter(\.offers.isEmpty))
    for (match, sentence) in [
      (HeaderMapping.Match.system, texts.systemColumns),
      (HeaderMapping.Match.ignored, texts.ignoredColumns),
    ] {
      let names = header.columns.filter { $0.match == match }.compactMap(\.header).map(printable)
      if !names.isEmpty { lines += indented(sentence(names.joined(separator: ", "))) }
    }
    if !header.missingFields.isEmpty {
      lines += indented(texts.fieldsWithoutColumn(header.missingFields.joined(separator: ", ")))
    }
    return lines
  }

  /// A few columns each on a line, many in one sentence.
  private func unknown(_ columns: [HeaderMapping.Column]) -> [String] {
    let (plain, others) = (
      columns.filter { $0.match == .none }, columns.filter { $0.match != .none }
    )
    let lines = others.flatMap { indented("\(shown($0)): \(texts.match($0.match))") }
    guard plain.count > 6 else {
      return plain.flatMap { indented("\(shown($0)): \(texts.match($0.match))") } + lines
    }
    let names = plain.compactMap(\.header).map(printable)
    return indented(
      texts.unknownColumns(
        plain.count, names.joined(separator: ", "), hidden: plain.count - names.count))
      + lines
  }

  private func shown(_ column: HeaderMapping.Column) -> String {
    texts.column(column.position, header: column.header.map(printable))
  }

  private func comparison(_ reading: FileReading) -> [String] {
    let repeated = reading.repeated
    var lines = indented(texts.comparedWithStore(reading.counts.accepted, repeated))
    if repeated.sameAsRead + repeated.changedFromRead > 0 {
      lines += indented(texts.comparedWithRead(repeated))
    }
    if !repeated.changedIDs.isEmpty {
      let most = 20
      var ids = repeated.changedIDs.prefix(most).map(printable)
      if repeated.changedIDs.count > most {
        ids.append(texts.more(repeated.changedIDs.count - most))
      }
      lines += indented(texts.changedInterviews(ids.joined(separator: ", ")))
    }
    if !repeated.changedFields.isEmpty {
      let fields = repeated.changedFields.map { "\($0.field) \(texts.numbers.whole($0.count))" }
      lines += indented(texts.changedFields(fields.joined(separator: ", ")))
    }
    return lines
  }

  private func indented(_ text: String) -> [String] {
    wrapped(text, width: width - 2).map { "  " + $0 }
  }
}

private func countTable(_ readings: [FileReading], _ texts: Texts, width: Int) -> [String] {
  let style = texts.numbers
  let total = ImportTrialTotal(readings)
  func row(_ name: String, _ counts: ImportCounts, _ result: String) -> [String] {
    [
      name, style.whole(counts.read), style.whole(counts.accepted), style.whole(counts.rejected),
      style.whole(counts.duplicate), result,
    ]
  }
  let table = TextTable(
    columns: [
      .init(title: texts.pick("Tệp", "File"), isFlexible: true),
      .init(title: texts.pick("Đọc", "Read"), alignment: .right),
      .init(title: texts.pick("Nhận", "Accepted"), alignment: .right),
      .init(title: texts.pick("Loại", "Rejected"), alignment: .right),
      .init(title: texts.pick("Trùng", "Duplicate"), alignment: .right),
      .init(title: texts.pick("Nếu nhập", "If imported")),
    ],
    rows: readings.map { row(printable($0.file), $0.counts, texts.outcome($0)) } + [
      row(texts.pick("Cộng phần sẽ nhập", "Sum of new batches"), total.counts, "")
    ])
  return table.lines(width: width)
    + wrapped(texts.comparedWithStore(total.counts.accepted, total.repeated), width: width)
}

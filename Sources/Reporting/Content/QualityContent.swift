internal import Documents
internal import SurveyModel

extension ReportContent {
  /// What came in, what was left out and why, what was checked, and what the weights look like.
  func qualitySection() -> DocumentSection {
    var blocks: [Block] = [
      .paragraph(
        Paragraph([.init(texts.counts(run.counts, excluded: run.excluded) + ".", .strong)])),
      .heading(texts.filesTitle, id: "files"), .table(fileTable()),
    ]
    let reasons = reasonRows()
    if !reasons.isEmpty {
      blocks += [
        .heading(texts.reasonsTitle, id: "reasons"), note(texts.reasonsNote),
        .table(
          table(
            "reasons-table", texts.reasonsTitle, showsTitle: false,
            [
              words(texts.reason, width: 3), words(texts.words["column.code"], width: 2),
              numbers(texts.rows),
            ], reasons)),
      ]
    }
    blocks += checkBlocks() + findingBlocks() + weightBlocks()
    return DocumentSection(id: "quality", title: texts.dataQuality, blocks: blocks)
  }

  private func fileTable() -> DocumentTable {
    table(
      "files-table", texts.filesTitle, showsTitle: false,
      [
        words(texts.file, width: 2), words(texts.encoding, width: 1.4), numbers(texts.read),
        numbers(texts.accepted), numbers(texts.rejected), numbers(texts.duplicate),
      ],
      run.batches.enumerated().map { place, batch in
        let dialect = batch.dialect.map {
          "\(texts.dialect($0)); \(texts.delimiterName($0.delimiter))"
        }
        let pointer = "/batches/\(place)"
        return [
          Cell(batch.undoneAt == nil ? batch.file : "\(batch.file) (\(texts.wasUndone))"),
          Cell(dialect ?? NumberStyle.missing),
          count(batch.counts.read, at: pointer + "/read"),
          count(batch.counts.accepted, at: pointer + "/accepted"),
          count(batch.counts.rejected, at: pointer + "/rejected"),
          count(batch.counts.duplicate, at: pointer + "/duplicate"),
        ]
      }, printedRows: printedRows(of: run.batches.count))
  }

  /// Reasons by number of rows, most frequent first; a row counts once for each of its reasons.
  private func reasonRows() -> [[Cell]] {
    var codes: [FindingCode] = []
    var rows: [String: Int] = [:]
    for reject in run.rejects where reject.row.kind == .rejected {
      var seen: Set<String> = []
      for finding in reject.row.findings where seen.insert(finding.code.id).inserted {
        if rows[finding.code.id] == nil { codes.append(finding.code) }
        rows[finding.code.id, default: 0] += 1
      }
    }
    return codes.sorted { left, right in
      let (first, second) = (rows[left.id, default: 0], rows[right.id, default: 0])
      return first == second ? left.id < right.id : first > second
    }.map { code in
      [
        Cell(code.meaning.text(in: texts.language)), Cell(code.id),
        count(rows[code.id, default: 0]),
      ]
    }
  }

  /// The checks of the interviews as the public report tells them: how many a rule flags, never
  /// which interview and no interviewer.
  private func checkBlocks() -> [Block] {
    guard let report = run.quality else { return [] }
    let rows = report.checks.enumerated().filter { $0.element.status == .checked }.map {
      place, check in
      [
        Cell(check.code.meaning.text(in: texts.language), detail: "[\(check.code.id)]"),
        count(check.flagged, at: "/quality/checks/\(place)/flagged"),
        Cell(check.note.text(in: texts.language)),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(texts.checksTitle, id: "checks"),
      .paragraph(Paragraph(texts.checksSummary(report))), .paragraph(Paragraph(texts.checksNote)),
      .table(
        table(
          "checks-table", texts.checksTitle, showsTitle: false,
          [
            words(texts.ruleTitle, width: 2.4), numbers(texts.flagged, width: 0.8),
            words(texts.threshold, width: 2.4),
          ], rows)),
    ]
  }

  /// Findings of files and of the run, capped per code as on the terminal.
  private func findingBlocks() -> [Block] {
    let listing = FindingListing(run.findings, limit: 20)
    func row(
      _ severity: Severity, _ message: String, _ code: String, _ place: String, _ remedy: String
    )
      -> [Cell]
    {
      [
        Cell(place), Cell("\(texts.severity(severity)): \(message)", detail: "[\(code)]"),
        Cell(remedy),
      ]
    }
    let rows =
      listing.shown.map { finding in
        row(
          finding.severity, finding.message.text(in: texts.language), finding.code.id,
          finding.place?.description ?? "", finding.remedy.text(in: texts.language))
      }
      + listing.rest.map { rest in
        row(
          rest.code.severity, texts.moreFindings(rest.count, code: rest.code.id), rest.code.id, "",
          "")
      }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(texts.findingsTitle, id: "findings"),
      .table(
        table(
          "findings-table", texts.findingsTitle, showsTitle: false,
          [
            words(texts.words["column.place"], width: 1.4),
            words(texts.words["column.finding"], width: 2.6),
            words(texts.words["column.remedy"], width: 2),
          ], rows, hasRowHeads: false)),
    ]
  }
}

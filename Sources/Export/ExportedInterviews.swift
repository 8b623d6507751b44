internal import DelimitedText
internal import StatisticalFiles
package import SurveyModel

/// The accepted interviews of a store for other programs: every field that is not personal, in the
/// order of the questionnaire, with its codes; the final weight last, where there is one.
package struct ExportedInterviews: Sendable {
  /// A cell before it takes the form of a format.
  package enum Cell: Sendable, Hashable {
    case blank
    /// The question did not apply. Kept for coded fields; others have it as blank in the store.
    case notAsked
    /// A code of the field's list.
    case code(String)
    case integer(Int64)
    case number(Double)
    case date(CivilDate)
    /// Seconds since 1970-01-01, local.
    case moment(Int64)
    case text(String)
  }

  package struct Column: Sendable {
    package var name: String
    /// `nil` for the weight.
    package var field: Field?
    fileprivate var values: Values

    /// The answers of a field; `nil` for interview ids and the weight.
    var answers: ColumnValues? {
      guard case .answers(let answers) = values else { return nil }
      return answers
    }
  }

  fileprivate enum Values: Sendable {
    case ids(InterviewIDs)
    case answers(ColumnValues)
    case weights([Double])
  }

  package let columns: [Column]
  package let rowCount: Int
  /// What stands for "not asked" where a format has no other way; no code of the survey reads so.
  package let notAsked: String

  /// - Parameters:
  ///   - responses: With a column for each field.
  ///   - fields: Of the questionnaire; personal ones are left out.
  ///   - interviewID: The field of the id, which comes first; a personal one is left out.
  ///   - weights: One per interview; `nil` when the store has none.
  ///   - includesPseudonyms: Those of personal fields are written too, in their place.
  package init(
    _ responses: ResponseTable, fields: [Field], interviewID: String, weights: [Double]?,
    includesPseudonyms: Bool = false
  ) {
    var columns: [Column] = []
    let idField =
      fields.first { $0.id == interviewID }
      ?? Field(
        id: interviewID, label: LocalizedText(vi: "Mã phiếu", en: "Interview id"), kind: .text)
    if !idField.isPersonal {
      columns.append(Column(name: idField.id, field: idField, values: .ids(responses.ids)))
    }
    for (field, values) in zip(fields, responses.columns)
    where field.id != interviewID
      && (!field.isPersonal || (includesPseudonyms && field.isPseudonym))
    {
      if case .dropped = values { continue }
      var described = field
      if field.isPseudonym {
        // The column holds no telephone number, whatever the question asked for.
        described.label = LocalizedText(
          vi: "\(field.label.vi ?? field.id) (bí danh)",
          en: "\(field.label.en ?? field.id) (pseudonym)")
      }
      columns.append(Column(name: field.id, field: described, values: .answers(values)))
    }
    if let weights {
      var name = "weight"
      while columns.contains(where: { $0.name.lowercased() == name }) { name += "_final" }
      columns.append(Column(name: name, field: nil, values: .weights(weights)))
    }
    self.columns = columns
    rowCount = responses.count
    let codes = Set(fields.flatMap { $0.codeList?.codes.map(\.code) ?? [] })
    var token = "not-asked"
    while codes.contains(token) { token = "~" + token }
    notAsked = token
  }

  package func cell(row: Int, column: Int) -> Cell {
    let described = columns[column]
    switch described.values {
    case .ids(let ids): return .text(ids[row])
    case .weights(let weights): return .number(weights[row])
    case .answers(let values): return Self.cell(values, row: row, field: described.field)
    }
  }

  private static func cell(_ values: ColumnValues, row: Int, field: Field?) -> Cell {
    switch values {
    case .coded8(let positions):
      return positions[row] == CodeList.notAsked8
        ? .notAsked : code(Int(positions[row]), field: field)
    case .coded16(let positions):
      return positions[row] == CodeList.notAsked16
        ? .notAsked : code(Int(positions[row]), field: field)
    case .integers(let values):
      if values[row] == ColumnValues.blankInteger { return .blank }
      return field?.kind == .datetime ? .moment(values[row]) : .integer(values[row])
    case .numbers(let values): return values[row].isNaN ? .blank : .number(values[row])
    case .days(let values):
      return values[row] == ColumnValues.blankDay ? .blank : .date(CivilDate(day: Int(values[row])))
    case .texts(let texts): return texts.text(at: row).map { .text($0) } ?? .blank
    case .dropped: return .blank
    }
  }

  private static func code(_ position: Int, field: Field?) -> Cell {
    field?.codeList?.code(at: position).map { .code($0.code) } ?? .blank
  }

  /// True when some interview was not asked the question of a column.
  package func hasNotAsked(_ column: Int) -> Bool {
    guard case .answers(let values) = columns[column].values else { return false }
    return switch values {
    case .coded8(let positions): positions.contains(CodeList.notAsked8)
    case .coded16(let positions): positions.contains(CodeList.notAsked16)
    default: false
    }
  }

  /// A moment as `2021-10-05T08:30:00`.
  package static func text(ofMoment seconds: Int64) -> String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let second = Int(seconds) - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return CivilDate(day: day).text
      + "T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}

extension ExportedInterviews {
  /// UTF-8 with a byte order mark, so that Excel shows the letters; commas, ids as headers, codes.
  ///
  /// Blank is an empty cell, not asked ``notAsked``.
  package func csv() -> [UInt8] {
    var writer = CSVWriter(guardsFormulas: true, hasByteOrderMark: true)
    writer.append(texts: columns.map(\.name))
    for row in 0..<rowCount {
      writer.append(
        columns.indices.map { column in
          switch cell(row: row, column: column) {
          case .blank: .empty
          case .notAsked: .text(notAsked)
          case .code(let code): .number(code)
          case .integer(let value): .number("\(value)")
          case .number(let value): .number("\(value)")
          case .date(let date): .text(date.text)
          case .moment(let seconds): .text(Self.text(ofMoment: seconds))
          case .text(let text): .text(text)
          }
        })
    }
    return writer.bytes
  }

  /// An SPSS file: labels of variables and values, missing codes declared missing, dates as dates.
  ///
  /// Blank is the missing value of the system; not asked a code of its own, declared missing and
  /// labelled. ``SurveyVariable`` says how.
  ///
  /// - Throws: ``ExportError/notWritten(path:reason:)``, about `path`.
  package func sav(
    title: String, language: Language, path: String
  ) throws(ExportError) -> [UInt8] {
    let names = statisticalNames(columns.map(\.name))
    let variables: [SurveyVariable?] = columns.enumerated().map { number, column in
      column.field.map {
        SurveyVariable(
          $0, name: names[number], language: language, longestText: longestText(number),
          marksNotAsked: hasNotAsked(number))
      }
    }
    let weight = WrittenVariable(
      name: names.last ?? "", label: language == .vi ? "Quyền số cuối cùng" : "Final weight",
      form: .number(decimals: 6), measure: .scale)
    do throws(StatisticalWritingError) {
      return try savFile(
        variables.map { $0?.variable ?? weight }, rowCount: rowCount, title: title
      ) { row, column in value(cell(row: row, column: column), of: variables[column]) }
    } catch {
      throw .notWritten(path: path, reason: "\(error.variable ?? ""): \(error.reason)")
    }
  }

  private func longestText(_ column: Int) -> Int {
    switch columns[column].values {
    case .ids(let ids): (0..<ids.count).map { Int(ids.ends[$0 + 1] - ids.ends[$0]) }.max() ?? 1
    case .answers(.texts(let texts)): texts.texts.map(\.utf8.count).max() ?? 1
    default: 1
    }
  }

  private func value(_ cell: Cell, of variable: SurveyVariable?) -> WrittenValue {
    switch cell {
    case .blank: .blank
    case .notAsked: variable?.notAsked ?? .blank
    case .code(let code):
      variable?.value(atPosition: variable?.field.codeList?.position(of: code) ?? 0) ?? .blank
    case .integer(let value): .number(Double(value))
    case .number(let value): .number(value)
    case .date(let date): .number(spssSeconds(day: date.day))
    case .moment(let seconds): .number(spssSeconds(day: 0, second: Int(seconds)))
    case .text(let text): .text(text)
    }
  }
}

import Export
import Foundation
import Storage
package import SurveyModel

/// The formats in which interviews leave the store.
package enum InterviewsFormat: String, Sendable, CaseIterable {
  case csv
  case spss
  case sqlite

  /// The format that a file's name asks for.
  package init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": self = .csv
    case "sav": self = .spss
    case "sqlite", "sqlite3", "db": self = .sqlite
    default: return nil
    }
  }
}

/// What was written of the interviews of a store.
package struct WrittenInterviews: Sendable {
  package enum Weights: Sendable {
    case written
    /// The store has none yet.
    case none
    /// The store's were made before its interviews, decisions or definition changed.
    case outdated
  }

  package var count: Int
  package var weights: Weights
}

extension SurveySession {
  /// Writes the accepted interviews of the store, personal variables left out, with the final weight
  /// where the store has weights that were made from these interviews as they are now.
  ///
  /// Pseudonyms are written only where they are asked for.
  ///
  /// - Throws: ``RunStopped`` when the store cannot be read or the file not be written.
  package func exportInterviews(
    to path: String, format: InterviewsFormat, language: Language,
    includesPseudonyms: Bool = false
  ) throws(RunStopped) -> WrittenInterviews {
    let table = try responses()
    let (weights, isStale) = try stored { () throws(StoreError) in
      let id = survey.definition.id
      return (try store.weights(survey: id).last?.weights, try store.isStale(survey: id))
    }
    let isCurrent = !isStale && weights?.count == table.count
    let interviews = ExportedInterviews(
      table, fields: survey.questionnaire.fields, interviewID: survey.definition.interviewID,
      weights: isCurrent ? weights : nil, includesPseudonyms: includesPseudonyms)
    do {
      switch format {
      case .csv: try write(interviews.csv(), to: path)
      case .spss:
        try write(
          try interviews.sav(title: survey.definition.id, language: language, path: path), to: path)
      case .sqlite: try wideTable(interviews).write(to: path)
      }
    } catch let error as ExportError {
      throw RunStopped([error.finding], exit: .inputOutput)
    } catch let error as StoreError {
      throw RunStopped([error.finding], exit: .inputOutput)
    } catch {
      throw RunStopped(
        [ExportError.notWritten(path: path, reason: error.localizedDescription).finding],
        exit: .inputOutput)
    }
    return WrittenInterviews(
      count: table.count, weights: isCurrent ? .written : weights == nil ? .none : .outdated)
  }

  /// The file takes its name once it is whole.
  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}

/// Interviews as a table of SQLite: codes that are numbers as numbers, dates in ISO 8601, blank as
/// NULL, not asked as a code of its own that the table of labels explains.
private func wideTable(_ interviews: ExportedInterviews) -> WideTable {
  let columns = interviews.columns.enumerated().map { number, column in
    WideColumn(
      column, notAsked: interviews.hasNotAsked(number) ? interviews.notAsked : nil)
  }
  return WideTable(columns: columns.map(\.column), rowCount: interviews.rowCount) { row, column in
    columns[column].value(interviews.cell(row: row, column: column))
  }
}

private struct WideColumn {
  var column: WideTable.Column
  private let isNumeric: Bool
  private var notAskedCode = WideTable.Value.null

  init(_ exported: ExportedInterviews.Column, notAsked: String?) {
    guard let field = exported.field else {
      isNumeric = true
      column = WideTable.Column(
        name: exported.name, type: .real,
        label: LocalizedText(vi: "Quyền số cuối cùng", en: "Final weight"))
      return
    }
    let codes = field.codeList?.codes ?? []
    let numbers = codes.compactMap { Int64($0.code) }
    let isNumeric =
      numbers.count == codes.count && zip(numbers, codes).allSatisfy { "\($0)" == $1.code }
    self.isNumeric = isNumeric
    let type: WideTable.ColumnType =
      switch field.kind {
      case .coded: isNumeric ? .integer : .text
      case .integer: .integer
      case .number: .real
      case .date, .datetime, .text: .text
      }
    column = WideTable.Column(name: exported.name, type: type, label: field.label)
    column.labels = codes.enumerated().map { position, code in
      (
        isNumeric ? .integer(Int64(code.code) ?? 0) : .text(code.code), code.label,
        position < (field.codeList?.answerCount ?? 0) ? "answer" : "missing"
      )
    }
    guard let notAsked else { return }
    notAskedCode = .text(notAsked)
    if isNumeric {
      var free: Int64 = -1
      while numbers.contains(free) { free -= 1 }
      notAskedCode = .integer(free)
    }
    column.labels.append(
      (notAskedCode, LocalizedText(vi: "Không được hỏi", en: "Not asked"), "not-asked"))
  }

  func value(_ cell: ExportedInterviews.Cell) -> WideTable.Value {
    switch cell {
    case .blank: .null
    case .notAsked: notAskedCode
    case .code(let code): isNumeric ? Int64(code).map { .integer($0) } ?? .null : .text(code)
    case .integer(let value): .integer(value)
    case .number(let value): .real(value)
    case .date(let date): .text(date.text)
    case .moment(let seconds): .text(ExportedInterviews.text(ofMoment: seconds))
    case .text(let text): .text(text)
    }
  }
}

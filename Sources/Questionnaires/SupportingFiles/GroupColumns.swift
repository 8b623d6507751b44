import DelimitedText
import SurveyModel
import XML

/// The columns of a table that say which group of people a row is about.
///
/// Cells may hold codes or labels, as tolerant as in responses; a variable without a code list is
/// matched by its value, written as a grouping of the responses writes it.
struct GroupColumns {
  private struct Key {
    var field: Field
    var column: Int
    var matcher: AnswerMatcher?
  }

  let table: DelimitedTable
  private let keys: [Key]

  /// Finds the column of each variable; `nil`, with a finding for each column missing, when one is
  /// not there.
  init?(_ fields: [Field], in table: DelimitedTable, findings: inout [Finding]) {
    self.table = table
    var keys: [Key] = []
    for field in fields {
      guard let column = table.column(of: field, findings: &findings) else { continue }
      // A list that could not be read makes every code unknown; that is reported already.
      let list = field.codeList.flatMap { $0.answerCount > 0 ? $0 : nil }
      keys.append(Key(field: field, column: column, matcher: list.map { AnswerMatcher($0) }))
    }
    guard keys.count == fields.count else { return nil }
    self.keys = keys
  }

  /// The group a row is about; `nil`, with a finding for each cell at fault, when it cannot be told.
  func level(of row: TableRow, findings: inout [Finding]) -> GroupLevel? {
    let codes = keys.compactMap { code(of: row.cells[$0.column], $0, findings: &findings) }
    guard codes.count == keys.count else { return nil }
    return GroupLevel(
      terms: zip(keys, codes).map { DomainTerm(variable: $0.field.id, code: $1.code) },
      labels: codes.map(\.label))
  }

  private func code(
    of cell: TableCell, _ key: Key, findings: inout [Finding]
  ) -> AnswerCode? {
    if let matcher = key.matcher, let list = key.field.codeList {
      switch matcher.match(cell.text) {
      case .position(let position):
        // Missing codes have no population.
        if position <= list.answerCount { return list.code(at: position) }
      case .ambiguous(let positions):
        findings.append(ambiguous(cell, key.field, list, positions))
        return nil
      case .none: break
      }
    } else if let value = value(of: cell.text, kind: key.field.kind) {
      return AnswerCode(code: value)
    }
    findings.append(unknown(cell, key.field))
    return nil
  }

  private func value(of text: String, kind: FieldKind) -> String? {
    guard !text.isEmpty else { return nil }
    switch kind {
    // 007 and 7 are one stratum.
    case .integer: return readInteger(text).map { "\($0)" }
    case .number:
      return readNumber(text).map {
        $0 == $0.rounded() && $0.magnitude < 1e15 ? "\(Int64($0))" : "\($0)"
      }
    case .date: return CivilDate(text)?.text
    case .coded, .datetime, .text: return text
    }
  }

  private func unknown(_ cell: TableCell, _ field: Field) -> Finding {
    let codes = field.codeList?.answers.map(\.code) ?? []
    let shown = codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? ", …" : "")
    let found = shownText(cell.text)
    return Finding(
      PopulationCode.codeUnknown, at: table.place(of: cell),
      message: cell.text.isEmpty
        ? LocalizedText(
          vi: "dòng này không ghi “\(field.id)”", en: "this row does not say “\(field.id)”")
        : LocalizedText(
          vi: "biến “\(field.id)” không có mã “\(found)”",
          en: "the variable “\(field.id)” has no code “\(found)”"),
      found: cell.text.isEmpty ? nil : shownCell(cell.text),
      expected: codes.isEmpty ? nil : LocalizedText(vi: shown, en: shown),
      remedy: nearestName(to: cell.text, among: codes).map(didYouMean)
        ?? LocalizedText(
          vi: "dùng mã của biến, hoặc xoá dòng",
          en: "use a code of the variable, or delete the row"),
      subject: field.id)
  }

  private func ambiguous(
    _ cell: TableCell, _ field: Field, _ list: CodeList, _ positions: [Int]
  ) -> Finding {
    let codes = positions.compactMap { list.code(at: $0)?.code }
    return Finding(
      PopulationCode.codeAmbiguous, at: table.place(of: cell),
      message: LocalizedText(
        vi: "“\(shownText(cell.text))” khớp với nhiều mã của biến “\(field.id)”",
        en: "“\(shownText(cell.text))” fits several codes of the variable “\(field.id)”"),
      expected: LocalizedText(
        vi: codes.joined(separator: " hoặc "), en: codes.joined(separator: " or ")),
      remedy: LocalizedText(
        vi: "ghi mã thay cho nhãn", en: "write the code instead of the label"),
      subject: field.id)
  }
}

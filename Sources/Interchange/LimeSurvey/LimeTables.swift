import SurveyModel
import XML

/// One row of a table in a LimeSurvey structure file.
struct LimeRow {
  let element: XMLElement

  /// The text of a field; empty and absent are one.
  subscript(name: String) -> String? {
    guard let text = element.child(name)?.text, !text.isEmpty else { return nil }
    return text
  }

  func number(_ name: String) -> Int { self[name].flatMap { Int($0) } ?? 0 }

  func place(_ name: String? = nil) -> FormPlace {
    let field = name.flatMap { element.child($0) }
    return FormPlace(location: field?.place ?? element.place, cell: nil)
  }
}

/// The tables of a LimeSurvey structure file, in either of its layouts.
///
/// Before version 4 (DBVersion about 350) the rows of questions, answers and groups hold their texts,
/// one row per language; since then texts stand in `question_l10ns`, `answer_l10ns`, `group_l10ns`.
struct LimeTables {
  let root: XMLElement
  /// Texts by language: question id, `question id + code + scale`, group id.
  private(set) var questionTexts: [String: [String: String]] = [:]
  private(set) var answerTexts: [String: [String: String]] = [:]
  private(set) var groupTexts: [String: [String: String]] = [:]

  init(_ root: XMLElement) {
    self.root = root
    for table in ["questions", "subquestions", "question_l10ns"] {
      for row in rows(table) { Self.add(row, "qid", "question", to: &questionTexts) }
    }
    for table in ["groups", "group_l10ns"] {
      for row in rows(table) { Self.add(row, "gid", "group_name", to: &groupTexts) }
    }
    let localized = rows("answer_l10ns")
    var byAnswer: [String: [LimeRow]] = [:]
    for row in localized { if let id = row["aid"] { byAnswer[id, default: []].append(row) } }
    for row in rows("answers") {
      let key = Self.answerKey(row)
      let texts = row["aid"].flatMap { byAnswer[$0] } ?? []
      for text in texts + [row] {
        guard let words = text["answer"] else { continue }
        answerTexts[key, default: [:]][text["language"] ?? ""] = words
      }
    }
    // Some files name the question and the code instead of the answer's number.
    for row in localized where row["aid"] == nil {
      guard row["qid"] != nil, let words = row["answer"] else { continue }
      answerTexts[Self.answerKey(row), default: [:]][row["language"] ?? ""] = words
    }
  }

  func rows(_ table: String) -> [LimeRow] {
    root.child(table)?.child("rows")?.children(named: "row").map(LimeRow.init) ?? []
  }

  static func answerKey(_ row: LimeRow) -> String {
    "\(row["qid"] ?? "")/\(row["code"] ?? "")/\(row["scale_id"] ?? "0")"
  }

  private static func add(
    _ row: LimeRow, _ id: String, _ text: String, to table: inout [String: [String: String]]
  ) {
    guard let id = row[id], let words = row[text] else { return }
    table[id, default: [:]][row["language"] ?? ""] = words
  }
}

import SurveyModel

extension Flagging {
  /// Interviews whose personal variable has the same pseudonym.
  ///
  /// - Complexity: Linear in interviews.
  mutating func checkRepeatedPersons() {
    let columns = input.fields.indices.filter { input.fields[$0].isPseudonym }
    guard !columns.isEmpty else {
      return notChecked(
        QualityCodes.personRepeated, vi: "Tệp khảo sát không giữ bí danh nào.",
        en: "The survey keeps no pseudonyms.")
    }
    let names = columns.map { input.fields[$0].id }.joined(separator: ", ")
    checked(
      QualityCodes.personRepeated, vi: "Cùng bí danh (\(names)) ở hai phiếu trở lên.",
      en: "The same pseudonym (\(names)) in two interviews or more.")
    for column in columns {
      guard case .texts(let texts) = input.table.columns[column] else { continue }
      checkRepeats(of: input.fields[column].id, texts)
    }
  }

  /// Other interviews named beside a flagged one.
  private static var shownOthers: Int { 5 }

  private mutating func checkRepeats(of variable: String, _ column: TextColumn) {
    // By position; 0 is blank, and a text of another position is another text.
    var rowsOfText = [[Int]](repeating: [], count: column.texts.count + 1)
    for (row, position) in column.positions.enumerated() where position > 0 {
      rowsOfText[Int(position)].append(row)
    }
    for row in column.positions.indices {
      let alike = rowsOfText[Int(column.positions[row])]
      guard alike.count > 1 else { continue }
      let named = alike.prefix(Self.shownOthers + 1).filter { $0 != row }.prefix(Self.shownOthers)
      let others = named.map { input.table.ids[$0] }.joined(separator: ", ")
      let more = alike.count - 1 - named.count
      flag(
        QualityCodes.personRepeated, row: row,
        found: LocalizedText(
          vi: "\(variable) giống phiếu \(others)" + (more > 0 ? " và \(more) phiếu nữa" : ""),
          en: "\(variable) as in \(others)" + (more > 0 ? " and \(more) more" : "")),
        expected: LocalizedText(
          vi: "mỗi người một phiếu", en: "one interview of each person"),
        remedy: LocalizedText(
          vi: "đối chiếu phiếu giấy: một người được hỏi hai lần, hay số của người phỏng vấn",
          en: "compare the paper forms: one person asked twice, or the interviewer's own number"))
    }
  }
}

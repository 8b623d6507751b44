import SurveyModel

/// Valid answers of the items of a table, on one footing, for a sample of its rows.
///
/// An answer becomes a number from -1 (first valid code) to 1 (last valid code); blank, missing and
/// not asked become NaN. Rows are taken at equal distances, so that a large file costs no more than
/// one of ``mostRows`` interviews.
struct SampledItems {
  static let mostRows = 16_384

  /// Number of the field, and one value for each sampled row.
  var items: [(field: Int, answers: [Double])]
  var rowCount: Int

  /// - Parameters:
  ///   - table: Rows of the questionnaire, columns in the order of `fields`.
  ///   - fields: The fields of the questionnaire.
  ///   - isWanted: Which items to take; only scales of three answers or more have a direction that
  ///     can be told.
  init(_ table: ResponseTable, fields: [Field], where isWanted: (Field) -> Bool) {
    let step = max(1, (table.count + Self.mostRows - 1) / Self.mostRows)
    let rows = Array(stride(from: 0, to: table.count, by: step))
    rowCount = rows.count
    items = []
    for (number, field) in fields.enumerated()
    where field.isItem && number < table.columns.count && isWanted(field) {
      guard let list = field.codeList, list.answerCount >= 3 else { continue }
      let last = Double(list.answerCount - 1)
      func value(_ position: Int) -> Double {
        position >= 1 && position <= list.answerCount ? 2 * Double(position - 1) / last - 1 : .nan
      }
      switch table.columns[number] {
      case .coded8(let positions):
        items.append((number, rows.map { value(Int(positions[$0])) }))
      case .coded16(let positions):
        items.append((number, rows.map { value(Int(positions[$0])) }))
      default: continue
      }
    }
  }
}

import SurveyModel

/// Headers and cells as printed forms have them: labels in place of ids and codes, where a label
/// stands for one thing alone.
struct SpelledCells {
  let headers: [String]
  /// By field: the label of each code that has one of its own.
  private let labels: [[String: String]]

  init(_ fields: [Field], columns: [ResponseMapping.Column]) {
    var count: [String: Int] = [:]
    for field in fields { count[field.label.vi ?? "", default: 0] += 1 }
    headers = fields.map { field in
      if let mapped = columns.first(where: { $0.field == field.id }) { return mapped.header }
      guard let label = field.label.vi, count[label] == 1 else { return field.id }
      return label
    }
    labels = fields.map { field in
      var count: [String: Int] = [:]
      for code in field.codeList?.codes ?? [] { count[code.label.vi ?? "", default: 0] += 1 }
      var labels: [String: String] = [:]
      for code in field.codeList?.codes ?? [] {
        if let label = code.label.vi, count[label] == 1 { labels[code.code] = label }
      }
      return labels
    }
  }

  func cell(_ cell: String, column: Int) -> String {
    column < labels.count ? labels[column][cell] ?? cell : cell
  }
}

internal import DelimitedText
internal import SurveyModel

/// Values as the cells of the tables for other programs.
extension CSVWriter.Cell {
  static func value(_ value: Double?) -> Self {
    value.finite.map { .number(JSONValue.digits(of: $0)) } ?? .empty
  }

  static func value(_ value: Int?) -> Self {
    value.map { .number(String($0)) } ?? .empty
  }

  /// Control characters show as pictures: a terminal or spreadsheet must not act on them.
  static func label(_ value: String?) -> Self {
    guard let value, !value.isEmpty else { return .empty }
    return .text(printable(value))
  }

  static func list(_ values: [String]) -> Self { label(values.joined(separator: "; ")) }

  /// `district=PLK, gender=male`; empty for the whole population.
  static func domain(_ terms: [DomainTerm]) -> Self {
    label(terms.map { "\($0.variable)=\($0.code)" }.joined(separator: ", "))
  }
}

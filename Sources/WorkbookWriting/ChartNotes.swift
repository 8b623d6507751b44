/// What the library cannot write of charts, kept until the file is finished.
///
/// It knows errors of one size only, and remembers results of formulas and empty cells in charts as
/// zeros; both are set right in the finished parts.
struct ChartNotes {
  struct Errors {
    var up: String
    var down: String
  }

  /// The cells behind each reference, by the reference as formulas write it.
  private(set) var ranges: [String: (sheet: String, range: CellRange)] = [:]
  private(set) var errors: [Errors] = []

  var isEmpty: Bool { ranges.isEmpty }

  /// The first of the sizes that stand for errors until their cells are put in their place.
  static let firstNumber = 900_000_001

  mutating func note(_ reference: String, range: CellRange, sheet: String) {
    ranges[reference] = (sheet, range)
  }

  /// Notes the cells of errors.
  ///
  /// - Returns: The size that stands for them in the library's file.
  mutating func noteErrors(up: CellRange, down: CellRange, sheet: String) -> Double {
    let entry = Errors(up: reference(to: up, of: sheet), down: reference(to: down, of: sheet))
    note(entry.up, range: up, sheet: sheet)
    note(entry.down, range: down, sheet: sheet)
    errors.append(entry)
    return Double(Self.firstNumber + errors.count - 1)
  }

  /// The errors that a size stands for.
  func errors(ofNumber text: String) -> Errors? {
    guard let number = Int(text), number >= Self.firstNumber,
      number - Self.firstNumber < errors.count
    else { return nil }
    return errors[number - Self.firstNumber]
  }
}

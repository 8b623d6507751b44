internal import DelimitedText

/// A number with as many digits as are needed to read the same double back; whole numbers without
/// a point, as levels of a number variable are written.
func number(_ value: Double?) -> CSVWriter.Cell {
  guard let value, value.isFinite else { return .empty }
  if value == value.rounded(), value.magnitude < 1e15 { return .number("\(Int64(value))") }
  return .number("\(value)")
}

func number(_ value: Int?) -> CSVWriter.Cell {
  value.map { .number("\($0)") } ?? .empty
}

func flag(_ value: Bool) -> CSVWriter.Cell { .number(value ? "1" : "0") }

import Glibc

/// A sheet's part in which every number is read as the number it was: the library writes 16 digits,
/// and one number in two or three needs 17.
///
/// - Parameters:
///   - bytes: The part as the library wrote it, cells row by row.
///   - sheet: What was written.
/// - Returns: The part with longer numbers where they are needed.
func withEveryDigit(_ bytes: [UInt8], of sheet: SheetContent) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count + bytes.count / 16)
  var copied = 0
  let cellMark = Array("<c r=\"".utf8)
  let valueMark = Array("<v>".utf8)
  let endMark = Array("</v>".utf8)
  bytes.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress else { return }
    var place = 0
    /// Where the next mark ends.
    func passed(_ mark: [UInt8]) -> Int? {
      position(of: mark, in: bytes, from: place, before: bytes.count).map { $0 + mark.count }
    }
    while let reference = passed(cellMark) {
      place = reference
      let cell = CellPlace(readFrom: bytes, at: &place)
      guard cell.row >= 0, cell.row < sheet.rows.count, cell.column < sheet.rows[cell.row].count,
        let value = sheet.rows[cell.row][cell.column].value.number, value.isFinite
      else { continue }
      // Whole numbers below 10^15 are exact in 16 digits.
      if value == value.rounded(), value.magnitude < 1e15 { continue }
      guard let start = passed(valueMark) else { break }
      place = start
      guard let end = passed(endMark) else { break }
      place = end
      let stop = end - endMark.count
      // The text ends at `<`, where reading a number stops.
      if strtod((base + start).assumingMemoryBound(to: CChar.self), nil) == value { continue }
      result.append(contentsOf: bytes[copied..<start])
      result.append(contentsOf: "\(value)".utf8)
      copied = stop
    }
    result.append(contentsOf: bytes[copied...])
  }
  return result
}

extension CellPlace {
  /// Reads `B7`; the sheet stays unnamed, and the row is -1 where there is no reference.
  fileprivate init(readFrom bytes: UnsafeRawBufferPointer, at place: inout Int) {
    var column = 0
    var row = 0
    while place < bytes.count, (0x41...0x5A).contains(bytes[place]) {
      column = column * 26 + Int(bytes[place]) - 0x40
      place += 1
    }
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      row = row * 10 + Int(bytes[place]) - 0x30
      place += 1
    }
    self.init(sheet: "", row: row - 1, column: column - 1)
  }
}

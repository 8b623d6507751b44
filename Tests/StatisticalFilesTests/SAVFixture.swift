import Foundation
import Numerics
import StatisticalFiles

/// Writes bytes to a file that is gone afterwards.
@discardableResult
func withFile<Value>(_ bytes: [UInt8], _ body: (String) throws -> Value) throws -> Value {
  let path = NSTemporaryDirectory() + "/sipas-\(UUID().uuidString).sav"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// A small synthetic file with every kind of variable.
func smallSAV(rows: Int = 40) throws -> [UInt8] {
  var missing = WrittenMissing()
  missing.values = [.number(9)]
  let variables = [
    WrittenVariable(name: "ma", label: "Mã phiếu", form: .text(bytes: 12), measure: .nominal),
    WrittenVariable(
      name: "A1", label: "Nơi ngồi chờ có đủ chỗ ngồi", form: .number(decimals: 0),
      labels: [(.number(1), "Rất không hài lòng"), (.number(5), "Rất hài lòng")], missing: missing,
      measure: .ordinal),
    WrittenVariable(name: "ngay", label: "Ngày", form: .date, measure: .scale),
    WrittenVariable(name: "luc", label: "", form: .datetime, measure: .scale),
    WrittenVariable(name: "w", label: "", form: .number(decimals: 4), measure: .scale),
    WrittenVariable(name: "dai", label: "Ý kiến", form: .text(bytes: 600), measure: .nominal),
  ]
  return try savFile(variables, rowCount: rows, title: "synthetic") { row, column in
    switch column {
    case 0: .text("P\(row)")
    case 1: row % 4 == 3 ? .number(9) : row % 4 == 2 ? .blank : .number(Double(row % 5 + 1))
    case 2: .number(spssSeconds(day: 18_900 + row))
    case 3: .number(spssSeconds(day: 18_900, second: 8 * 3600 + row))
    case 4: .number(Double(row) / 8 + 0.5)
    default: .text(row == 1 ? String(repeating: "đ", count: 300) : row == 2 ? "a\t\"b\"\nc" : "")
    }
  }
}

/// All rows as text; throws what reading throws.
func readAll(
  _ path: String, plans: [CellPlan?]? = nil, pieceSize: Int = 500
) throws -> (text: String, rowNumbers: [UInt32], rows: StatisticalRows) {
  guard let kind = StatisticalFileKind(start: try start(of: path)) else { throw NoSuchKind() }
  let dictionary = try readDictionary(path, kind: kind)
  let rows = StatisticalRows(
    path, kind: kind, dictionary: dictionary,
    plans: plans ?? dictionary.variables.map { _ in CellPlan() }, pieceSize: pieceSize)
  var text: [UInt8] = []
  var numbers: [UInt32] = []
  while let piece = try rows.next() {
    text += piece.text
    numbers += piece.rowNumbers
  }
  return (String(decoding: text, as: UTF8.self), numbers, rows)
}

private func start(of path: String) throws -> [UInt8] {
  let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
  defer { try? handle.close() }
  return Array(try handle.read(upToCount: StatisticalFileKind.lookedAt) ?? Data())
}

/// Nothing to read: the file is of no kind that is known.
struct NoSuchKind: Error {}

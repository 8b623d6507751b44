import SurveyModel

/// The answers to the items, one row after the other.
struct ItemAnswers: Sendable {
  let items: [Field]
  let rows: Int
  /// Row by row: the position in the item's code list, 0 for blank, ``notAsked``.
  let positions: [UInt8]
  /// Distinct answer codes of all items: the 4 of one scale is the 4 of another.
  let codes: [String]
  /// By item and position: 1 + index into `codes` for a valid answer, else 0.
  private let codeOfPosition: [UInt8]
  private let satisfied: [Bool]

  static let notAsked: UInt8 = 255

  /// More codes than this are a list of places or services, no scale.
  static let mostCodes = 31

  /// Items that are no scales are passed over.
  init(fields: [Field], table: ResponseTable) {
    var items: [Field] = []
    var columns: [[UInt8]] = []
    var codes: [String] = []
    for (index, field) in fields.enumerated() where field.isItem {
      guard case .coded8(let column) = table.columns[index], let list = field.codeList,
        list.codes.count <= Self.mostCodes
      else { continue }
      let new = list.answers.map(\.code).filter { !codes.contains($0) }
      guard codes.count + new.count < 255 else { continue }
      codes += new
      items.append(field)
      columns.append(column)
    }
    var codeOfPosition = [UInt8](repeating: 0, count: items.count * 256)
    var satisfied = [Bool](repeating: false, count: items.count * 256)
    for (number, item) in items.enumerated() {
      for (index, answer) in (item.codeList?.answers ?? []).enumerated() {
        let code = codes.firstIndex(of: answer.code) ?? 0
        codeOfPosition[number * 256 + index + 1] = UInt8(code + 1)
        satisfied[number * 256 + index + 1] = answer.isSatisfied
      }
    }
    let width = items.count
    let rows = table.count
    var positions = [UInt8](repeating: 0, count: rows * width)
    positions.withUnsafeMutableBufferPointer { positions in
      for (number, column) in columns.enumerated() {
        column.withUnsafeBufferPointer { column in
          for row in 0..<rows { positions[row * width + number] = column[row] }
        }
      }
    }
    self.items = items
    self.rows = rows
    self.positions = positions
    self.codes = codes
    self.codeOfPosition = codeOfPosition
    self.satisfied = satisfied
  }

  /// 1 + index into ``codes`` of a valid answer, 0 for any other position.
  @inline(__always) func code(item: Int, position: UInt8) -> UInt8 {
    codeOfPosition[item << 8 | Int(position)]
  }

  @inline(__always) func isSatisfied(item: Int, position: UInt8) -> Bool {
    satisfied[item << 8 | Int(position)]
  }
}

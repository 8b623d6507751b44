import SurveyModel

/// One column of the accepted rows of a file while it is being read.
///
/// A class, so that appending happens in place whatever array the column stands in.
private final class GrowingColumn {
  enum Form { case coded8, coded16, integers, numbers, days, texts, dropped }

  let form: Form
  private var coded8: [UInt8] = []
  private var coded16: [UInt16] = []
  private var integers: [Int64] = []
  private var numbers: [Double] = []
  private var days: [Int32] = []
  private var positions: [UInt32] = []
  private var texts = ByteStringTable()
  private var droppedCount = 0

  init(_ field: Field) {
    form =
      switch ColumnValues.empty(for: field) {
      case .coded8: .coded8
      case .coded16: .coded16
      case .integers: .integers
      case .numbers: .numbers
      case .days: .days
      case .texts: .texts
      case .dropped: .dropped
      }
  }

  func reserve(_ rows: Int) {
    switch form {
    case .coded8: coded8.reserveCapacity(rows)
    case .coded16: coded16.reserveCapacity(rows)
    case .integers: integers.reserveCapacity(rows)
    case .numbers: numbers.reserveCapacity(rows)
    case .days: days.reserveCapacity(rows)
    case .texts: positions.reserveCapacity(rows)
    case .dropped: break
    }
  }

  func append(_ column: BlockColumn, rows ranges: [Range<Int>]) {
    switch column {
    case .texts(let positions, let table): append(positions, of: table, rows: ranges)
    case .values(let values): append(values, rows: ranges)
    }
  }

  private func append(_ values: ColumnValues, rows ranges: [Range<Int>]) {
    for range in ranges {
      switch values {
      case .coded8(let new): coded8.append(contentsOf: new[range])
      case .coded16(let new): coded16.append(contentsOf: new[range])
      case .integers(let new): integers.append(contentsOf: new[range])
      case .numbers(let new): numbers.append(contentsOf: new[range])
      case .days(let new): days.append(contentsOf: new[range])
      case .dropped: droppedCount += range.count
      case .texts: preconditionFailure("a block's texts come with their table")
      }
    }
  }

  /// Only texts of accepted rows enter the column's own table.
  private func append(_ new: [UInt32], of table: ByteStringTable, rows ranges: [Range<Int>]) {
    // By position in the block: position here, 0 while it has none.
    var positionHere = [UInt32](repeating: 0, count: table.count + 1)
    for range in ranges {
      for row in range {
        let position = Int(new[row])
        if position > 0 && positionHere[position] == 0 {
          let hash = table.hash(at: position - 1)
          positionHere[position] = table.withBytes(at: position - 1) { text in
            UInt32(texts.intern(text, hash: hash).number + 1)
          }
        }
        positions.append(positionHere[position])
      }
    }
  }

  func answer(at row: Int) -> StoredAnswer {
    switch form {
    case .coded8:
      coded8[row] == CodeList.notAsked8 ? .notAsked : .position(Int(coded8[row]))
    case .coded16:
      coded16[row] == CodeList.notAsked16 ? .notAsked : .position(Int(coded16[row]))
    case .integers: .integer(integers[row])
    case .numbers: numbers[row].isNaN ? .blank : .number(numbers[row].bitPattern)
    case .days: .integer(Int64(days[row]))
    case .texts:
      positions[row] == 0 ? .blank : .text(texts.string(at: Int(positions[row]) - 1))
    case .dropped: .unknown
    }
  }

  func finished() -> ColumnValues {
    switch form {
    case .coded8: .coded8(coded8)
    case .coded16: .coded16(coded16)
    case .integers: .integers(integers)
    case .numbers: .numbers(numbers)
    case .days: .days(days)
    case .texts:
      .texts(
        TextColumn(
          positions: positions, texts: (0..<texts.count).map { texts.string(at: $0) }))
    case .dropped: .dropped(count: droppedCount)
    }
  }
}

/// The accepted rows of a file while it is being read.
final class GrowingTable {
  private var ids = InterviewIDs()
  private(set) var lines: [UInt32] = []
  private let columns: [GrowingColumn]

  init(fields: [Field]) { columns = fields.map { GrowingColumn($0) } }

  var count: Int { lines.count }

  /// Makes room for as many rows, with ids of about `idLength` bytes.
  func reserve(_ rows: Int, idLength: Int) {
    ids.bytes.reserveCapacity(rows * idLength)
    ids.ends.reserveCapacity(rows + 1)
    lines.reserveCapacity(rows)
    for column in columns { column.reserve(rows) }
  }

  /// Appends the ids of the next rows, with the line each stands on.
  func append(_ new: InterviewIDs, lines newLines: [UInt32]) {
    let shift = UInt32(ids.bytes.count)
    ids.bytes.append(contentsOf: new.bytes)
    ids.ends.append(contentsOf: new.ends.dropFirst().map { $0 + shift })
    lines.append(contentsOf: newLines)
  }

  /// Appends the rows of `ranges` of one column of a block.
  func append(_ values: BlockColumn, rows ranges: [Range<Int>], column: Int) {
    columns[column].append(values, rows: ranges)
  }

  /// The answer of an accepted row.
  func answer(row: Int, column: Int) -> StoredAnswer { columns[column].answer(at: row) }

  /// The finished table.
  func finished() -> ResponseTable {
    ResponseTable(ids: ids, columns: columns.map { $0.finished() })
  }
}

extension BlockColumn {
  /// The answer of a row of the block.
  func answer(at row: Int) -> StoredAnswer {
    switch self {
    case .values(let values): values.answer(at: row)
    case .texts(let positions, let table):
      positions[row] == 0 ? .blank : .text(table.string(at: Int(positions[row]) - 1))
    }
  }
}

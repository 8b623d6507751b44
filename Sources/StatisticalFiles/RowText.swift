import CReadStat
import Glibc

/// How the cells of one variable are written.
package struct CellPlan: Sendable {
  /// The text of values that are not written as they are: labels in place of codes the
  /// questionnaire lacks, and values declared missing that it knows.
  package var texts: [StatisticalValue: [UInt8]]
  /// Numbers get a decimal comma.
  package var usesComma: Bool

  package init(texts: [StatisticalValue: [UInt8]] = [:], usesComma: Bool = false) {
    self.texts = texts
    self.usesComma = usesComma
  }
}

/// Whole rows as tab-separated text in the file's encoding, in quotation marks where needed.
package struct RowPiece: Sendable {
  package var text: [UInt8] = []
  /// Number of each row in the file, from 1; rows that hold nothing are left out.
  package var rowNumbers: [UInt32] = []
}

/// Writes rows value by value.
///
/// Memory is one piece; used by one thread.
final class RowText {
  private struct Column {
    var plan: CellPlan
    var time: TimeFormat?
    var missing: [StatisticalVariable.MissingRange]
    /// Text of the whole numbers 0 to 255 that have one.
    var small: [[UInt8]?]
    var hasTexts: Bool
  }

  private static let tab: UInt8 = 9
  private static let quote: UInt8 = 0x22

  private let columns: [Column?]
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  private var rowNumbers: [UInt32] = []
  private var rowStart = 0
  /// Row being written, from 0; -1 before the first.
  private var row = -1
  private var column = 0
  private var holdsSomething = false
  /// Values declared missing and written as blank, by column.
  private(set) var blanked: [Int: [StatisticalValue: Int]] = [:]
  private static let blankedKept = 1_000

  /// - Parameters:
  ///   - dictionary: Of the file.
  ///   - plans: One per variable; `nil` where its cells stay empty.
  ///   - times: How the numbers of each variable count time.
  ///   - size: Bytes of a piece.
  init(_ dictionary: StatisticalDictionary, plans: [CellPlan?], times: [TimeFormat?], size: Int) {
    columns = zip(zip(dictionary.variables, plans), times).map { pair, time in
      guard let plan = pair.1 else { return nil }
      var small = [[UInt8]?](repeating: nil, count: 256)
      for (value, text) in plan.texts {
        if case .number(let number) = value, number >= 0, number < 256,
          number == number.rounded()
        {
          small[Int(number)] = text
        }
      }
      return Column(
        plan: plan, time: time, missing: pair.0.missing, small: small, hasTexts: !plan.texts.isEmpty
      )
    }
    capacity = size + (1 << 16)
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// One value; they come row by row, the variables in order.
  func take(_ value: readstat_value_t, row: Int, variable: Int) {
    if row != self.row { begin(row) }
    reserve(variable - column + 64)
    while column < variable {
      buffer[count] = Self.tab
      count += 1
      column += 1
    }
    guard let plan = columns[variable] else { return }
    let start = count
    if value.is_tagged_missing != 0 {
      let key = StatisticalValue.tag(UInt8(bitPattern: value.tag))
      if let text = plan.plan.texts[key] { append(text) } else { note(key, variable) }
    } else if value.is_system_missing != 0 {
      return
    } else if value.type == READSTAT_TYPE_STRING || value.type == READSTAT_TYPE_STRING_REF {
      if let text = readstat_string_value(value) { append(text, plan, variable) }
    } else if value.type == READSTAT_TYPE_DOUBLE {
      append(value.v.double_value, plan, variable)
    } else {
      append(readstat_double_value(value), plan, variable)
    }
    if count > start { holdsSomething = true }
  }

  private func begin(_ row: Int) {
    endRow()
    self.row = row
    rowStart = count
    column = 0
    holdsSomething = false
  }

  private func endRow() {
    guard row >= 0 else { return }
    guard holdsSomething else {
      count = rowStart
      return
    }
    reserve(columns.count - column + 1)
    while column < columns.count - 1 {
      buffer[count] = Self.tab
      count += 1
      column += 1
    }
    buffer[count] = 10
    count += 1
    rowNumbers.append(UInt32(truncatingIfNeeded: row + 1))
  }

  /// Ends the row being written if the next value belongs to another, and tells the size so far.
  func sizeBefore(row: Int) -> Int {
    if row != self.row { begin(row) }
    return rowStart
  }

  /// Hands over the rows written so far; only between rows.
  func takePiece() -> RowPiece {
    endRow()
    row = -1
    defer {
      count = 0
      rowNumbers.removeAll(keepingCapacity: true)
    }
    return RowPiece(
      text: Array(UnsafeBufferPointer(start: buffer, count: count)), rowNumbers: rowNumbers)
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let grown = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: buffer, count: count)
    buffer.deallocate()
    buffer = larger
    capacity = grown
  }

  private func note(_ value: StatisticalValue, _ variable: Int) {
    let known = blanked[variable]?.count ?? 0
    if known >= Self.blankedKept && blanked[variable]?[value] == nil { return }
    blanked[variable, default: [:]][value, default: 0] += 1
  }
}

extension RowText {
  private func append(_ number: Double, _ column: Column, _ variable: Int) {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    if column.hasTexts {
      if isWhole, number >= 0, number < 256 {
        if let text = column.small[Int(number)] { return append(text) }
      } else if let text = column.plan.texts[.number(number)] {
        return append(text)
      }
    }
    if !column.missing.isEmpty, column.missing.contains(where: { $0.contains(.number(number)) }) {
      return note(.number(number), variable)
    }
    if let time = column.time, let text = time.text(number) { return append(Array(text.utf8)) }
    guard isWhole else {
      var text = Array("\(number)".utf8)
      if column.plan.usesComma, let point = text.firstIndex(of: 0x2E) { text[point] = 0x2C }
      return append(text)
    }
    append(whole: Int(number))
  }

  private func append(whole number: Int) {
    if number >= 0 && number < 10 {
      buffer[count] = 0x30 + UInt8(number)
      count += 1
      return
    }
    if number < 0 {
      buffer[count] = 0x2D
      count += 1
    }
    var digits = 1
    var power = 10
    let magnitude = abs(number)
    while magnitude >= power {
      digits += 1
      power *= 10
    }
    var rest = magnitude
    for place in stride(from: digits - 1, through: 0, by: -1) {
      buffer[count + place] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
  }

  private func append(_ text: UnsafePointer<CChar>, _ column: Column, _ variable: Int) {
    let length = strlen(text)
    guard length > 0 else { return }
    let content = UnsafeRawBufferPointer(start: text, count: length)
    if column.hasTexts || !column.missing.isEmpty {
      let key = StatisticalValue.text(Array(content))
      if let replaced = column.plan.texts[key] { return append(replaced) }
      if column.missing.contains(where: { $0.contains(key) }) { return note(key, variable) }
    }
    append(content)
  }

  private func append(_ text: [UInt8]) {
    text.withUnsafeBytes { append($0) }
  }

  private func append(_ content: UnsafeRawBufferPointer) {
    reserve(content.count * 2 + 2)
    let needsQuotes = content.contains {
      $0 == Self.tab || $0 == Self.quote || $0 == 10 || $0 == 13
    }
    guard needsQuotes else {
      for byte in content {
        buffer[count] = byte
        count += 1
      }
      return
    }
    buffer[count] = Self.quote
    count += 1
    for byte in content {
      buffer[count] = byte
      count += 1
      if byte == Self.quote {
        buffer[count] = byte
        count += 1
      }
    }
    buffer[count] = Self.quote
    count += 1
  }
}

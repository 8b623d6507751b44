import DelimitedText
import SurveyModel

/// Answers given as codes or labels, decoded to positions in the code list.
///
/// A cell of one byte is one look into a table of 256; a cell of up to eight bytes, one look into a
/// small hash table of spellings already seen; anything else goes through ``AnswerMatcher`` once per
/// distinct spelling.
final class CodedColumn: ColumnDecoder {
  private static let notAsked: UInt16 = 65_535
  /// In the tables: not looked up yet.
  private static let unknown: UInt16 = 65_534
  /// In the tables: not an answer.
  private static let wrong: UInt16 = 65_533
  private static let spellingsRemembered = 4096

  private let list: CodeList
  /// Made when a spelling is met that is no code: most files hold codes alone.
  private lazy var matcher = AnswerMatcher(list)
  private let answerCount: UInt16
  private let oneByte: UnsafeMutablePointer<UInt16>
  private var shortSpellings = ShortSpellings()
  private var longSpellings = ByteStringTable()
  private var longValues: [UInt16] = []
  /// Positions of the tile's rows: 0 blank, 65535 not asked.
  let positions: UnsafeMutablePointer<UInt16>
  /// Scratch memory for keeping positions in one byte each.
  private let narrow: UnsafeMutablePointer<UInt8>
  private var kept8: [UInt8] = []
  private var kept16: [UInt16] = []
  private var keptCount = 0

  init(field: Field, list: CodeList, source: Int?, isDesign: Bool, texts: CellTexts) {
    precondition(list.codes.count < 65_000, "positions of a code list fit 16 bits")
    self.list = list
    answerCount = UInt16(list.answerCount)
    oneByte = .allocate(capacity: 256)
    oneByte.initialize(repeating: Self.unknown, count: 256)
    positions = .allocate(capacity: TileSize.rows)
    positions.initialize(repeating: 0, count: TileSize.rows)
    narrow = .allocate(capacity: TileSize.rows)
    narrow.initialize(repeating: 0, count: TileSize.rows)
    super.init(field: field, source: source, isDesign: isDesign, texts: texts)
  }

  deinit {
    oneByte.deallocate()
    positions.deallocate()
    narrow.deallocate()
  }

  override func decode(_ view: TileView) {
    let rows = view.tile.count
    guard let source else {
      positions.update(repeating: 0, count: rows)
      return
    }
    let bytes = view.bytes
    let stride = view.tile.stride
    var ends = view.tile.ends + source
    // Held for the whole tile: going through the object costs an access check per cell.
    let oneByte = oneByte
    let positions = positions
    var shortSpellings = shortSpellings
    for row in 0..<rows {
      let start = Int(ends[0]) + 1
      let length = Int(ends[1]) - start
      ends += stride
      if length == 1 {
        let position = oneByte[Int(bytes[start])]
        if position < Self.wrong {
          positions[row] = position
          continue
        }
      } else if length == 0 {
        positions[row] = 0
        continue
      } else if length <= 8 {
        let position = shortSpellings.value(
          ShortSpellings.key(bytes + start, length: length), otherwise: Self.unknown)
        if position < Self.wrong {
          positions[row] = position
          continue
        }
      }
      let cell = UnsafeBufferPointer(start: bytes + start, count: length)
      let position = lookUp(cell)
      shortSpellings = self.shortSpellings
      if position == Self.wrong {
        positions[row] = 0
        view.tile.flags[row] |= RowTile.badCell
      } else {
        positions[row] = position
      }
    }
  }

  /// Position of a spelling, from memory or from the matcher; ``wrong`` when it is no answer.
  private func lookUp(_ cell: UnsafeBufferPointer<UInt8>) -> UInt16 {
    if cell.count == 1 {
      if oneByte[Int(cell[0])] == Self.unknown { oneByte[Int(cell[0])] = read(cell) }
      return oneByte[Int(cell[0])]
    }
    if cell.count <= 8, let base = cell.baseAddress {
      let key = ShortSpellings.key(base, length: cell.count)
      let remembered = shortSpellings.value(key, otherwise: Self.unknown)
      if remembered != Self.unknown { return remembered }
      let value = read(cell)
      if shortSpellings.count < Self.spellingsRemembered { shortSpellings.remember(key, value) }
      return value
    }
    let hash = ByteStringTable.hash(cell)
    if let number = longSpellings.find(cell, hash: hash) { return longValues[number] }
    let value = read(cell)
    if longValues.count < Self.spellingsRemembered && cell.count <= 256 {
      _ = longSpellings.intern(cell, hash: hash)
      longValues.append(value)
    }
    return value
  }

  private func read(_ cell: UnsafeBufferPointer<UInt8>) -> UInt16 {
    switch reading(trimmed(unquoted(cell, from: 0, to: cell.count))) {
    case .value(let position): UInt16(position)
    case .blank: 0
    case .fault: Self.wrong
    }
  }

  private func reading(_ content: [UInt8]) -> CellReading<Int> {
    if content.isEmpty { return .blank }
    let inspection = content.withUnsafeBufferPointer {
      TextInspection.inspect($0, limit: TextLimits.cell)
    }
    switch inspection {
    case .fault(let fault): return .fault(fault)
    case .needsComposing: sawDecomposed = true
    case .plain: break
    }
    let text = String(decoding: content, as: UTF8.self)
    let answer = AnswerText(list, texts: texts, matcher: matcher)
    return answer.reading(text, isBlank: texts.isBlank(content))
  }

  override func isBlank(_ row: Int) -> Bool { positions[row] == 0 }

  override func isMissing(_ row: Int) -> Bool {
    positions[row] > answerCount && positions[row] != Self.notAsked
  }

  override func setNotAsked(_ row: Int) { positions[row] = Self.notAsked }

  override func answer(_ row: Int) -> String? {
    let position = Int(positions[row])
    return position >= 1 && position <= list.answerCount ? list.codes[position - 1].code : nil
  }

  override func fault(_ content: [UInt8]) -> CellFault? {
    if isRemembered(content) { return nil }
    return if case .fault(let fault) = reading(content) { fault } else { nil }
  }

  /// True for a spelling that is known to be an answer; spares the matcher the sound cells of a row
  /// that is being explained.
  private func isRemembered(_ content: [UInt8]) -> Bool {
    switch content.count {
    case 1: return oneByte[Int(content[0])] < Self.wrong
    case 2...8:
      var key: UInt64 = 0
      for byte in content.reversed() { key = key << 8 | UInt64(byte) }
      return shortSpellings.value(key, otherwise: Self.unknown) < Self.wrong
    default: return false
    }
  }

  override func keep(_ rows: Int) {
    keptCount += rows
    if field.isPersonal { return }
    if list.fitsByte {
      // 65535 becomes 255: not asked, in one byte.
      for row in 0..<rows { narrow[row] = UInt8(truncatingIfNeeded: positions[row]) }
      kept8.append(contentsOf: UnsafeBufferPointer(start: narrow, count: rows))
    } else {
      kept16.append(contentsOf: UnsafeBufferPointer(start: positions, count: rows))
    }
  }

  override func takeBlock() -> BlockColumn {
    defer {
      kept8 = []
      kept16 = []
      keptCount = 0
    }
    if field.isPersonal { return .values(.dropped(count: keptCount)) }
    return .values(list.fitsByte ? .coded8(kept8) : .coded16(kept16))
  }
}

/// Rows a decoder holds at a time.
enum TileSize {
  static let rows = 512
}

/// Spellings of up to eight bytes with the position each means: open addressing over 64-bit keys.
struct ShortSpellings {
  private var keys = [UInt64](repeating: 0, count: 256)
  private var values = [UInt16](repeating: 0, count: 256)
  private(set) var count = 0

  /// The bytes as one number.
  ///
  /// No byte is NUL, so spellings of different lengths differ.
  @inline(__always)
  static func key(_ bytes: UnsafePointer<UInt8>, length: Int) -> UInt64 {
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    return word & (UInt64.max >> UInt64((8 - length) * 8))
  }

  @inline(__always)
  private static func slot(_ key: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  @inline(__always)
  func value(_ key: UInt64, otherwise: UInt16) -> UInt16 {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask: mask)
    while keys[slot] != key {
      if keys[slot] == 0 { return otherwise }
      slot = (slot + 1) & mask
    }
    return values[slot]
  }

  mutating func remember(_ key: UInt64, _ value: UInt16) {
    if (count + 1) * 4 > keys.count {
      let old = zip(keys, values)
      keys = [UInt64](repeating: 0, count: keys.count * 2)
      values = [UInt16](repeating: 0, count: values.count * 2)
      for (key, value) in old where key != 0 { insert(key, value) }
    }
    insert(key, value)
    count += 1
  }

  private mutating func insert(_ key: UInt64, _ value: UInt16) {
    let mask = keys.count - 1
    var slot = Self.slot(key, mask: mask)
    while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }
}

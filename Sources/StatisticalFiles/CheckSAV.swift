import Glibc

/// Walks through the records of an SPSS file before ReadStat does, without keeping them.
///
/// ReadStat believes the counts of a file and asks for memory by them. This looks whether they fit
/// the file and the limits, so that a hostile file costs nothing.
///
/// ## Method
///
/// GNU PSPP, "System File Format" (data format of `$FL2` and `$FL3`).
///
/// - Throws: ``StatisticalFault/damaged(_:)`` or ``StatisticalFault/tooLarge(_:_:)``.
func checkSAV(_ path: String, kind: StatisticalFileKind) throws(StatisticalFault) {
  guard let file = fopen(path, "rb") else { throw .unreadable(kind) }
  defer { fclose(file) }
  var walk = SAVWalk(file: file, kind: kind)
  try walk.header()
  while try walk.record() {}
  if kind == .zsav { try walk.blocks() }
}

private struct SAVWalk {
  let file: UnsafeMutablePointer<FILE>
  let kind: StatisticalFileKind
  private let size: Int
  private var position = 0
  private var isSwapped = false
  private var segments = 0
  private var variables = 0
  private var labels = 0

  init(file: UnsafeMutablePointer<FILE>, kind: StatisticalFileKind) {
    self.file = file
    self.kind = kind
    fseeko(file, 0, SEEK_END)
    size = ftello(file)
    fseeko(file, 0, SEEK_SET)
  }

  private mutating func bytes(_ count: Int) throws(StatisticalFault) -> [UInt8] {
    guard count <= size - position else { throw .cutOff(kind) }
    var bytes = [UInt8](repeating: 0, count: count)
    guard fread(&bytes, 1, count, file) == count else { throw .cutOff(kind) }
    position += count
    return bytes
  }

  private mutating func skip(_ count: Int) throws(StatisticalFault) {
    guard count >= 0, count <= size - position else { throw .cutOff(kind) }
    if count <= 256 {
      _ = try bytes(count)
    } else {
      fseeko(file, count, SEEK_CUR)
      position += count
    }
    guard position <= StatisticalLimits.dictionary else { throw .tooLarge(kind, .dictionary) }
  }

  private func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    var value: UInt32 = 0
    for byte in isSwapped ? Array(bytes) : bytes.reversed() { value = value << 8 | UInt32(byte) }
    return Int(Int32(bitPattern: value))
  }

  private func long(_ bytes: ArraySlice<UInt8>) -> Int {
    var value: UInt64 = 0
    for byte in isSwapped ? Array(bytes) : bytes.reversed() { value = value << 8 | UInt64(byte) }
    return Int(Int64(bitPattern: value))
  }

  private mutating func integer() throws(StatisticalFault) -> Int {
    integer(try bytes(4)[...])
  }

  mutating func header() throws(StatisticalFault) {
    let header = try bytes(176)
    if integer(header[64..<68]) != 2 && integer(header[64..<68]) != 3 {
      isSwapped = true
      guard (2...3).contains(integer(header[64..<68])) else { throw .damaged(kind) }
    }
  }

  /// False after the record that ends the dictionary.
  mutating func record() throws(StatisticalFault) -> Bool {
    switch try integer() {
    case 2: try variable()
    case 3: try valueLabels()
    case 4:
      let count = try integer()
      guard count >= 0, count <= variables + segments else { throw .damaged(kind) }
      try skip(4 * count)
    case 6:
      let lines = try integer()
      guard lines >= 0, lines <= size / 80 else { throw .damaged(kind) }
      try skip(80 * lines)
    case 7:
      let head = try bytes(12)
      let (width, count) = (integer(head[4..<8]), integer(head[8..<12]))
      guard width >= 0, count >= 0 else { throw .damaged(kind) }
      try skip(width * count)
    case 999:
      try skip(4)
      return false
    default: throw .damaged(kind)
    }
    return true
  }

  private mutating func variable() throws(StatisticalFault) {
    let head = try bytes(28)
    let width = integer(head[0..<4])
    segments += 1
    if width >= 0 { variables += 1 }
    guard (-1...255).contains(width) else { throw .damaged(kind) }
    // A text of 32,767 bytes is 131 variables that are joined later.
    guard variables <= 131 * StatisticalLimits.variables else { throw .tooLarge(kind, .variables) }
    guard segments * 8 <= StatisticalLimits.row else { throw .tooLarge(kind, .row) }
    if integer(head[4..<8]) != 0 {
      let length = try integer()
      guard (0...65_535).contains(length) else { throw .damaged(kind) }
      try skip((length + 3) / 4 * 4)
    }
    let missing = integer(head[8..<12])
    guard (-3...3).contains(missing) else { throw .damaged(kind) }
    try skip(8 * abs(missing))
  }

  private mutating func valueLabels() throws(StatisticalFault) {
    let count = try integer()
    guard count >= 0, count <= size / 16 else { throw .damaged(kind) }
    labels += count
    guard labels <= StatisticalLimits.labels else { throw .tooLarge(kind, .labels) }
    for _ in 0..<count {
      let head = try bytes(9)
      try skip((Int(head[8]) + 8) / 8 * 8 - 1)
    }
  }

  /// The blocks of a ZSAV file as its last part lists them.
  mutating func blocks() throws(StatisticalFault) {
    let head = try bytes(24)
    let (start, length) = (long(head[8..<16]), long(head[16..<24]))
    guard start >= position, length >= 24, start <= size, length <= size - start,
      length <= StatisticalLimits.dictionary, (length - 24) % 24 == 0
    else { throw .cutOff(kind) }
    fseeko(file, start, SEEK_SET)
    let dataStart = position
    position = start
    let trailer = try bytes(length)
    let count = integer(trailer[20..<24])
    guard count >= 0, 24 + count * 24 == length else { throw .damaged(kind) }
    var unpacked = 0
    for block in 0..<count {
      let at = 24 + block * 24
      let from = long(trailer[at + 8..<at + 16])
      let full = integer(trailer[at + 16..<at + 20])
      let packed = integer(trailer[at + 20..<at + 24])
      guard from >= dataStart, full >= 0, packed >= 0, from <= start, packed <= start - from else {
        throw .damaged(kind)
      }
      guard full <= StatisticalLimits.block else { throw .tooLarge(kind, .unpacked) }
      unpacked += full
    }
    // Codes of one byte unpack once more, eightfold.
    guard unpacked * 8 <= StatisticalLimits.unpacked,
      unpacked <= StatisticalLimits.swellingFrom || unpacked <= StatisticalLimits.swelling * size
    else { throw .tooLarge(kind, .unpacked) }
  }
}

import Glibc

/// Goes through a text from mark to mark.
struct MarkedText {
  private let bytes: [UInt8]
  private var place = 0
  /// What stands between the last two marks, without them.
  private(set) var passed: ArraySlice<UInt8> = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Passes the next of some marks.
  ///
  /// - Returns: The mark; `nil` when none is left, and then the rest has been passed.
  mutating func next(_ marks: [String]) -> String? {
    var nearest: (start: Int, mark: String)?
    for mark in marks {
      guard let start = find(mark, before: nearest.map { $0.start + 1 } ?? bytes.count) else {
        continue
      }
      nearest = (start, mark)
    }
    guard let (start, mark) = nearest else {
      passed = bytes[place...]
      place = bytes.count
      return nil
    }
    passed = bytes[place..<start]
    place = start + mark.utf8.count
    return mark
  }

  /// Passes a mark; what stands from here through the mark, or to the end where there is none.
  mutating func through(_ mark: String) -> String {
    let end = find(mark, before: bytes.count).map { $0 + mark.utf8.count } ?? bytes.count
    defer { place = end }
    return String(decoding: bytes[place..<end], as: UTF8.self)
  }

  /// What has not been passed.
  var rest: String { String(decoding: bytes[place...], as: UTF8.self) }

  /// Where a mark begins, at or after the present place and before another.
  private func find(_ mark: String, before end: Int) -> Int? {
    bytes.withUnsafeBytes {
      position(of: Array(mark.utf8), in: $0, from: place, before: end + mark.utf8.count - 1)
    }
  }
}

/// Where some bytes begin.
///
/// - Parameters:
///   - mark: What to look for; not empty.
///   - bytes: Where to look.
///   - start: Where it may begin at the earliest.
///   - end: Before which it ends; may lie beyond the bytes.
/// - Returns: The first place; `nil` where there is none.
func position(
  of mark: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int, before end: Int
) -> Int? {
  guard let base = bytes.baseAddress else { return nil }
  let last = min(end, bytes.count) - mark.count
  var place = start
  while place <= last {
    guard let found = memchr(base + place, Int32(mark[0]), last - place + 1) else { return nil }
    place = UnsafeRawPointer(found) - base
    if memcmp(base + place, mark, mark.count) == 0 { return place }
    place += 1
  }
  return nil
}

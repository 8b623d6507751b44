/// Text of a workbook with its `_xHHHH_` escapes read: `_x000D_` is a carriage return, `_x005F_` the
/// underscore itself.
///
/// A NUL, which no other format can hold, and halves of surrogate pairs stay as they are written.
///
/// ## Method
///
/// ECMA-376-1:2016, 22.9.2.19 (ST_Xstring).
func unescapeText(_ bytes: inout [UInt8], from start: Int) {
  guard let first = firstEscape(bytes, from: start) else { return }
  var write = first
  var read = first
  while read < bytes.count {
    if let scalar = escape(bytes, at: read) {
      for byte in String(Character(scalar)).utf8 {
        bytes[write] = byte
        write += 1
      }
      read += 7
    } else {
      bytes[write] = bytes[read]
      write += 1
      read += 1
    }
  }
  bytes.removeLast(bytes.count - write)
}

private func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index + 7 <= bytes.count {
    if bytes[index] == 0x5F && escape(bytes, at: index) != nil { return index }
    index += 1
  }
  return nil
}

private func escape(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
  guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
    bytes[index + 6] == 0x5F
  else { return nil }
  var value: UInt32 = 0
  for byte in bytes[(index + 2)..<(index + 6)] {
    switch byte {
    case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
    case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
    case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
    default: return nil
    }
  }
  return value == 0 ? nil : Unicode.Scalar(value)
}

/// Parts the cells of records that are made from other formats.
let tabSeparator: UInt8 = 9

/// Appends a cell of tab-separated text, in quotation marks where it needs them.
func appendTabCell(_ content: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
  let quote: UInt8 = 0x22
  guard content.contains(where: { $0 == tabSeparator || $0 == quote || $0 == 10 || $0 == 13 })
  else {
    text.append(contentsOf: content)
    return
  }
  text.append(quote)
  for byte in content {
    text.append(byte)
    if byte == quote { text.append(quote) }
  }
  text.append(quote)
}

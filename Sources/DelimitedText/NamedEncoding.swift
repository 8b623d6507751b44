/// The encoding a survey file names, in any usual spelling.
///
/// `UTF-16` alone leaves the byte order to the mark at the start of the file. `ABC` and `.VnTime`
/// are what people call TCVN3, after its fonts.
package func namedEncoding(_ name: String) -> TextEncoding? {
  switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
  case "utf8": .utf8
  case "utf16le", "utf16": .utf16LittleEndian
  case "utf16be": .utf16BigEndian
  case "windows1258", "cp1258", "1258": .windows1258
  case "tcvn3", "tcvn", "tcvn5712", "tcvn57121993", "abc", "vntime", "vntimeh": .tcvn3
  case "vni", "vniwindows", "vniwin", "vnitimes": .vni
  case "tcvn3inutf8": .tcvn3InUTF8
  case "vniwindowsinutf8": .vniInUTF8
  default: nil
  }
}

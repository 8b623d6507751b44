/// Adds to a finished PDF what cairo has no words for: its language, which a program that reads aloud
/// must know, and that its title, not its file name, stands over the window.
///
/// The file is left as it is and gets an update after its end (ISO 32000-1, 7.5.6): the catalogue
/// again, with two entries more. A file of another build than cairo's PDF 1.4 comes back unchanged.
func with(language: String, in file: [UInt8]) -> [UInt8] {
  // The end of the file holds catalogue, table of objects and trailer in plain text.
  guard let trailer = lastRange(of: "trailer", in: file[...]),
    let ending = PlainText(file[trailer...]),
    let size = ending.number(after: "/Size "), let root = ending.number(after: "/Root "),
    let info = ending.number(after: "/Info "), let table = ending.number(after: "startxref\n"),
    table < trailer, let catalogue = lastRange(of: "\n\(root) 0 obj\n<<", in: file[..<table]),
    let object = PlainText(file[catalogue..<table]), let content = object.between("<<", "endobj")
  else { return file }
  var result = file
  if result.last != 0x0A { result.append(0x0A) }
  let place = result.count
  result += Array(
    "\(root) 0 obj\n<< /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>\(content)endobj\n"
      .utf8)
  let start = result.count
  let digits = String(place)
  let offset = String(repeating: "0", count: max(10 - digits.count, 0)) + digits
  result += Array(
    """
    xref
    \(root) 1
    \(offset) 00000 n\u{20}
    trailer
    << /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(table) >>
    startxref
    \(start)
    %%EOF

    """.utf8)
  return result
}

/// A stretch of a file that is text.
private struct PlainText {
  let text: String

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count < 1_000_000, let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    self.text = text
  }

  func number(after word: String) -> Int? {
    guard let end = end(of: word, in: text[...]) else { return nil }
    return Int(text[end...].prefix { $0.isASCII && $0.isNumber })
  }

  func between(_ opening: String, _ closing: String) -> Substring? {
    guard let from = end(of: opening, in: text[...]) else { return nil }
    let rest = text[from...]
    guard let to = end(of: closing, in: rest) else { return nil }
    return rest[..<rest.index(to, offsetBy: -closing.count)]
  }

  private func end(of word: String, in text: Substring) -> String.Index? {
    text.firstRange(of: word)?.upperBound
  }
}

/// Where the last occurrence of a word begins.
private func lastRange(of word: String, in file: ArraySlice<UInt8>) -> Int? {
  let word = Array(word.utf8)
  guard file.count >= word.count else { return nil }
  return stride(from: file.endIndex - word.count, through: file.startIndex, by: -1)
    .first { file[$0..<$0 + word.count].elementsEqual(word) }
}

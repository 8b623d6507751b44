import SurveyModel

/// Names for the tabs of tables: a number, which keeps them apart, and as much of the title as the
/// format has room for, cut between words.
///
/// Of titles such as “index: by district” the end is kept, which tells them apart.
///
/// At most 31 UTF-16 units, without `[ ] : * ? / \ '`, control characters and marks of direction.
func sheetNames(of titles: [String], _ words: SheetWords) -> [String] {
  titles.enumerated().map { index, title in
    let number = "\(index + 1). "
    let room = 31 - number.utf16.count
    let name = name(of: title, room: room)
    return number + (name.isEmpty ? words.table : name)
  }
}

private func name(of title: String, room: Int) -> String {
  let whole = legal(title)
  let parts = title.split(separator: ": ")
  guard whole.utf16.count > room, parts.count > 1, let last = parts.last else {
    return shortened(whole, to: room)
  }
  let tail = shortened(legal(String(last)), to: room - 12)
  let joint = " – "
  let head = shortened(
    legal(parts.dropLast().joined(separator: " ")), to: room - tail.utf16.count - joint.utf16.count)
  return head + joint + tail
}

private func legal(_ title: String) -> String {
  let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
  let scalars = title.unicodeScalars.map { scalar -> Unicode.Scalar in
    forbidden.contains(scalar) || scalar.value < 0x20 || scalar.value == 0x7F
      || scalar.properties.generalCategory == .control
      || scalar.turnsDirection
      || (0xFFFE...0xFFFF).contains(scalar.value & 0xFFFF) ? " " : scalar
  }
  return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
}

/// The text, or its beginning with an ellipsis.
private func shortened(_ text: String, to room: Int) -> String {
  guard text.utf16.count > room else { return text }
  var words: [Substring] = []
  var count = 1  // The ellipsis.
  for word in text.split(separator: " ") {
    let next = count + word.utf16.count + (words.isEmpty ? 0 : 1)
    guard next <= room else { break }
    words.append(word)
    count = next
  }
  if !words.isEmpty { return words.joined(separator: " ") + "…" }
  var result = ""
  for character in text {
    guard result.utf16.count + character.utf16.count < room else { break }
    result.append(character)
  }
  return result + "…"
}

/// A label without the tags, entities and line breaks that forms put into it.
func plainText(_ text: String) -> String {
  guard text.contains("<") || text.contains("&") else { return collapsed(text) }
  var result = ""
  var rest = Substring(text)
  while let first = rest.first {
    if first == "<", let end = tagEnd(of: rest) {
      result += " "
      rest = rest[end...]
    } else if first == "&", let (character, end) = entity(at: rest) {
      result += character
      rest = rest[end...]
    } else {
      result.append(first)
      rest.removeFirst()
    }
  }
  return collapsed(result)
}

/// Behind the tag that begins here; `nil` where `<` is just a sign ("< 18").
private func tagEnd(of text: Substring) -> String.Index? {
  let second = text.dropFirst().first
  guard let second, second.isLetter || second == "/" || second == "!",
    let close = text.prefix(2_000).firstIndex(of: ">")
  else { return nil }
  return text.index(after: close)
}

private func entity(at text: Substring) -> (String, String.Index)? {
  guard let close = text.prefix(12).firstIndex(of: ";") else { return nil }
  let name = text[text.index(after: text.startIndex)..<close]
  let end = text.index(after: close)
  let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "egrave": "è", "eacute": "é",
    "ecirc": "ê", "igrave": "ì", "iacute": "í", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "ugrave": "ù", "uacute": "ú", "yacute": "ý", "Agrave": "À", "Aacute": "Á",
    "Acirc": "Â", "Ecirc": "Ê", "Ocirc": "Ô", "Oacute": "Ó", "Uacute": "Ú", "Yacute": "Ý",
  ][String(name)]
  if let named { return (named, end) }
  guard name.first == "#" else { return nil }
  let digits = name.dropFirst()
  let isHex = digits.first == "x" || digits.first == "X"
  let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  guard let code, let scalar = Unicode.Scalar(code), code >= 0x20 else { return nil }
  return (String(Character(scalar)), end)
}

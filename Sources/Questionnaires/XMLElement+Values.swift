import SurveyModel
import XML

/// Reading the values of the trade from elements that the schema has checked.
///
/// The readers are total: where a broken file lacks something they give an absent or empty value,
/// so that the rules can go on and report everything else.
extension XMLElement {
  /// The text with runs of white space as one space, as a person reads it.
  var phrase: String {
    text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
      .joined(separator: " ")
  }

  /// The texts of the children of one name, by language; the first of each language counts.
  func texts(_ name: String) -> LocalizedText {
    var text = LocalizedText()
    for child in children(named: name) {
      switch child.textLanguage {
      case .vi: text.vi = text.vi ?? child.phrase
      case .en: text.en = text.en ?? child.phrase
      case nil: break
      }
    }
    return text
  }

  var label: LocalizedText { texts("label") }

  /// Each note by itself: a Vietnamese text with the English one that follows it.
  var notes: [LocalizedText] { pairedTexts("note") }

  /// The texts of the children of one name that may stand several times: each a Vietnamese text with
  /// the English one that follows it.
  func pairedTexts(_ name: String) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    for child in children(named: name) {
      let phrase = child.phrase
      switch child.textLanguage {
      case .en where texts.last?.en == nil && texts.last != nil:
        texts[texts.count - 1].en = phrase
      case .en: texts.append(LocalizedText(en: phrase))
      case .vi: texts.append(LocalizedText(vi: phrase))
      case nil: break
      }
    }
    return texts
  }

  /// Vietnamese when nothing is said; `nil` for a language the product does not speak.
  var textLanguage: Language? {
    guard let language else { return .vi }
    return Language(rawValue: String(language.lowercased().prefix { $0 != "-" }))
  }

  func isTrue(_ attribute: String) -> Bool {
    let value = self[attribute: attribute]?.trimmingSpaces
    return value == "true" || value == "1"
  }

  func number(_ attribute: String) -> Double? {
    self[attribute: attribute].flatMap { strictNumber($0.trimmingSpaces) }
  }

  func integer(_ attribute: String) -> Int? {
    self[attribute: attribute].flatMap { Int($0.trimmingSpaces) }
  }

  /// The value of an attribute with outer spaces taken off.
  func word(_ attribute: String) -> String? {
    self[attribute: attribute]?.trimmingSpaces
  }

  /// Names separated by spaces, each with its place.
  func words(_ attribute: String) -> [(text: String, place: SourceLocation)] {
    guard let attribute = self.attribute(attribute) else { return [] }
    var words: [(text: String, place: SourceLocation)] = []
    var current = ""
    var start = 0
    for (index, scalar) in attribute.value.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        if !current.isEmpty { words.append((current, attribute.place(ofScalar: start))) }
        current = ""
      } else {
        if current.isEmpty { start = index }
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty { words.append((current, attribute.place(ofScalar: start))) }
    return words
  }

  var sourceDocument: SourceDocument {
    SourceDocument(
      document: word("document") ?? "", date: word("date"), issuer: word("issuer"),
      status: word("status"), note: phrase.isEmpty ? nil : phrase)
  }
}

extension String {
  var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}

/// A number in decimal form, `-1.5` or `1e-9`; nothing else that `Double` would accept, such as
/// `nan` or `0x10`, which as an answer code is a word.
func strictNumber(_ text: String) -> Double? {
  guard let first = text.utf8.first(where: { $0 != 0x2D && $0 != 0x2B }),
    (0x30...0x39).contains(first) || first == 0x2E,
    text.utf8.allSatisfy({
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x65, 0x45].contains($0)
    }), let number = Double(text), number.isFinite
  else { return nil }
  return number
}

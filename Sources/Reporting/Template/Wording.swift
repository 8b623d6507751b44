package import SurveyModel

/// The fixed words of the report in one language, by id: those the program carries
/// (`wording.xml`), or an office's own in their place.
///
/// ```swift
/// let words = Wording.standard(.en)
/// words["column.target"]                         // Target
/// words("title.attainment", ["year": "2021"])    // Attainment of the 2021 targets
/// ```
package struct Wording: Sendable, Hashable {
  package let language: Language
  private var texts: [String: String]

  init(language: Language, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// What the program carries.
  package static func standard(_ language: Language) -> Wording {
    language == .vi ? vietnamese : english
  }

  private static let vietnamese = Wording(.vi, of: WordingCatalogue.standard)
  private static let english = Wording(.en, of: WordingCatalogue.standard)

  private init(_ language: Language, of catalogue: WordingCatalogue) {
    self.language = language
    texts = [:]
    for entry in catalogue.entries { texts[entry.id] = entry.text.text(in: language) }
  }

  /// The text of an id that has no places for values, or with its places as they are.
  ///
  /// - Precondition: The program carries a text of this id; a test reads every id out of the source.
  package subscript(id: String) -> String {
    guard let text = texts[id] else { preconditionFailure("no wording \(id)") }
    return text
  }

  /// The text with its places filled: `{year}` becomes the value of `year`.
  ///
  /// Values are put in as they are: a `{` in a value stays a `{`.
  package func callAsFunction(_ id: String, _ values: [String: String]) -> String {
    fill(self[id], with: values)
  }

  /// The same words with some said otherwise.
  func saying(_ others: [String: String]) -> Wording {
    var wording = self
    wording.texts.merge(others) { _, other in other }
    return wording
  }
}

/// Puts values into the places of a text; a place without a value stays as it is written.
func fill(_ text: String, with values: [String: String]) -> String {
  var result = ""
  for piece in WordingPiece.pieces(of: text) {
    switch piece {
    case .text(let text): result += text
    case .place(let name): result += values[name] ?? "{\(name)}"
    }
  }
  return result
}

/// A stretch of a text: as it stands, or a place for a value.
enum WordingPiece: Hashable {
  case text(String)
  case place(String)

  /// `{name}` of unaccented letters and digits is a place; any other brace is text.
  static func pieces(of text: String) -> [WordingPiece] {
    var pieces: [WordingPiece] = []
    var plain = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      plain += rest[..<brace]
      let after = rest[rest.index(after: brace)...]
      let name = after.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      if !name.isEmpty, name.endIndex < after.endIndex, after[name.endIndex] == "}" {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.place(String(name)))
        rest = after[after.index(after: name.endIndex)...]
      } else {
        plain += "{"
        rest = after
      }
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// The names of the places of a text.
  static func places(of text: String) -> Set<String> {
    var names: Set<String> = []
    for case .place(let name) in pieces(of: text) { names.insert(name) }
    return names
  }
}

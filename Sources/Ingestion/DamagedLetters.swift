import DelimitedText
import SurveyModel

/// The letters of a cell that cannot be recovered, in words; the rest of the cell is not shown.
enum DamagedLetters {
  private static let shown = 3

  /// The letters as `byte 0x9D (character 5)`, three at most, then how many more.
  ///
  /// - Parameter text: As ``UndecodedByte/marking(_:)`` makes it. U+FFFD is named as such: there a
  ///   program lost the letter before.
  /// - Returns: `nil` when all letters are sound.
  static func named(in text: String) -> LocalizedText? {
    var places: [(name: String, position: Int)] = []
    for (position, scalar) in text.unicodeScalars.enumerated() {
      if let byte = UndecodedByte.byte(of: scalar) {
        places.append(("byte 0x\(UndecodedByte.hexadecimal(byte))", position + 1))
      } else if scalar == "\u{FFFD}" {
        places.append(("U+FFFD", position + 1))
      }
    }
    guard !places.isEmpty else { return nil }
    func list(_ character: String, _ more: (Int) -> String) -> String {
      var parts = places.prefix(shown).map { "\($0.name) (\(character) \($0.position))" }
      if places.count > shown { parts.append(more(places.count - shown)) }
      return parts.joined(separator: ", ")
    }
    return LocalizedText(
      vi: list("ký tự thứ") { "và \($0) chỗ nữa" }, en: list("character") { "and \($0) more" })
  }
}

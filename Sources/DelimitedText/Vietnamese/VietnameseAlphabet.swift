/// The tones of Vietnamese, in the order of the alphabet tables below.
enum Tone: UInt8, CaseIterable {
  case none, grave, hook, tilde, acute, dot

  /// The tone of a combining mark: U+0300, U+0309, U+0303, U+0301 or U+0323.
  init?(combining scalar: UInt32) {
    switch scalar {
    case 0x300: self = .grave
    case 0x309: self = .hook
    case 0x303: self = .tilde
    case 0x301: self = .acute
    case 0x323: self = .dot
    default: return nil
    }
  }
}

/// A letter of the Vietnamese alphabet with its tone.
struct VietnameseLetter: Hashable {
  /// Place among the 29 letters, from 1.
  var letter: UInt8
  var tone: Tone
  var isCapital: Bool
}

/// The 29 letters, the twelve vowels among them in six tones: 89 composed characters in each case,
/// 67 of them outside ASCII.
enum VietnameseAlphabet {
  private static let consonants = "bcdđghklmnpqrstvx"
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]
  /// One more than the highest scalar of the alphabet, U+1EF9.
  private static let end = 0x1EFA

  /// Composed scalars by letter (twelve each): six tones, small and capital.
  private static let composedScalars: [UInt16] = {
    var scalars = [UInt16](repeating: 0, count: 12)
    for row in vowels + consonants.map(String.init) {
      for character in row {
        for form in [String(character), character.uppercased()] {
          scalars += form.unicodeScalars.map { UInt16($0.value) }
        }
      }
      while scalars.count % 12 != 0 { scalars.append(0) }
    }
    return scalars
  }()

  /// Index into ``composedScalars`` by scalar; 0 for what is no letter of the alphabet.
  private static let places: [UInt16] = {
    var places = [UInt16](repeating: 0, count: end)
    for (place, scalar) in composedScalars.enumerated() where scalar != 0 {
      places[Int(scalar)] = UInt16(place)
    }
    return places
  }()

  /// The letter that a composed scalar is; `nil` for other characters.
  static func letter(_ scalar: UInt32) -> VietnameseLetter? {
    guard scalar < UInt32(end) else { return nil }
    let place = places[Int(scalar)]
    guard place != 0, let tone = Tone(rawValue: UInt8(place % 12 / 2)) else { return nil }
    return VietnameseLetter(letter: UInt8(place / 12), tone: tone, isCapital: place % 2 == 1)
  }

  /// `scalar` with a tone put on it; `nil` unless it is a vowel without one.
  static func adding(_ tone: Tone, to scalar: UInt32) -> UInt32? {
    guard let letter = letter(scalar), letter.tone == .none else { return nil }
    let place = Int(letter.letter) * 12 + Int(tone.rawValue) * 2 + (letter.isCapital ? 1 : 0)
    return composedScalars[place] == 0 ? nil : UInt32(composedScalars[place])
  }
}

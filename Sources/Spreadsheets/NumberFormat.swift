/// What a number format shows a number as: a date, a time, both, or neither.
///
/// Only the first section counts (that of positive numbers); quoted and escaped characters, colours
/// and conditions do not. Elapsed times (`[h]:mm`) stay numbers: they are durations, not times of
/// day.
///
/// ## Method
///
/// ECMA-376-1:2016, 18.8.30 and 18.8.31.
func numberForm(ofFormat code: String) -> NumberForm {
  var letters: Set<Character> = []
  var characters = Array(code.lowercased())[...]
  while let character = characters.popFirst() {
    switch character {
    case ";": characters = []
    case "\"":
      characters = characters.drop { $0 != "\"" }.dropFirst()
    case "\\", "_", "*": characters = characters.dropFirst()
    case "[":
      let inside = characters.prefix { $0 != "]" }
      if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
        return .number
      }
      characters = characters.dropFirst(inside.count + 1)
    case "a" where characters.starts(with: "m/pm"): characters = characters.dropFirst(4)
    case "a" where characters.starts(with: "/p"): characters = characters.dropFirst(2)
    case "y", "m", "d", "h", "s": letters.insert(character)
    default: break
    }
  }
  let hasTime = letters.contains("h") || letters.contains("s")
  let hasDate =
    letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
  return hasDate ? (hasTime ? .dateAndTime : .date) : (hasTime ? .time : .number)
}

/// The same for the formats that have a number instead of a code.
func numberForm(ofBuiltIn number: Int) -> NumberForm {
  switch number {
  case 14...17, 27...31, 36, 50...54, 57, 58: .date
  case 22: .dateAndTime
  case 18...21, 32...35, 45, 47, 55, 56: .time
  default: .number
  }
}

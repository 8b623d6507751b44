/// The ids of the elements of a page: each once, and nothing in them but letters, digits and hyphens.
struct PageIdentifiers {
  private var taken: Set<String> = []

  /// The id as it is, or with a number where it is taken already.
  mutating func unique(_ wanted: String) -> String {
    var base = String(
      wanted.unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
          ? Character(scalar) : "-"
      })
    if base.first?.isLetter != true { base = "id-" + base }
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}

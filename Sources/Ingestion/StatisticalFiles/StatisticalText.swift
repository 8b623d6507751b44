import DelimitedText
import StatisticalFiles
import SurveyModel

/// In which encoding the texts of a statistical file are, and who turns them into UTF-8.
///
/// This product's own tables do where they know the encoding: one bad letter is then a fault of one
/// cell. ReadStat does for all others, and refuses the file for a bad letter.
struct StatisticalText {
  /// `nil` when ReadStat converts.
  var encoding: TextEncoding?
  /// How it was told, where that is not what the file says of itself.
  var detected: DetectedEncoding?
  /// The name people know it by.
  var name: String

  var isConvertedByReader: Bool { encoding == nil }

  /// - Parameters:
  ///   - dictionary: Read without conversion.
  ///   - declared: What the survey file says, which wins.
  init(of dictionary: StatisticalDictionary, declared: TextEncoding?) {
    if let declared {
      (encoding, name) = (declared, declared.rawValue)
      return
    }
    // Old files in the fonts of the nineties say they are Western, or say nothing.
    if case .text(let found) = detectEncoding(of: Self.sample(dictionary)),
      found.encoding.isLegacy, found.confidence == .likely
    {
      (encoding, detected, name) = (found.encoding, found, found.encoding.rawValue)
      return
    }
    let said = dictionary.encoding ?? "UTF-8"
    switch said.uppercased() {
    case "UTF-8", "US-ASCII", "ASCII": encoding = .utf8
    default: encoding = namedEncoding(said)
    }
    name = encoding?.rawValue ?? String(said.prefix(40))
  }

  /// Texts of the dictionary, which are what an encoding can be told from before the rows.
  private static func sample(_ dictionary: StatisticalDictionary) -> [UInt8] {
    let limit = 1 << 18
    var sample: [UInt8] = []
    func add(_ text: [UInt8]) {
      guard sample.count < limit else { return }
      sample.append(contentsOf: text)
      sample.append(10)
    }
    for variable in dictionary.variables {
      add(variable.name)
      add(variable.label)
      for label in variable.labels { add(label.label) }
    }
    return sample
  }

  /// A text of the dictionary, composed.
  func decoded(_ bytes: [UInt8]) -> String {
    composed(
      String(decoding: encoding.map { utf8Text(of: bytes, from: $0) } ?? bytes, as: UTF8.self))
  }
}

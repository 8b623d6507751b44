import DelimitedText
import StatisticalFiles
import SurveyModel

/// What the values of a variable mean for the field it stands for.
struct VariableReading {
  /// A value label and what the questionnaire says of the value and of the label.
  struct Labelled {
    /// The value as people write it.
    var value: String
    var label: String
    /// The questionnaire's code of that value.
    var position: Int?
    /// The codes the label is known for.
    var meaning: [Int]

    /// The same code, and a label that is another code's.
    var contradicts: Bool {
      guard let position else { return false }
      return !meaning.isEmpty && !meaning.contains(position)
    }

    /// The same code, and a label that is nobody's.
    var differs: Bool { position != nil && meaning.isEmpty && !label.isEmpty && label != value }
  }

  /// Of a coded field, in the order of the file.
  var labels: [Labelled] = []
  /// What is written in place of values; in the file's encoding.
  var texts: [StatisticalValue: [UInt8]] = [:]

  init(_ variable: StatisticalVariable, as field: Field, text: StatisticalText) {
    func isDeclaredMissing(_ value: StatisticalValue) -> Bool {
      if case .tag = value { return true }
      return variable.missing.contains { $0.contains(value) }
    }
    // Values that the file declares missing and the questionnaire knows as missing.
    for code in (field.codeList.map { Array($0.missing) } ?? []) + field.missingCodes {
      for value in Self.values(of: code.code) where isDeclaredMissing(value) {
        texts[value] = Array(code.code.utf8)
      }
    }
    guard let list = field.codeList else { return }
    let matcher = AnswerMatcher(list)
    let meanings = LabelMeanings(list)
    for (value, label) in variable.labels {
      let written = Self.written(value, text)
      let labelText = text.decoded(label)
      var position: Int?
      if case .position(let found) = matcher.match(written), !meanings.isLabelOnly(written) {
        position = found
      }
      let meaning = meanings.positions(of: labelText)
      labels.append(
        Labelled(value: written, label: labelText, position: position, meaning: meaning))
      guard position == nil, meaning.count == 1, let code = list.code(at: meaning[0]),
        !isDeclaredMissing(value) || meaning[0] > list.answerCount
      else { continue }
      // Codes beyond ASCII may read otherwise in the file's encoding; its own label does not.
      texts[value] = code.code.utf8.allSatisfy { $0 < 0x80 } ? Array(code.code.utf8) : label
    }
  }

  /// How a file may hold a code of the questionnaire.
  private static func values(of code: String) -> [StatisticalValue] {
    var values: [StatisticalValue] = [.text(Array(code.utf8))]
    if let number = Double(code), number.isFinite { values.append(.number(number)) }
    return values
  }

  private static func written(_ value: StatisticalValue, _ text: StatisticalText) -> String {
    switch value {
    case .number(let number): spelled(number)
    case .text(let bytes): text.decoded(bytes)
    case .tag(let letter): ".\(Character(UnicodeScalar(letter)))"
    }
  }
}

/// A number as people write it: 1 for 1.0.
func spelled(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}

/// The labels of a code list, as people may write them.
struct LabelMeanings {
  private var steps: [[String: [Int]]] = [[:], [:], [:]]
  private var codes: Set<String>
  private static let foldings: [@Sendable (String) -> String] = [
    { TextFolding.caseFolded($0) }, { TextFolding.toneFolded($0) }, { TextFolding.plain($0) },
  ]

  init(_ list: CodeList) {
    codes = Set(list.codes.map { TextFolding.caseFolded($0.code) })
    for (index, code) in list.codes.enumerated() {
      for label in code.label.all {
        for (step, folding) in Self.foldings.enumerated() {
          let key = folding(label)
          guard !key.isEmpty, steps[step][key]?.contains(index + 1) != true else { continue }
          steps[step][key, default: []].append(index + 1)
        }
      }
    }
  }

  /// Positions of the codes that have this label.
  ///
  /// A number before the label, "1. Nam" or "(1) Nam", is read over where the label is not known
  /// with it.
  func positions(of label: String) -> [Int] {
    guard label.utf8.count <= 4096 else { return [] }
    let whole = found(label)
    return whole.isEmpty ? found(Self.withoutNumber(label)) : whole
  }

  /// True for a text that is a label and no code.
  func isLabelOnly(_ text: String) -> Bool {
    !codes.contains(TextFolding.caseFolded(text)) && !found(text).isEmpty
  }

  private func found(_ label: String) -> [Int] {
    for (step, folding) in Self.foldings.enumerated() {
      if let positions = steps[step][folding(label)] { return positions }
    }
    return []
  }

  private static func withoutNumber(_ label: String) -> String {
    let marks: Set<Character> = [" ", ".", ")", "(", "-", "–", "=", ":", "/"]
    let rest = label.drop { marks.contains($0) }
    let words = rest.drop { $0.isASCII && $0.isNumber }
    guard words.count < rest.count, let mark = words.first, marks.contains(mark) else {
      return label
    }
    return String(words.drop { marks.contains($0) })
  }
}

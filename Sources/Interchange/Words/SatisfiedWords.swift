import DelimitedText
import SurveyModel

/// Which answers a form's labels call satisfied: a guess that a person confirms.
enum SatisfiedWords {
  /// What speaks of satisfaction itself, and what a survey may say in its place.
  enum Strength: CaseIterable { case satisfaction, approval }

  private static let denials = [
    "khong", "chua", "chang", "it hai", "it dong", "kem", "binh thuong", "trung lap",
  ]
  private static let englishDenials = [
    "dissatisf", "unsatisf", "insatisf", "not ", "neither", "nor ", "disagree", "neutral", "poor",
    "undecided",
  ]

  /// The codes of valid answers that read as satisfied.
  static func codes(of answers: [AnswerCode], _ strength: Strength) -> Set<String> {
    var codes: Set<String> = []
    for answer in answers where isSatisfied(answer.label, strength) { codes.insert(answer.code) }
    return codes
  }

  /// True when either language says so and neither denies it.
  static func isSatisfied(_ label: LocalizedText, _ strength: Strength) -> Bool {
    let readings = [
      label.vi.map { vietnamese($0, strength) ?? english($0, strength) },
      label.en.map { english($0, strength) ?? vietnamese($0, strength) },
    ].compactMap { $0 ?? nil }
    return !readings.isEmpty && readings.allSatisfy { $0 }
  }

  /// `nil` when the text says nothing of the kind.
  private static func vietnamese(_ text: String, _ strength: Strength) -> Bool? {
    let plain = TextFolding.plain(text)
    let says: Bool
    switch strength {
    case .satisfaction: says = plain.contains("hai long")
    case .approval: says = plain.contains("dong y") || words(plain).contains("tot")
    }
    guard says else { return nil }
    return !denials.contains { plain.contains($0) }
  }

  private static func english(_ text: String, _ strength: Strength) -> Bool? {
    let plain = TextFolding.plain(text)
    let says: Bool
    switch strength {
    case .satisfaction: says = plain.contains("satisf")
    case .approval:
      says =
        plain.contains("agree") || !words(plain).isDisjoint(with: ["good", "excellent"])
    }
    guard says else { return nil }
    return !englishDenials.contains { plain.contains($0) }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter })
  }
}

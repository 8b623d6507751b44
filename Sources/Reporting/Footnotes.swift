internal import SurveyModel

/// Why a figure of a table has a letter.
enum FootnoteKind: CaseIterable {
  case fewRespondents
  case complementary
  case effectiveNumber
  case intervalWidth
  case relativeWidth
  case noStandardError
  case noVariation
  case degreesOfFreedom
  case noAnswers
  case incomplete

  /// The footnote of an estimate; `nil` for one that is read like the others.
  init?(_ estimate: Estimate) {
    self.init(estimate.flag, estimate.flagReason, isComplete: estimate.isComplete)
  }

  /// The footnote of a distribution: that of its question.
  init?(_ distribution: AnswerDistribution) {
    self.init(distribution.flag, distribution.flagReason, isComplete: true)
  }

  private init?(_ flag: EstimateFlag?, _ reason: FlagReason?, isComplete: Bool) {
    switch (flag, reason) {
    case (nil, _):
      if isComplete { return nil }
      self = .incomplete
    case (_, .complementary?): self = .complementary
    case (_, .effectiveNumber?): self = .effectiveNumber
    case (_, .intervalWidth?): self = .intervalWidth
    case (_, .relativeWidth?): self = .relativeWidth
    case (_, .noVariation?): self = .noVariation
    case (_, .degreesOfFreedom?): self = .degreesOfFreedom
    case (.suppressed, _): self = .fewRespondents
    case (.unreliable, _): self = .noStandardError
    case (.noData, _): self = .noAnswers
    }
  }
}

struct Footnote {
  let letter: String
  let footnoteText: String
}

/// The footnotes that some figure of the report needs, lettered from `a`.
struct Footnotes {
  private let letters: [FootnoteKind: String]
  let lines: [Footnote]

  init(_ run: RunResult, texts: Texts) {
    var used: Set<FootnoteKind> = []
    for estimate in run.estimates.estimates {
      if let kind = FootnoteKind(estimate) { used.insert(kind) }
    }
    for distribution in run.answers {
      if let kind = FootnoteKind(distribution) { used.insert(kind) }
    }
    let kinds = FootnoteKind.allCases.filter { used.contains($0) }
    let alphabet = "abcdefghij".map { String($0) }
    let lettered = zip(kinds, alphabet).map { (kind: $0, letter: $1) }
    letters = Dictionary(uniqueKeysWithValues: lettered.map { ($0.kind, $0.letter) })
    lines = lettered.map {
      Footnote(
        letter: $0.letter,
        footnoteText: texts.footnote($0.kind, minimum: run.survey.minimumRespondents))
    }
  }

  /// The letter of an estimate, or nothing.
  func letter(of estimate: Estimate) -> String {
    FootnoteKind(estimate).flatMap { letters[$0] } ?? ""
  }

  func letter(of distribution: AnswerDistribution) -> String {
    FootnoteKind(distribution).flatMap { letters[$0] } ?? ""
  }
}

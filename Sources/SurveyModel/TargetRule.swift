package enum IncreaseUnit: String, Sendable, Hashable, CaseIterable {
  /// Percentage points: threshold = baseline + step.
  case points
  /// Relative: threshold = baseline × (1 + step / 100).
  case percent
}

/// What a target asks for.
package enum TargetRule: Sendable, Hashable {
  /// Strictly above the baseline when `atLeast` is absent.
  case increase(baselineYear: Int, atLeast: Double?, unit: IncreaseUnit)
  /// At or above the baseline.
  case hold(baselineYear: Int)
  /// At or above the value of the survey's year; strictly above ("trên 95 %") when `isStrict`.
  case minimum([Int: Double], isStrict: Bool = false)
  /// At or below the value of the survey's year; strictly below ("dưới 0,5 %") when `isStrict`.
  case maximum([Int: Double], isStrict: Bool = false)
  /// At or better than a place; a small number is a good rank.
  case rank(atMost: Int, of: Int?)
  /// A row of a score card: at or above the standard score.
  case score(ScoreCard)
  /// A requirement in words that no number holds; a person judges it.
  case qualitative(LocalizedText)

  package var kind: String {
    switch self {
    case .increase: "increase"
    case .hold: "hold"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .rank: "rank"
    case .score: "score"
    case .qualitative: "qualitative"
    }
  }

  /// The baseline year of an increase or of holding.
  package var baselineYear: Int? {
    switch self {
    case .increase(let year, _, _), .hold(let year): year
    case .minimum, .maximum, .rank, .score, .qualitative: nil
    }
  }

  /// True when small figures are good: a maximum or a rank.
  package var asksForLess: Bool {
    switch self {
    case .maximum, .rank: true
    case .increase, .hold, .minimum, .score, .qualitative: false
    }
  }
}

/// The standard score of a criterion, and what it was assessed at when the plan was made.
package struct ScoreCard: Sendable, Hashable {
  package var standard: Double
  /// `nil` where the document prints no score.
  package var assessed: Double?
  /// The year of the assessed score.
  package var year: Int?

  package init(standard: Double, assessed: Double? = nil, year: Int? = nil) {
    self.standard = standard
    self.assessed = assessed
    self.year = year
  }

  /// Standard minus assessed score, as decimals: 14 − 12.4259 is 1.5741.
  package var pointsLost: Double? { assessed.map { withoutBinaryNoise(standard - $0) } }
}

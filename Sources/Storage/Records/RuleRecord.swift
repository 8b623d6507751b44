internal import SurveyModel

/// `kind` is that of ``TargetRule``; the other members are those the kind has.
struct RuleRecord: Codable {
  var kind: String
  var baselineYear: Int?
  var atLeast: Double?
  var unit: String?
  /// By year, written as text.
  var minimum: [String: Double]?
  var maximum: [String: Double]?
  var isStrict: Bool?
  var atMost: Int?
  var of: Int?
  var standard: Double?
  var assessed: Double?
  var assessedYear: Int?
  var text: TextRecord?

  init(_ rule: TargetRule) {
    kind = rule.kind
    switch rule {
    case .increase(let year, let step, let unit):
      (baselineYear, atLeast, self.unit) = (year, step, unit.rawValue)
    case .hold(let year): baselineYear = year
    case .minimum(let values, let strict):
      minimum = Self.texts(values)
      isStrict = strict
    case .maximum(let values, let strict):
      maximum = Self.texts(values)
      isStrict = strict
    case .rank(let place, let count): (atMost, of) = (place, count)
    case .score(let card):
      (standard, assessed, assessedYear) = (card.standard, card.assessed, card.year)
    case .qualitative(let words): text = TextRecord(words)
    }
  }

  var rule: TargetRule? {
    switch kind {
    case "increase":
      guard let baselineYear, let unit = unit.flatMap(IncreaseUnit.init) else { return nil }
      return .increase(baselineYear: baselineYear, atLeast: atLeast, unit: unit)
    case "hold": return baselineYear.map { .hold(baselineYear: $0) }
    case "minimum":
      return minimum.flatMap(Self.values).map { .minimum($0, isStrict: isStrict ?? false) }
    case "maximum":
      return maximum.flatMap(Self.values).map { .maximum($0, isStrict: isStrict ?? false) }
    case "rank": return atMost.map { .rank(atMost: $0, of: of) }
    case "score":
      return standard.map {
        .score(ScoreCard(standard: $0, assessed: assessed, year: assessedYear))
      }
    case "qualitative": return text.map { .qualitative($0.text) }
    default: return nil
    }
  }

  private static func texts(_ values: [Int: Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: values.map { ("\($0.key)", $0.value) })
  }

  private static func values(_ texts: [String: Double]) -> [Int: Double]? {
    var values: [Int: Double] = [:]
    for (year, value) in texts {
      guard let year = Int(year) else { return nil }
      values[year] = value
    }
    return values
  }
}

import Numerics
import SurveyModel

/// How simulated people answer items: a five-level answer from a latent satisfaction.
///
/// Latent satisfaction of person *i* in PSU *j* for item *k* is
/// √0.05 · cⱼ + √0.35 · rᵢ + √0.60 · eᵢₖ with standard normal c, r and e. Answers cut it at normal
/// quantiles so that the share of satisfied answers is the item's own centre. The 0.05 gives
/// communes a design effect, the 0.35 makes the items of one person resemble each other, as in
/// real satisfaction surveys.
struct AnswerModel {
  private static let communeShare = 0.05
  private static let personShare = 0.35
  private static let blankShare = 0.006
  private static let missingCodeShare = 0.02
  /// Split of the satisfied answers (highest first) and of the others (nearest first).
  private static let satisfiedSplit = [0.36, 0.64]
  private static let otherSplit = [0.66, 0.25, 0.09]

  /// Per item: code and upper bound of the latent value for which it is given, best answer last.
  private var cuts: [[(code: String, above: Double)]] = []
  private var missingCodes: [[String]] = []

  init(settings: SimulationSettings, random: inout SplitMix64) {
    let questionnaire = settings.questionnaire
    var centres: [String: Double] = [:]
    for factor in questionnaire.factors {
      let centre = Self.centre(of: factor, settings: settings) + (0.8 + 1.6 * random.normal())
      for item in factor.items where centres[item] == nil {
        centres[item] = centre + 1.4 * random.normal()
      }
    }
    for item in questionnaire.items {
      let list = item.codeList ?? CodeList(answers: [])
      let share = min(max((centres[item.id] ?? 85) / 100, 0.05), 0.99)
      cuts.append(Self.cuts(list: list, satisfiedShare: share))
      missingCodes.append(list.missing.map(\.code))
    }
  }

  /// The percentage a factor's satisfied share is drawn around: the level asked for, else the plan's
  /// baseline for it or its first minimum of a survey figure, else 85, a usual level in published
  /// results.
  private static func centre(of factor: Factor, settings: SimulationSettings) -> Double {
    let usual = 85.0
    if let level = settings.levels[factor.id] { return level }
    guard let plan = settings.plan else { return usual }
    for baseline in plan.baselines {
      for value in baseline.values where value.measure == factor.id && value.domain.isEmpty {
        return value.value
      }
    }
    for target in plan.targets {
      if case .minimum(let values, _) = target.rule, let value = values[settings.survey.year],
        target.domain.isEmpty, target.isEstimated
      {
        return value
      }
    }
    return usual
  }

  /// Cuts of the latent value for a list of answers: satisfied answers above the rest, each group
  /// in the order of its scores.
  private static func cuts(
    list: CodeList, satisfiedShare: Double
  ) -> [(code: String, above: Double)] {
    let byScore = list.answers.enumerated().sorted {
      ($0.element.score ?? Double($0.offset)) < ($1.element.score ?? Double($1.offset))
    }.map(\.element)
    let satisfied = byScore.filter(\.isSatisfied)
    let others = byScore.filter { !$0.isSatisfied }
    let shareOfSatisfied = others.isEmpty ? 1 : satisfied.isEmpty ? 0 : satisfiedShare
    // From the best answer down.
    let shares =
      split(satisfied.count, satisfiedSplit).map { $0 * shareOfSatisfied }
      + split(others.count, otherSplit).map { $0 * (1 - shareOfSatisfied) }
    let fromBest = Array((others + satisfied).reversed())
    var cumulated = 0.0
    var result: [(code: String, above: Double)] = []
    for (answer, share) in zip(fromBest, shares) {
      cumulated += share
      let above =
        cumulated >= 1 - 1e-12 ? -Double.infinity : normalQuantile(1 - cumulated)
      result.append((answer.code, above))
    }
    if !result.isEmpty { result[result.count - 1].above = -.infinity }
    return result
  }

  /// `pattern` fitted to `count` answers: cut or extended evenly, summing to 1.
  private static func split(_ count: Int, _ pattern: [Double]) -> [Double] {
    guard count > 0 else { return [] }
    var shares = (0..<count).map {
      $0 < pattern.count ? pattern[$0] : pattern[pattern.count - 1] / 2
    }
    let sum = shares.reduce(0, +)
    for index in shares.indices { shares[index] /= sum }
    return shares
  }

  /// A commune's or a person's own level, standard normal.
  func effect(_ random: inout SplitMix64) -> Double { random.normal() }

  /// One answer to item number `item`; empty where left blank.
  func answer(
    item: Int, commune: Double, person: Double, _ random: inout SplitMix64
  ) -> String {
    let chance = random.uniform()
    if chance < Self.blankShare { return "" }
    if chance < Self.blankShare + Self.missingCodeShare, let code = missingCodes[item].first {
      return code
    }
    let latent =
      Self.communeShare.squareRoot() * commune + Self.personShare.squareRoot() * person
      + (1 - Self.communeShare - Self.personShare).squareRoot() * random.normal()
    return cuts[item].first { latent >= $0.above }?.code ?? ""
  }
}

extension Target {
  /// True when a figure of the survey is judged, not an entered one.
  fileprivate var isEstimated: Bool {
    switch measure {
    case .overall, .factor, .item: true
    case nil, .figure: false
    }
  }
}

import Foundation
import SurveyModel

/// Decides whether a figure may be published, and why not.
///
/// The rules are asked in order; the first that holds makes the flag.
///
/// | rule | for | flag | reason |
/// |---|---|---|---|
/// | nobody answered | all | `no-data` | `no-answers` |
/// | fewer respondents than the survey publishes | all | `suppressed` | `few-respondents` |
/// | fewer than 30 effective respondents | shares | `suppressed` | `effective-number` |
/// | Korn-Graubard interval wider than 30 points | shares | `suppressed` | `interval-width` |
/// | it is wider than 5 points and than 130 % of the share | shares | `suppressed` | `relative-width` |
/// | no standard error | all | `unreliable` | `no-standard-error` |
/// | an end of the scale, or standard error 0 | all | `unreliable` | `no-variation` |
/// | fewer than 8 degrees of freedom | all | `unreliable` | `degrees-of-freedom` |
///
/// The interval is the one of `beta` at 95 %, whatever interval the survey shows. Where everybody is
/// satisfied there is no design effect and no such interval: the respondents count as they are, and
/// 200 satisfied people are `unreliable`, not suppressed. A coefficient of variation is not used: for
/// a share of 85 % it says nothing. Figures that could be worked out from their neighbours are
/// suppressed afterwards, by ``ComplementarySuppression``.
///
/// ## Method
///
/// Parker et al., *National Center for Health Statistics Data Presentation Standards for
/// Proportions*, Vital and Health Statistics 2 (175), 2017: sample size (30), absolute width (30 and
/// 5 points) and relative width (130 %) of the Korn-Graubard interval, degrees of freedom (8), and
/// shares of 0 or 100 % for review. There an unreliable share goes to a statistician; here it is
/// shown with its flag.
struct FitToPublish {
  /// What is known of a figure.
  struct Figure {
    var measured: MeasuredValue
    /// `nil` without a design effect.
    var effectiveRespondents: Double?
    /// Korn and Graubard's interval, 0 to 1; at most this where it is at most 5 points.
    var width: Double?
  }

  private struct Rule {
    let reason: FlagReason
    let flag: EstimateFlag
    let sharesOnly: Bool
    let holds: @Sendable (Figure) -> Bool

    init(
      _ reason: FlagReason, _ flag: EstimateFlag, sharesOnly: Bool = false,
      _ holds: @escaping @Sendable (Figure) -> Bool
    ) {
      self.reason = reason
      self.flag = flag
      self.sharesOnly = sharesOnly
      self.holds = holds
    }
  }

  static let leastEffectiveRespondents = 30.0
  static let widestInterval = 0.30
  static let narrowInterval = 0.05
  static let widestRelativeInterval = 1.30
  static let leastDegreesOfFreedom = 8

  private let rules: [Rule]
  private var interval = IntervalRule(.beta, level: 0.95)

  /// - Parameter minimumRespondents: The survey's own rule; 0 for none.
  init(minimumRespondents: Int) {
    rules = [
      Rule(.noAnswers, .noData) { $0.measured.respondents == 0 },
      Rule(.fewRespondents, .suppressed) { $0.measured.respondents < minimumRespondents },
      Rule(.effectiveNumber, .suppressed, sharesOnly: true) {
        let effective = $0.effectiveRespondents ?? Double($0.measured.respondents)
        return effective < Self.leastEffectiveRespondents
      },
      Rule(.intervalWidth, .suppressed, sharesOnly: true) {
        $0.width.map { $0 > Self.widestInterval } ?? false
      },
      Rule(.relativeWidth, .suppressed, sharesOnly: true) {
        guard let width = $0.width, width > Self.narrowInterval else { return false }
        return width > Self.widestRelativeInterval * $0.measured.value
      },
      Rule(.noStandardError, .unreliable) { $0.measured.standardError == nil },
      Rule(.noVariation, .unreliable) {
        $0.measured.standardError == 0 || $0.measured.value <= $0.measured.range.lowerBound
          || $0.measured.value >= $0.measured.range.upperBound
      },
      Rule(.degreesOfFreedom, .unreliable) {
        $0.measured.degreesOfFreedom < Self.leastDegreesOfFreedom
      },
    ]
  }

  /// The flag of a figure and its reason; `nil` for a figure fit to publish.
  mutating func judge(
    _ measured: MeasuredValue, effectiveRespondents: Double?
  ) -> (flag: EstimateFlag, reason: FlagReason)? {
    judge(
      Figure(
        measured: measured, effectiveRespondents: effectiveRespondents,
        width: measured.isShare ? width(of: measured) : nil))
  }

  /// The same with a known width.
  func judge(_ figure: Figure) -> (flag: EstimateFlag, reason: FlagReason)? {
    rules.first { ($0.sharesOnly ? figure.measured.isShare : true) && $0.holds(figure) }
      .map { ($0.flag, $0.reason) }
  }

  /// The width of the interval; where it must be below 5 points, a bound of it that is also below.
  private mutating func width(of figure: MeasuredValue) -> Double? {
    guard let count = interval.effectiveCount(of: figure) else { return nil }
    // A beta variable with shapes a and b is sub-Gaussian with variance 1/(4(a + b + 1)) at most
    // (Marchal and Arbel, Electron. Commun. Probab. 22 (2017), no. 54), so each limit is that near to
    // its mean; computing the limits of a large sample is slow and its width is not needed.
    let bound = 1 / (count + 1) + (2 * log(2 / 0.05) / (count + 2)).squareRoot()
    if bound <= Self.narrowInterval { return bound }
    let limits = interval.interval(of: figure)
    guard let lower = limits.lower, let upper = limits.upper else { return nil }
    return upper - lower
  }
}

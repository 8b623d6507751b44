internal import Numerics
internal import SurveyModel

/// The way from the baseline to the figure of now.
struct Movement: Hashable {
  var baseline: Double
  var now: Double
  /// Of now minus the baseline; `nil` where it is unknown.
  var standardError: Double?
  var degreesOfFreedom: Double

  /// Two-sided level of "significant".
  static let significance = 0.05
  /// Without an error a movement of this many percent counts.
  static let notable = 10.0

  var difference: Double { now - baseline }

  /// True when the movement is significant; `nil` without an error to judge by.
  var isSignificant: Bool? {
    guard let standardError, standardError.isFinite, standardError >= 0, degreesOfFreedom >= 1
    else { return nil }
    guard standardError > 0 else { return difference != 0 }
    let t = difference.magnitude / standardError
    return 2 * StudentT(degreesOfFreedom: degreesOfFreedom).upperTail(t) < Self.significance
  }
}

/// How much of the way from the baseline to the threshold has been gone, in percent.
///
///     100 · (now − baseline) / (threshold − baseline)
///
///     targetedChangeAchieved(now: 85.78, baseline: 84.78, threshold: 86.78)  // 50
///
/// - Returns: `nil` where the threshold does not lie above the baseline: there is no step to go.
func targetedChangeAchieved(now: Double, baseline: Double, threshold: Double) -> Double? {
  let step = withoutBinaryNoise(threshold - baseline)
  guard step > 0 else { return nil }
  let achieved = 100 * (now - baseline) / step
  return achieved.isFinite ? achieved : nil
}

/// The class of progress toward a threshold.
///
/// A target that is met is met or exceeded. Else a movement up is *improving* and a movement down
/// *getting worse* when it is significant (two-sided, 5 %); every other movement is *little or no
/// detectable change*. Without a sampling error a movement up counts from 10 % of the targeted
/// change, a movement down from 10 % of the baseline.
///
/// - Parameters:
///   - movement: From the baseline to now, in the unit of the figure.
///   - threshold: What the target asks for.
///   - isMet: The official verdict.
/// - Returns: One of the four classes.
///
/// ## Method
///
/// National Center for Health Statistics, *Healthy People 2020 Final Progress Table*, note on the
/// status of objectives, and *Healthy People Statistical Notes* 27 (2020); Healthy People 2030
/// keeps the four classes.
func progress(_ movement: Movement, threshold: Double, isMet: Bool) -> Progress {
  if isMet { return .metOrExceeded }
  let difference = movement.difference
  guard difference != 0 else { return .littleOrNoChange }
  let moved: Bool
  if let isSignificant = movement.isSignificant {
    moved = isSignificant
  } else if difference > 0 {
    let achieved = targetedChangeAchieved(
      now: movement.now, baseline: movement.baseline, threshold: threshold)
    moved = achieved.map { withoutBinaryNoise($0) >= Movement.notable } ?? false
  } else {
    moved =
      withoutBinaryNoise(100 * difference.magnitude)
      >= withoutBinaryNoise(Movement.notable * movement.baseline.magnitude)
  }
  guard moved else { return .littleOrNoChange }
  return difference > 0 ? .improving : .gettingWorse
}

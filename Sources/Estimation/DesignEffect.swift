/// The simple random sample that a figure's variance is compared with.
///
///     item    S²/n,  S² = n/(n − 1) · Σ w (y − p)² / Σ w over the n valid answers
///     index   S²/n over the n interviews of the domain, with the influence W u in place of y
///
/// The design effect is the figure's variance over that (sampling with replacement), or over
/// S²/n · (W − n)/W with W = Σ w people (without replacement). The second has no meaning where the
/// weights do not count people (W ≤ n), as after scaling them to the sample.
///
/// ## Method
///
/// Kish, *Survey Sampling* (1965), section 8.2; as `deff = "replace"` and `deff = TRUE` of R's
/// `svymean`. Checked: `Tests/Fixtures/published/sipas-measures/SOURCE.md`.
struct ComparableSample {
  let respondents: Int
  /// S²/n.
  private let variance: Double
  /// (W − n)/W.
  private let unsampledShare: Double
  /// S²/n that is no more than this is what rounding left of 0: everybody answered alike.
  private let rounding: Double

  /// An item's sample.
  init(_ item: ItemSums) {
    let n = item[3]
    respondents = Int(n)
    let mean = item[1] / item[0]
    let squares = item[2] / item[0]
    variance = (squares - mean * mean) / (n - 1)
    rounding = max(1e-14 * squares / (n - 1), 1e-300)
    unsampledShare = (item[0] - n) / item[0]
  }

  /// An index's sample; `squares` is Σ w u², `width` that of the scale.
  init(respondents: Int, interviews: Double, weight: Double, squares: Double, width: Double) {
    self.respondents = respondents
    variance = weight * squares / (interviews - 1)
    rounding = max(1e-22 * width * width / (interviews - 1), 1e-300)
    unsampledShare = (weight - interviews) / weight
  }

  /// Against sampling with replacement; `nil` where everybody answered alike.
  func designEffect(_ standardError: Double) -> Double? {
    guard variance > rounding, variance.isFinite else { return nil }
    return standardError * standardError / variance
  }

  /// Against sampling without replacement; `nil` also where the weights do not count people.
  func designEffectWithoutReplacement(_ standardError: Double) -> Double? {
    guard unsampledShare > 1e-9 else { return nil }
    return designEffect(standardError).map { $0 / unsampledShare }
  }

  /// Respondents over the design effect, which counts as at least 1.
  func effectiveRespondents(_ standardError: Double) -> Double? {
    designEffect(standardError).map { Double(respondents) / max(1, $0) }
  }
}

internal import SurveyModel

/// One estimate as people read it.
///
/// A suppressed one shows no number anywhere.
struct EstimateText {
  /// With its unit, or — where there is none to show.
  let value: String
  let halfWidth: String
  let interval: String
  let hasInterval: Bool

  init(_ estimate: Estimate, index: IndexMethod, texts: Texts) {
    let shown = estimate.shown
    let style = texts.numbers
    let number = style.decimal(shown.value, places: index.places)
    value = index.item == .meanScore ? number : style.percent(number)
    if let lower = shown.lower, let upper = shown.upper {
      halfWidth = style.decimal((upper - lower) / 2, places: index.places)
      interval =
        style.decimal(lower, places: index.places) + " – "
        + style.decimal(upper, places: index.places)
      hasInterval = true
    } else {
      halfWidth = NumberStyle.missing
      interval = NumberStyle.missing
      hasInterval = false
    }
  }

  var valueWithError: String { hasInterval ? "\(value) ± \(halfWidth)" : value }
}

/// The numbers of an estimate that may leave the program.
struct ShownFigures: Hashable {
  var value: Double?
  var standardError: Double?
  var lower: Double?
  var upper: Double?
  var designEffect: Double?
  var designEffectWithoutReplacement: Double?
  var effectiveRespondents: Double?
}

extension Estimate {
  /// For people: nothing of a suppressed estimate but its number of respondents.
  var shown: ShownFigures { isHidden ? ShownFigures() : finiteFigures }

  /// For machines: nothing of an estimate that could give a person away.
  var recorded: ShownFigures { isSecret ? ShownFigures() : finiteFigures }

  /// Never a figure that is not a number.
  private var finiteFigures: ShownFigures {
    ShownFigures(
      value: value.finite, standardError: standardError.finite, lower: lower.finite,
      upper: upper.finite, designEffect: designEffect.finite,
      designEffectWithoutReplacement: designEffectWithoutReplacement.finite,
      effectiveRespondents: effectiveRespondents.finite)
  }
}

extension Double? {
  /// `nil` in place of NaN and infinity.
  var finite: Double? {
    guard let self, self.isFinite else { return nil }
    return self
  }
}

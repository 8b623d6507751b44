import SurveyModel
import XML

/// The bounds of `<calibrate>` are in order, and logit has both of them on either side of 1.
func checkCalibrationBounds(_ root: XMLElement) -> [Finding] {
  let steps = root.child("weighting")?.children(named: "calibrate") ?? []
  return steps.compactMap { step in
    let lower = step.number("lower")
    let upper = step.number("upper")
    if let lower, let upper, lower >= upper {
      return Finding(
        SurveyCode.calibrationBoundsOrder, at: step.place(of: "lower"),
        message: LocalizedText(
          vi: "lower phải nhỏ hơn upper", en: "lower must be below upper"),
        found: shownBounds(step),
        remedy: LocalizedText(
          vi: "viết lại hai giới hạn, ví dụ lower=\"0.5\" upper=\"2\"",
          en: "write the bounds anew, for example lower=\"0.5\" upper=\"2\""), subject: "lower")
    }
    guard step.word("method") == "logit" else { return nil }
    // A bound that is there but no number is the schema's to report.
    let isMissing = step.attribute("lower") == nil || step.attribute("upper") == nil
    let isOff = (lower ?? 0) >= 1 || (upper ?? 2) <= 1
    guard isMissing || isOff else { return nil }
    return Finding(
      SurveyCode.calibrationLogitBounds, at: step.place(of: "method"),
      message: LocalizedText(
        vi: "logit cần cả lower nhỏ hơn 1 và upper lớn hơn 1",
        en: "logit needs both a lower bound below 1 and an upper bound above 1"),
      found: shownBounds(step),
      expected: LocalizedText(vi: "lower < 1 < upper", en: "lower < 1 < upper"),
      remedy: LocalizedText(
        vi: "thêm hoặc sửa hai giới hạn, hoặc dùng method=\"raking\"",
        en: "add or correct the bounds, or use method=\"raking\""), subject: "method")
  }
}

/// The limits of a step as they stand there; `nil` where it has none.
func shownBounds(_ step: XMLElement) -> LocalizedText? {
  let shown = ["lower", "upper"].compactMap { name in
    step.word(name).map { "\(name)=\"\($0)\"" }
  }.joined(separator: " ")
  return shown.isEmpty ? nil : LocalizedText(vi: shown, en: shown)
}

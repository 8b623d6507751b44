import SurveyModel
import XML

/// `<trim>` has a limit, its limits are in order, and multiples of the median or the mean lie on
/// either side of 1.
func checkTrimLimits(_ root: XMLElement) -> [Finding] {
  let steps = root.child("weighting")?.children(named: "trim") ?? []
  return steps.compactMap { step in
    if step.attribute("lower") == nil, step.attribute("upper") == nil {
      return Finding(
        SurveyCode.trimWithoutLimit, at: step.place,
        message: LocalizedText(
          vi: "<trim> không có giới hạn nào", en: "<trim> has no limit"),
        expected: LocalizedText(vi: "lower, upper, hoặc cả hai", en: "lower, upper, or both"),
        remedy: LocalizedText(
          vi: "thêm upper=\"3\" chẳng hạn, hoặc xoá bước này",
          en: "add upper=\"3\", for example, or delete the step"), subject: "trim")
    }
    let lower = step.number("lower")
    let upper = step.number("upper")
    if let lower, let upper, lower >= upper {
      return Finding(
        SurveyCode.trimLimitsOrder, at: step.place(of: "lower"),
        message: LocalizedText(vi: "lower phải nhỏ hơn upper", en: "lower must be below upper"),
        found: shownBounds(step),
        remedy: LocalizedText(
          vi: "viết lại hai giới hạn, ví dụ lower=\"0.3\" upper=\"3\"",
          en: "write the limits anew, for example lower=\"0.3\" upper=\"3\""), subject: "lower")
    }
    guard step.word("relative-to") != "none" else { return nil }
    let offending = (lower ?? 0) >= 1 ? "lower" : (upper ?? 2) <= 1 ? "upper" : nil
    guard let offending else { return nil }
    return Finding(
      SurveyCode.trimNotAroundOne, at: step.place(of: offending),
      message: LocalizedText(
        vi: "giới hạn là bội số của trung vị hoặc trung bình nên phải nằm hai bên số 1",
        en: "the limits are multiples of the median or the mean and lie on either side of 1"),
      found: shownBounds(step),
      expected: LocalizedText(vi: "lower < 1 < upper", en: "lower < 1 < upper"),
      remedy: LocalizedText(
        vi: "sửa giới hạn; nếu là trọng số tuyệt đối thì viết relative-to=\"none\"",
        en: "correct the limit; for absolute weights write relative-to=\"none\""),
      subject: offending)
  }
}

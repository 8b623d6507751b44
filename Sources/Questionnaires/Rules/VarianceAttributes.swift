import SurveyModel
import XML

/// Which attributes belong to a method of `<variance>`, and which of them it cannot do without.
private struct VarianceAttributes {
  var required: [String] = []
  var optional: [String] = []

  static let byMethod: [String: VarianceAttributes] = [
    "taylor": VarianceAttributes(),
    "jkn": VarianceAttributes(optional: ["centre"]),
    "jk1": VarianceAttributes(optional: ["centre"]),
    "bootstrap": VarianceAttributes(required: ["replicates"], optional: ["seed", "centre"]),
    "replicate-weights": VarianceAttributes(
      required: ["weights", "scale"],
      optional: ["replicate-scales", "multipliers", "degrees-of-freedom", "centre"]),
  ]

  static let all = [
    "replicates", "seed", "centre", "weights", "scale", "replicate-scales", "multipliers",
    "degrees-of-freedom",
  ]
}

/// `<variance>` has the attributes of its method and no other; an unstratified jackknife of a
/// stratified sample is pointed out.
func checkVariance(_ root: XMLElement) -> [Finding] {
  guard let element = root.child("variance"), let method = element.word("method"),
    let known = VarianceAttributes.byMethod[method]
  else { return [] }
  let allowed = known.required + known.optional
  var findings = VarianceAttributes.all.compactMap { name -> Finding? in
    guard let attribute = element.attribute(name), !allowed.contains(name) else { return nil }
    let owners = VarianceAttributes.byMethod.filter {
      ($0.value.required + $0.value.optional).contains(name)
    }.keys.sorted().joined(separator: ", ")
    return Finding(
      SurveyCode.varianceAttributeForeign, at: attribute.place,
      message: LocalizedText(
        vi: "\(name) không có tác dụng với cách tính \(method)",
        en: "\(name) means nothing to the method \(method)"),
      expected: LocalizedText(vi: "chỉ dùng với \(owners)", en: "only with \(owners)"),
      remedy: LocalizedText(
        vi: "xoá \(name), hoặc đổi method", en: "delete \(name), or change the method"),
      subject: name)
  }
  findings += known.required.filter { element.attribute($0) == nil }.map { name in
    Finding(
      SurveyCode.varianceAttributeMissing, at: element.place,
      message: LocalizedText(
        vi: "cách tính \(method) cần \(name)", en: "the method \(method) needs \(name)"),
      remedy: LocalizedText(vi: "thêm \(name)=\"…\"", en: "add \(name)=\"…\""), subject: name)
  }
  if method == "jk1", root.child("design")?.child("stratum") != nil {
    findings.append(
      Finding(
        SurveyCode.varianceIgnoresStrata, at: element.place(of: "method"),
        message: LocalizedText(
          vi: "jk1 coi mẫu như không phân tầng nên sai số thường lớn hơn thực tế",
          en: "jk1 takes the sample as unstratified, so errors come out too large as a rule"),
        remedy: LocalizedText(
          vi: "dùng jkn cho mẫu phân tầng", en: "use jkn for a stratified sample"),
        subject: "method"))
  }
  return findings
}

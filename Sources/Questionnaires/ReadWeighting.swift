import SurveyModel
import XML

/// One step of `<weighting>`; `nil` for an element that is no step, which the schema has reported.
func step(_ element: XMLElement, file: String) -> WeightingStepDefinition? {
  switch element.name {
  case "nonresponse":
    .nonresponse(
      NonresponseDefinition(
        classes: element.words("classes").map(\.text),
        sampled: resolvePath(element.word("sampled") ?? "", from: file),
        unknown: element.word("unknown").flatMap(UnknownEligibility.init) ?? .nonresponse,
        place: element.place))
  case "poststratify": .poststratify(margin(element, file: file))
  case "rake":
    .rake(
      RakeDefinition(
        margins: element.children(named: "margin").map { margin($0, file: file) },
        tolerance: element.number("tolerance") ?? 1e-9,
        maximumIterations: element.integer("max-iterations") ?? 200,
        variance: element.word("variance").flatMap(RakeVariance.init) ?? .regression))
  case "calibrate":
    .calibrate(
      CalibrateDefinition(
        method: element.word("method").flatMap(CalibrationMethod.init) ?? .linear,
        margins: element.children(named: "margin").map { margin($0, file: file) },
        lower: element.number("lower"), upper: element.number("upper"),
        tolerance: element.number("tolerance") ?? 1e-9,
        maximumIterations: element.integer("max-iterations") ?? 100, place: element.place))
  case "trim":
    .trim(
      TrimDefinition(
        lower: element.number("lower"), upper: element.number("upper"),
        reference: element.word("relative-to").flatMap(TrimReference.init) ?? .median,
        isStrict: element.attribute("strict") == nil || element.isTrue("strict"),
        place: element.place))
  default: nil
  }
}

private func margin(_ element: XMLElement, file: String) -> MarginDefinition {
  MarginDefinition(
    variables: element.words("variables").map(\.text),
    totals: resolvePath(element.word("totals") ?? "", from: file), place: element.place)
}

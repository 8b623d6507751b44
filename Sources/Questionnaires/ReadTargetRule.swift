import SurveyModel
import XML

/// What a target asks for; `nil` where a broken file does not say it.
func targetRule(of target: XMLElement) -> TargetRule? {
  if let increase = target.child("increase"), let year = increase.integer("baseline") {
    return .increase(
      baselineYear: year, atLeast: increase.number("at-least"),
      unit: increase.word("unit").flatMap(IncreaseUnit.init) ?? .points)
  }
  if let hold = target.child("hold"), let year = hold.integer("baseline") {
    return .hold(baselineYear: year)
  }
  if let minimum = target.child("minimum") {
    return .minimum(yearValues(of: minimum), isStrict: minimum.isTrue("strict"))
  }
  if let maximum = target.child("maximum") {
    return .maximum(yearValues(of: maximum), isStrict: maximum.isTrue("strict"))
  }
  if let rank = target.child("rank"), let place = rank.integer("at-most") {
    return .rank(atMost: place, of: rank.integer("of"))
  }
  if let score = target.child("score"), let standard = score.number("standard") {
    return .score(
      ScoreCard(
        standard: standard, assessed: score.number("assessed"), year: score.integer("year")))
  }
  if target.child("qualitative") != nil { return .qualitative(target.texts("qualitative")) }
  return nil
}

private func yearValues(of element: XMLElement) -> [Int: Double] {
  var values: [Int: Double] = [:]
  for value in element.children(named: "value") {
    if let year = value.integer("year") { values[year] = strictNumber(value.text) }
  }
  return values
}

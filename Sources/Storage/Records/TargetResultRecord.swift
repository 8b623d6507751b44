internal import SurveyModel

struct NoDataReasonRecord: Codable {
  var name: String
  var measure: String?
  var year: Int?

  init(_ reason: NoDataReason) {
    name = reason.name
    measure = reason.measure
    year = reason.year
  }

  var reason: NoDataReason? { NoDataReason(name: name, measure: measure, year: year) }
}

/// A judged target in the form `target.facts` holds it.
struct TargetResultRecord: Codable {
  struct Alternative: Codable {
    var unit: String
    var threshold: Double
    var verdict: String
  }

  var target: TargetRecord
  var baseline: Double?
  var baselineYear: Int?
  var baselineSource: String?
  var baselineStatus: String?
  var threshold: Double?
  var isStrict: Bool
  var estimate: Double?
  var published: Double?
  var standardError: Double?
  var lower: Double?
  var upper: Double?
  var degreesOfFreedom: Int?
  var respondents: Int?
  var difference: Double?
  var verdict: String
  var confidence: String?
  var pValue: Double?
  var probabilityMet: Double?
  var adjustedPValue: Double?
  var targetedChangeAchieved: Double?
  var progress: String?
  var smallestDetectableChange: Double?
  var alternative: Alternative?
  var noDataReason: NoDataReasonRecord?

  init(_ result: TargetResult) {
    target = TargetRecord(result.target)
    baseline = result.baseline
    baselineYear = result.baselineYear
    baselineSource = result.baselineSource
    baselineStatus = result.baselineStatus
    threshold = result.threshold
    isStrict = result.isStrict
    estimate = result.estimate
    published = result.published
    standardError = result.standardError
    lower = result.lower
    upper = result.upper
    degreesOfFreedom = result.degreesOfFreedom
    respondents = result.respondents
    difference = result.difference
    verdict = result.verdict.rawValue
    confidence = result.confidence?.rawValue
    pValue = result.pValue
    probabilityMet = result.probabilityMet
    adjustedPValue = result.adjustedPValue
    targetedChangeAchieved = result.targetedChangeAchieved
    progress = result.progress?.rawValue
    smallestDetectableChange = result.smallestDetectableChange
    alternative = result.alternative.map {
      Alternative(
        unit: $0.unit.rawValue, threshold: $0.threshold, verdict: $0.verdict.rawValue)
    }
    noDataReason = result.noDataReason.map(NoDataReasonRecord.init)
  }

  var result: TargetResult? {
    guard let target = target.target, let verdict = Verdict(rawValue: verdict) else { return nil }
    return TargetResult(
      target: target, baseline: baseline, baselineYear: baselineYear,
      baselineSource: baselineSource, baselineStatus: baselineStatus, threshold: threshold,
      isStrict: isStrict, estimate: estimate, published: published, standardError: standardError,
      lower: lower, upper: upper, degreesOfFreedom: degreesOfFreedom, respondents: respondents,
      difference: difference, verdict: verdict, confidence: confidence.flatMap(Confidence.init),
      pValue: pValue, probabilityMet: probabilityMet, adjustedPValue: adjustedPValue,
      targetedChangeAchieved: targetedChangeAchieved, progress: progress.flatMap(Progress.init),
      smallestDetectableChange: smallestDetectableChange,
      alternative: alternative.flatMap(Self.reading), noDataReason: noDataReason?.reason)
  }

  private static func reading(_ record: Alternative) -> AlternativeReading? {
    guard let unit = IncreaseUnit(rawValue: record.unit),
      let verdict = Verdict(rawValue: record.verdict)
    else { return nil }
    return AlternativeReading(unit: unit, threshold: record.threshold, verdict: verdict)
  }
}

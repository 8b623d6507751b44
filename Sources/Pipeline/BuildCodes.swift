package import SurveyModel

/// Findings of putting the stored interviews together with the files of the design and the weights.
package enum BuildCodes {
  package static let stagePopulationMissing = FindingCode(
    "run.design.stage-population-missing", .error,
    vi: "Tệp tổng thể của một bậc chọn mẫu thiếu một đơn vị bậc trên.",
    en: "The population file of a sampling stage lacks a unit of the stage above.")
  package static let sampledUnitEmpty = FindingCode(
    "run.nonresponse.unit-without-interviews", .warning,
    vi: "Có đơn vị đã chọn vào mẫu nhưng không có phiếu nào, nên không có trong thiết kế mẫu.",
    en: "A sampled unit has no interview at all, so it is not in the sample design.")
  package static let sampledUnitMissing = FindingCode(
    "run.nonresponse.unit-not-sampled", .error,
    vi: "Có phiếu của đơn vị mà tệp mẫu chọn không nhắc tới.",
    en: "There are interviews of a unit that the file of the gross sample lacks.")

  package static let all = [stagePopulationMissing, sampledUnitEmpty, sampledUnitMissing]
}

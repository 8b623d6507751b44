import SurveyModel

/// Why a design cannot exist, in words.
///
/// - Parameters:
///   - error: What the design says.
///   - strata: Its strata.
///   - ids: The interviews, to name one at fault.
///   - place: Where the survey file describes the design.
/// - Returns: The finding, with the stratum or an interview of the unit at fault.
func designFinding(
  _ error: SampleDesignError, strata: [GroupLevel], ids: InterviewIDs, at place: SourceLocation
) -> Finding {
  let (message, remedy) = designWords(error, strata: strata, ids: ids)
  return Finding(PipelineCodes.designInvalid, at: place, message: message, remedy: remedy)
}

private func designWords(
  _ error: SampleDesignError, strata: [GroupLevel], ids: InterviewIDs
) -> (message: LocalizedText, remedy: LocalizedText) {
  switch error {
  case .lengthsDiffer:
    preconditionFailure("columns of one table have one length")
  case .missingStratum(let rows):
    return (
      LocalizedText(vi: "\(rows) phiếu không có tầng", en: "\(rows) interviews have no stratum"),
      LocalizedText(
        vi: "đặt required=\"true\" cho biến tầng và nhập lại các tệp",
        en: "mark the stratum variable required=\"true\" and import the files again")
    )
  case .missingPSU(let rows):
    return (
      LocalizedText(
        vi: "\(rows) phiếu không có đơn vị chọn mẫu",
        en: "\(rows) interviews have no sampling unit"), requireCluster
    )
  case .missingUnit(let stage, let rows):
    return (
      LocalizedText(
        vi: "\(rows) phiếu không có đơn vị của bậc \(stage)",
        en: "\(rows) interviews have no unit of stage \(stage)"), requireCluster
    )
  case .populationTooSmall(let stratum, let population, let sample):
    let name = strata[stratum]
    return (
      LocalizedText(
        vi: "tầng \(name.title(.vi)): tổng thể có \(shownNumber(population).text(in: .vi)) đơn vị"
          + " nhưng mẫu có \(sample)",
        en: "stratum \(name.title(.en)): \(shownNumber(population).text(in: .en)) units in the"
          + " population, \(sample) in the sample"), correctPopulation
    )
  case .stagePopulationTooSmall(let stage, let row, let population, let sample):
    return (
      LocalizedText(
        vi: "bậc \(stage), nơi có phiếu “\(ids[row])”: tổng thể có"
          + " \(shownNumber(population).text(in: .vi)) đơn vị nhưng mẫu có \(sample)",
        en: "stage \(stage), where interview “\(ids[row])” is:"
          + " \(shownNumber(population).text(in: .en)) units in the population, \(sample) in the sample"
      ), correctPopulation
    )
  case .stagePopulationUnusable(let stage, let row):
    return (
      LocalizedText(
        vi: "bậc \(stage): số đơn vị tổng thể của phiếu “\(ids[row])” không lớn hơn 0, hoặc khác"
          + " phiếu cùng đơn vị bậc trên",
        en: "stage \(stage): the population number of interview “\(ids[row])” is not above 0, or"
          + " differs from that of others in the same unit above"), correctPopulation
    )
  }
}

private let requireCluster = LocalizedText(
  vi: "đặt required=\"true\" cho biến đơn vị chọn mẫu và nhập lại các tệp",
  en: "mark the cluster variable required=\"true\" and import the files again")

private let correctPopulation = LocalizedText(
  vi: "sửa số đơn vị của tổng thể, hoặc mã đơn vị chọn mẫu trong phiếu",
  en: "correct the population numbers, or the cluster codes of the interviews")

package import SurveyModel

/// A stratum whose variance cannot be estimated because the sample holds one PSU of it.
package struct SinglePSUStratum: Sendable, Hashable {
  /// `district=DPO`.
  package var stratum: String
  package var psu: String
  package var respondents: Int

  package init(stratum: String, psu: String, respondents: Int) {
    self.stratum = stratum
    self.psu = psu
    self.respondents = respondents
  }
}

/// A sampled unit of which the sample holds one unit of the stage below.
package struct SingleUnit: Sendable, Hashable {
  /// Of the unit below: 2 for the units drawn within PSUs.
  package var stage: Int
  /// The PSU that it lies in.
  package var psu: String

  package init(stage: Int, psu: String) {
    self.stage = stage
    self.psu = psu
  }
}

/// Why a survey cannot be estimated as its files ask.
package enum EstimationError: Error, Sendable, Hashable {
  /// Strata with a single PSU under the rule `fail`.
  case singlePSU([SinglePSUStratum])
  /// Units with a single unit of a later stage under the rule `fail`.
  case singleUnit([SingleUnit])
  /// A mean score is asked for, and an answer has no score.
  case answerWithoutScore(item: String, code: String)
  /// A 0–100 mean is asked for, and all answers have one score.
  case scaleWithoutRange(item: String)
  /// The factors' measure is `item`, and a factor names none.
  case noOverallItem(factor: String)
  /// The overall index is weighted, and a factor has no positive weight.
  case noFactorWeight(factor: String)
  /// Items are measured by mean scores, and an index by the share of fully satisfied people.
  case personShareInScores
}

/// The kinds of fault that stop an estimation, for the errors page.
package enum EstimationFindingCode {
  static let singlePSU = FindingCode(
    "estimate.stratum.single-psu", .error,
    vi: "Tầng chỉ có một đơn vị chọn mẫu cấp một nên không ước lượng được phương sai.",
    en: "A stratum holds a single primary sampling unit, so its variance cannot be estimated.")
  static let singleUnit = FindingCode(
    "estimate.stage.single-unit", .error,
    vi: "Một đơn vị mẫu chỉ có một đơn vị cấp dưới được chọn nên không ước lượng được phương sai.",
    en: "A sampled unit holds a single unit of the next stage, so its variance cannot be estimated."
  )
  static let answerWithoutScore = FindingCode(
    "estimate.answer.without-score", .error,
    vi: "Cách tính là điểm trung bình nhưng một phương án trả lời không có điểm.",
    en: "A mean score is asked for but an answer has no score.")
  static let scaleWithoutRange = FindingCode(
    "estimate.scale.without-range", .error,
    vi: "Cách tính là điểm 0–100 nhưng mọi phương án trả lời có cùng một điểm.",
    en: "A 0–100 mean is asked for but all answers of the scale have one score.")
  static let noOverallItem = FindingCode(
    "estimate.factor.no-overall-item", .error,
    vi: "Chỉ số thành phần lấy theo một câu hỏi chung nhưng thành phần không nêu câu hỏi đó.",
    en: "Factors are measured by an overall item but a factor names none.")
  static let noFactorWeight = FindingCode(
    "estimate.factor.no-weight", .error,
    vi: "Chỉ số chung có quyền số nhưng một thành phần không có quyền số dương.",
    en: "The overall index is weighted but a factor has no positive weight.")
  static let personShareInScores = FindingCode(
    "estimate.index.share-in-scores", .error,
    vi: "Câu hỏi tính theo điểm trung bình nhưng chỉ số tính theo tỷ lệ người hài lòng hoàn toàn.",
    en: "Items are measured by mean scores but an index by the share of fully satisfied people.")

  package static let all = [
    singlePSU, singleUnit, answerWithoutScore, scaleWithoutRange, noOverallItem, noFactorWeight,
    personShareInScores,
  ]
}

extension EstimationError {
  /// The error for a person to read, in Vietnamese and English.
  package var findings: [Finding] {
    switch self {
    case .singlePSU(let strata):
      [Self.singlePSUFinding(strata)]
    case .singleUnit(let units):
      [Self.singleUnitFinding(units)]
    case .answerWithoutScore(let item, let code):
      [
        Finding(
          EstimationFindingCode.answerWithoutScore, at: nil,
          message: LocalizedText(
            vi: "phương án \(code) của câu \(item) không có điểm",
            en: "answer \(code) of item \(item) has no score"),
          remedy: LocalizedText(
            vi: "thêm score vào phương án trong thang đo, hoặc dùng satisfied-share",
            en: "give the answer a score in its scale, or use satisfied-share"),
          subject: item)
      ]
    case .scaleWithoutRange(let item):
      [
        Finding(
          EstimationFindingCode.scaleWithoutRange, at: nil,
          message: LocalizedText(
            vi: "thang đo của câu \(item) chỉ có một mức điểm, không quy đổi ra 0–100 được",
            en: "the scale of item \(item) has one score only and cannot be rescaled to 0–100"),
          remedy: LocalizedText(
            vi: "sửa điểm của các phương án trong thang đo",
            en: "correct the scores of the scale's answers"),
          subject: item)
      ]
    case .noOverallItem(let factor):
      [
        Finding(
          EstimationFindingCode.noOverallItem, at: nil,
          message: LocalizedText(
            vi: "thành phần \(factor) không nêu câu hỏi chung (overall-item)",
            en: "factor \(factor) names no overall item"),
          remedy: LocalizedText(
            vi: "nêu câu hỏi chung của thành phần, hoặc chọn mean-of-items",
            en: "name the factor's overall item, or choose mean-of-items"),
          subject: factor)
      ]
    case .noFactorWeight(let factor):
      [
        Finding(
          EstimationFindingCode.noFactorWeight, at: nil,
          message: LocalizedText(
            vi: "thành phần \(factor) không có quyền số (weight) dương",
            en: "factor \(factor) has no positive weight"),
          remedy: LocalizedText(
            vi: "ghi weight cho mọi thành phần, hoặc chọn mean-of-factors",
            en: "give every factor a weight, or choose mean-of-factors"),
          subject: factor)
      ]
    case .personShareInScores:
      [
        Finding(
          EstimationFindingCode.personShareInScores, at: nil,
          message: LocalizedText(
            vi: "fully-satisfied là tỷ lệ phần trăm, không gộp được với điểm của mean-score",
            en: "fully-satisfied is a percentage and cannot be combined with scores of mean-score"),
          remedy: LocalizedText(
            vi: "chọn satisfied-share hoặc mean-score-0-100 cho câu hỏi",
            en: "measure the items by satisfied-share or mean-score-0-100"))
      ]
    }
  }

  private static func singlePSUFinding(_ strata: [SinglePSUStratum]) -> Finding {
    let vi = strata.map { "\($0.stratum) (đơn vị \($0.psu), \($0.respondents) phiếu)" }
    let en = strata.map { "\($0.stratum) (PSU \($0.psu), \($0.respondents) respondents)" }
    return Finding(
      EstimationFindingCode.singlePSU, at: nil,
      message: LocalizedText(
        vi: "\(strata.count) tầng chỉ có một đơn vị chọn mẫu cấp một, không ước lượng được phương "
          + "sai",
        en: "\(strata.count) strata with a single primary sampling unit (PSU): no variance can be "
          + "estimated there"),
      found: LocalizedText(vi: vi.joined(separator: ", "), en: en.joined(separator: ", ")),
      expected: LocalizedText(
        vi: "ít nhất hai đơn vị trong mỗi tầng", en: "at least two units in every stratum"),
      remedy: LocalizedText(
        vi: "gộp tầng này với tầng gần giống, hoặc ghi rule=\"adjust\" trong lonely-psu (certainty "
          + "nếu đơn vị chắc chắn được chọn)",
        en: "merge the stratum with a similar one, or write rule=\"adjust\" in lonely-psu "
          + "(certainty if the unit was taken with certainty)"))
  }

  private static func singleUnitFinding(_ units: [SingleUnit]) -> Finding {
    let vi = units.prefix(20).map { "đơn vị cấp một \($0.psu) (giai đoạn \($0.stage))" }
    let en = units.prefix(20).map { "PSU \($0.psu) (stage \($0.stage))" }
    return Finding(
      EstimationFindingCode.singleUnit, at: nil,
      message: LocalizedText(
        vi: "\(units.count) đơn vị mẫu chỉ có một đơn vị cấp dưới được chọn, không ước lượng được "
          + "phương sai",
        en: "\(units.count) sampled units with a single unit of the next stage: no variance can be "
          + "estimated there"),
      found: LocalizedText(vi: vi.joined(separator: ", "), en: en.joined(separator: ", ")),
      expected: LocalizedText(
        vi: "ít nhất hai đơn vị trong mỗi đơn vị cấp trên",
        en: "at least two units in every unit above"),
      remedy: LocalizedText(
        vi: "ghi rule=\"adjust\" trong lonely-psu, hoặc bỏ giai đoạn chọn mẫu này khỏi thiết kế",
        en: "write rule=\"adjust\" in lonely-psu, or leave this stage out of the design"))
  }
}

import SurveyModel

extension TinyRun {
  /// The shares of the answers add up to the satisfied share of their question; F2 is kept back.
  static let answers: [AnswerDistribution] = factors.flatMap(\.items).map { id in
    let satisfied = estimates.estimate(of: .item, id: id)?.value ?? 0
    let other = 100 - satisfied
    let shares = [other / 8, other / 8, other * 0.75, satisfied * 0.625, satisfied * 0.375]
    let isHidden = id == "F2"
    return AnswerDistribution(
      id: id, respondents: isHidden ? 9 : 1240,
      answers: shares.enumerated().map { place, share in
        AnswerDistribution.Answer(code: "\(place + 1)", share: isHidden ? 71.0625 : share)
      },
      flag: isHidden ? .suppressed : nil, flagReason: isHidden ? .fewRespondents : nil)
  }

  /// Means 8.15 and 250 with the ratios of the weights of the steps: 1.23 twice, 1.53, 0.01.
  static let weightHistograms: [WeightHistogram] = [8.15, 250].map { mean in
    var counts = [Int](repeating: 0, count: WeightHistogram.edges.count - 1)
    counts[0] = 1
    counts[12] = 2
    counts[15] = 1
    return WeightHistogram(mean: mean, counts: counts, above: 0)
  }

  // MARK: Register

  static let register: AttainmentRegister = {
    func row(
      _ id: String, _ label: String, area: String?, unit: String, threshold: Double,
      comparison: RegisterYear.Comparison, result: Double?, status: RegisterStatus,
      lead: String, due: String? = nil, isOverdue: Bool = false, next: NextStep? = nil,
      points: RegisterPoints? = nil
    ) -> RegisterRow {
      RegisterRow(
        id: id, label: LocalizedText(vi: label), area: area, measure: "figure:\(id)", unit: unit,
        kind: "minimum", rule: "minimum",
        years: [
          RegisterYear(
            year: 2021, threshold: threshold, comparison: comparison, result: result,
            verdict: status == .met ? .met : status == .notMet ? .notMet : .noData)
        ],
        status: status, statusYear: 2021, lead: [lead], due: due, isOverdue: isOverdue,
        nextStep: next, points: points)
    }
    let measured = targets.prefix(5).map { result in
      RegisterRow(
        id: result.target.id, label: LocalizedText(vi: "Chỉ số"),
        measure: result.target.measure?.name,
        kind: "increase", rule: "increase", status: result.verdict == .met ? .met : .notMet,
        statusYear: 2021, lead: result.target.lead)
    }
    let rows = [
      row(
        "R", "Xếp hạng SIPAS", area: "sipas", unit: "rank", threshold: 30, comparison: .atMost,
        result: 45, status: .notMet, lead: "Sở Nội vụ", due: "Trong năm 2021", isOverdue: true,
        next: .task(agency: "Sở Nội vụ", text: "Đôn đốc các đơn vị."),
        points: RegisterPoints(criterion: "8.1", standard: 10, won: 8.6)),
      row(
        "T1", "Tỷ lệ hồ sơ giải quyết đúng hạn", area: "tthc", unit: "percent", threshold: 95,
        comparison: .atLeast, result: 97.5, status: .met, lead: "Văn phòng UBND tỉnh"),
      row(
        "T2", "Thời gian cấp phép", area: nil, unit: "days", threshold: 20, comparison: .below,
        result: nil, status: .missing, lead: "Sở Xây dựng",
        next: .enterFigure(
          id: "T2", label: LocalizedText(vi: "Thời gian cấp phép", en: "Days to a permit"),
          year: 2021)),
    ]
    return AttainmentRegister(
      plan: "gia-lai-1320-2021", title: LocalizedText(vi: "Kế hoạch"), year: 2021,
      day: CivilDate("2021-12-31") ?? CivilDate(day: 0), years: [2021],
      areas: [
        RegisterArea(id: "tthc", label: LocalizedText(vi: "Thủ tục hành chính", en: "Procedures")),
        RegisterArea(id: "sipas", label: LocalizedText(vi: "Chỉ số hài lòng", en: "Satisfaction")),
      ],
      rows: measured + rows,
      points: PointsLoss(
        standard: 10, won: 8.6, lost: 1.4,
        losses: [
          PointLoss(
            rank: 1, target: "R",
            points: RegisterPoints(criterion: "8.1", standard: 10, won: 8.6), lost: 1.4,
            distancePerPoint: 10.25, hasLead: true, hasDue: true)
        ],
        checks: [
          PointCheck(
            target: "R", quantity: .lost, parts: ["8.1.1"], stated: 1.4, recomputed: 1.5,
            isComplete: true)
        ]))
  }()
}

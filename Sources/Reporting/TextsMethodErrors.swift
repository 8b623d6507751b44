internal import SurveyModel

extension Texts {
  func sampleMethod(_ run: RunResult) -> String {
    let names = MeasureNames(run, language: language)
    let design = run.survey.design
    func list(_ variables: [String]) -> String {
      variables.map { names.name(ofVariable: $0) }.joined(separator: " × ")
    }
    let strata = numbers.whole(run.estimates.strataCount)
    let psus = numbers.whole(run.estimates.psuCount)
    let stratified =
      design.strata.isEmpty
      ? pick("Không phân tầng", "No strata")
      : pick(
        "Phân tầng theo \(list(design.strata)) (\(strata) tầng)",
        "Stratified by \(list(design.strata)) (\(strata) strata)")
    let clustered =
      design.clusters.isEmpty
      ? pick(
        "mỗi người trả lời là một đơn vị mẫu cấp một (\(psus)).",
        "each respondent is a primary sampling unit (\(psus)).")
      : pick(
        "đơn vị mẫu cấp một (PSU) là \(list(design.clusters)) (\(psus) đơn vị).",
        "the primary sampling units (PSUs) are \(list(design.clusters)) (\(psus) units).")
    let stages = design.laterStages.map { stage in
      pick(" Trong đó chọn tiếp \(list(stage.clusters)).", " Within them \(list(stage.clusters)).")
    }
    return stratified + "; " + clustered + stages.joined()
  }

  func varianceMethod(_ run: RunResult) -> String {
    var text =
      switch run.survey.variance {
      case .taylor: linearisation(run)
      case .jkn(let centre):
        pick("Jackknife theo tầng (JKn)", "Stratified jackknife (JKn)")
          + replicates(run, centre)
      case .jk1(let centre):
        pick("Jackknife không theo tầng (JK1)", "Unstratified jackknife (JK1)")
          + replicates(run, centre)
      case .bootstrap(_, let seed, let centre):
        pick(
          "Bootstrap của Rao và Wu, số gieo \(seed)", "Bootstrap of Rao and Wu, seed \(seed)")
          + replicates(run, centre)
      case .replicateWeights(_, let centre):
        pick("Trọng số lặp đi kèm dữ liệu", "Replicate weights that came with the data")
          + replicates(run, centre)
      }
    text += ". " + finitePopulation(run.survey.design.psuPopulation)
    let single = run.estimates.singlePSUStrata
    guard !single.isEmpty else { return text }
    let list = single.joined(separator: "; ")
    return text
      + pick(
        " Tầng chỉ có một PSU (\(list)): \(singlePSURule(run.estimates.singlePSURule)).",
        " Strata with a single PSU (\(list)): \(singlePSURule(run.estimates.singlePSURule)).")
  }

  private func linearisation(_ run: RunResult) -> String {
    let text = pick(
      "Tuyến tính hóa Taylor, theo tầng và đơn vị mẫu cấp một",
      "Taylor linearisation, by stratum and primary sampling unit")
    switch run.estimates.variance {
    case "taylor-calibration-residuals":
      return text
        + pick(
          ", dùng phần dư của biến điều chỉnh trọng số",
          ", on the residuals of the variables the weights were adjusted to")
    case "taylor-rake-sweeps":
      return text
        + pick(
          ", sau raking dùng mười vòng trừ trung bình như lệnh rake của R",
          ", after raking with ten sweeps of level means as rake of R does")
    default: return text
    }
  }

  private func replicates(_ run: RunResult, _ centre: ReplicateCentre) -> String {
    let count = numbers.whole(run.estimates.replicateCount)
    let around =
      switch centre {
      case .mean: pick("trung bình các lần lặp", "the mean of the replicates")
      case .estimate: pick("kết quả của toàn mẫu", "the estimate of the whole sample")
      }
    return pick(
      ", \(count) lần lặp, bình phương sai lệch so với \(around)",
      ", \(count) replicates, squares around \(around)")
  }

  private func finitePopulation(_ population: PSUPopulation) -> String {
    switch population {
    case .none:
      pick(
        "Không hiệu chỉnh tổng thể hữu hạn.", "Without a finite population correction.")
    case .file, .variable:
      pick(
        "Có hiệu chỉnh tổng thể hữu hạn theo số PSU của tổng thể.",
        "With a finite population correction from the number of PSUs in the population.")
    }
  }

  private func singlePSURule(_ rule: SinglePSURule) -> String {
    switch rule {
    case .fail: pick("không ước lượng", "not estimated")
    case .adjust:
      pick(
        "lấy độ lệch so với trung bình chung của tổng thể (adjust)",
        "deviation from the population mean (adjust)")
    case .average:
      pick(
        "dùng phương sai trung bình của các tầng khác (average)",
        "mean variance of the other strata (average)")
    case .certainty: pick("coi là chọn chắc chắn (certainty)", "taken as certain (certainty)")
    case .remove: pick("không góp vào phương sai (remove)", "adds nothing to the variance (remove)")
    }
  }

  func intervalMethod(_ survey: SurveyDefinition) -> String {
    let level = levelText(survey.level)
    let freedom = pick(
      "phân phối t với bậc tự do bằng số PSU trừ số tầng",
      "Student's t with PSUs minus strata degrees of freedom")
    return switch survey.interval {
    case .waldT:
      pick("Hai phía \(level), \(freedom) (wald-t).", "Two-sided \(level), \(freedom) (wald-t).")
    case .logit:
      pick(
        "Hai phía \(level), trên thang logit, \(freedom) (logit).",
        "Two-sided \(level), on the logit scale, \(freedom) (logit).")
    case .beta:
      pick(
        "Hai phía \(level), giới hạn nhị thức chính xác ở cỡ mẫu hiệu dụng, theo Korn và Graubard (beta).",
        "Two-sided \(level), exact binomial limits at the effective sample size, after Korn and "
          + "Graubard (beta).")
    case .wilson:
      pick(
        "Hai phía \(level), khoảng điểm Wilson ở cỡ mẫu hiệu dụng (wilson).",
        "Two-sided \(level), Wilson's score interval at the effective sample size (wilson).")
    }
  }

  func designEffectMethod() -> String {
    pick(
      "Hai hệ số thiết kế, gọi đúng tên: so với chọn ngẫu nhiên có hoàn lại và không hoàn lại; hệ số "
        + "Kish chỉ xét trọng số. Số ở bảng kết quả và bảng trọng số.",
      "Two design effects by name: against random sampling with and without replacement; that of "
        + "Kish looks at the weights alone. See the tables of results and weights.")
  }
}

internal import SurveyModel

extension Texts {
  func weightMethod(_ steps: [WeightStep]) -> String {
    let names = steps.map { step -> String in
      step.iterations > 0
        ? pick(
          "\(lowercasedFirst(stepName(step))), \(step.iterations) vòng lặp",
          "\(lowercasedFirst(stepName(step))), \(step.iterations) rounds")
        : lowercasedFirst(stepName(step))
    }
    guard !names.isEmpty else { return pick("Không có trọng số.", "No weights.") }
    return pick("Theo thứ tự: ", "In this order: ") + names.joined(separator: "; ")
      + pick(
        ". Trước và sau từng bước: bảng trọng số.",
        ". Before and after each step: table of weights.")
  }

  func roundingMethod(places: Int) -> String {
    pick(
      "Chỉ làm tròn một lần khi công bố, \(places) chữ số thập phân, nửa đơn vị làm tròn lên. Kết luận "
        + "so sánh số đã công bố với ngưỡng: bằng ngưỡng là đạt. Mức tăng “%” được hiểu là điểm phần "
        + "trăm trừ khi kế hoạch ghi khác.",
      "Rounded once, on publication, to \(places) decimals, half up. The verdict compares the "
        + "published figure with the threshold: equal is met. A raise by “%” is read as percentage "
        + "points unless the plan says otherwise.")
  }

  func publicationMethod(_ run: RunResult) -> String {
    let minimum = run.survey.minimumRespondents
    let smallCells =
      minimum > 0
      ? pick(
        "Không công bố số liệu của nhóm có dưới \(minimum) người trả lời.",
        "Groups with fewer than \(minimum) respondents are not published.")
      : pick(
        "Không đặt mức tối thiểu về số người trả lời.",
        "No minimum number of respondents is set.")
    let relative = numbers.percent("130")
    guard run.questionnaire.index.item != .meanScore else { return smallCells }
    return smallCells
      + pick(
        " Tỷ lệ không công bố khi cỡ mẫu hiệu dụng dưới 30, khi khoảng tin cậy (Korn và Graubard) rộng "
          + "hơn 30 điểm, hoặc rộng hơn 5 điểm và hơn \(relative) của chính tỷ lệ; kèm cảnh báo khi bậc "
          + "tự do dưới 8, khi mọi người trả lời như nhau hoặc khi không ước lượng được sai số.",
        " A share is not published when its effective sample size is below 30, when its interval "
          + "(Korn and Graubard) is wider than 30 points, or wider than 5 points and than "
          + "\(relative) of the share; it has a warning with fewer than 8 degrees of freedom, where "
          + "everybody answered alike, or where the error cannot be estimated.")
  }

  func changeMethod(_ change: ChangeTable) -> String {
    change.sharesClusters
      ? pick(
        "So với \(change.survey): phương sai của hai cuộc trừ hai lần hiệp phương sai qua các PSU chung.",
        "Against \(change.survey): the variances of both surveys less twice the covariance through "
          + "the PSUs in common.")
      : pick(
        "So với \(change.survey): cộng phương sai của hai cuộc, bậc tự do theo Welch và Satterthwaite.",
        "Against \(change.survey): the variances add, degrees of freedom after Welch and "
          + "Satterthwaite.")
  }
}

internal import SurveyModel

/// The words of change, contributions and ranks.
extension Texts {
  // MARK: Targets

  var columnProbability: String { pick("Xác suất đạt", "Probability met") }

  /// A probability in whole percent, never as the certainty that no survey gives.
  func probability(_ value: Double?) -> String {
    guard let value = value.finite else { return NumberStyle.missing }
    if value < 0.01 { return "< " + numbers.percent("1") }
    if value > 0.99 { return "> " + numbers.percent("99") }
    return numbers.percent(numbers.decimal(value * 100, places: 0))
  }

  func progress(_ progress: Progress) -> String {
    switch progress {
    case .metOrExceeded: pick("đạt hoặc vượt", "met or exceeded")
    case .improving: pick("đang cải thiện", "improving")
    case .littleOrNoChange:
      pick("ít hoặc chưa thấy thay đổi", "little or no detectable change")
    case .gettingWorse: pick("xấu đi", "getting worse")
    }
  }

  // MARK: Contributions

  var contributionsTitle: String {
    pick("Điều gì kéo chỉ số xuống", "What pulls the indices down")
  }
  var contributionsNote: String {
    pick(
      "Khoảng cách từ kết quả đến mục tiêu được chia hết cho từng câu hỏi và từng nhóm; số âm là kéo "
        + "xuống. “Chưa phân biệt được với 0”: khoảng tin cậy của phần đóng góp (sau dấu ±) chứa số 0. "
        + "Bảng chỉ nêu các phần kéo xuống nhiều nhất; đầy đủ ở tệp contributions.csv.",
      "The distance from the result to the target is shared out in full among questions and groups; "
        + "a negative part pulls down. “Not distinguishable from 0”: the interval of "
        + "the part (after ±) holds 0. The tables show the parts that pull down most; all are in "
        + "contributions.csv.")
  }
  func contributionsBy(_ variables: [String]) -> String {
    if variables.isEmpty { return pick("Theo câu hỏi", "By question") }
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return pick("Theo \(list)", "By \(list)")
  }
  var moreParts: String { pick("Theo các nhóm khác", "By other groups") }
  var part: String { pick("Phần", "Part") }
  var figureOfPart: String { pick("Kết quả của phần", "Result of the part") }
  var contribution: String { pick("Đóng góp (điểm)", "Contribution (points)") }
  var reading: String { pick("Đọc là", "Reading") }
  var effect: String { pick("Do", "Through") }
  var outsideDomains: String {
    pick("Người không thuộc nhóm nào", "Respondents in none of the groups")
  }
  var hiddenPart: String { pick("không công bố", "not published") }

  /// What a contribution with its interval says, in words.
  func reading(of contribution: Double, halfWidth: Double?) -> String {
    guard let half = halfWidth.finite else {
      return pick("không rõ sai số", "error unknown")
    }
    guard contribution.magnitude > half else {
      return pick("chưa phân biệt được với 0", "not distinguishable from 0")
    }
    return contribution < 0 ? pick("kéo xuống", "pulls down") : pick("kéo lên", "pulls up")
  }

  /// What is added to a reading of figures that are shown with a warning.
  func warning(_ flag: EstimateFlag?) -> String {
    flag == .unreliable ? pick(", độ tin cậy thấp", ", unreliable") : ""
  }

  func effect(_ effect: DecompositionPart.Effect) -> String {
    switch effect {
    case .distance: ""
    case .satisfaction: pick("mức hài lòng", "satisfaction")
    case .composition: pick("cơ cấu người trả lời", "mix of people")
    }
  }

  /// The line of the terminal report on one target.
  func pullsMost(target: String, parts: [String]) -> String {
    let list = parts.joined(separator: "; ")
    return pick("Kéo \(target) xuống nhiều nhất: \(list).", "Pulls \(target) down most: \(list).")
  }

  func pull(_ label: String, points: String) -> String {
    pick("\(label) (\(points) điểm)", "\(label) (\(points) points)")
  }

  // MARK: Change

  func changeTitle(year: Int) -> String {
    pick("Thay đổi so với cuộc khảo sát năm \(year)", "Change since the survey of \(year)")
  }
  func changeNote(_ change: ChangeTable) -> String {
    let shared = numbers.whole(change.commonPSUs)
    return change.sharesClusters
      ? pick(
        "Hai cuộc có chung \(shared) đơn vị mẫu cấp một; sai số đã tính đến điều đó.",
        "The surveys have \(shared) primary sampling units in common; the error counts it.")
      : pick(
        "Hai mẫu độc lập; sai số của cả hai cuộc đều được tính.",
        "The samples are independent; the errors of both count.")
  }
  func changePartsTitle(_ index: String, _ by: String) -> String {
    pick("\(index): thay đổi đến từ đâu. \(by)", "\(index): where the change comes from. \(by)")
  }
  var before: String { pick("Trước", "Before") }
  var now: String { pick("Nay", "Now") }
  var change: String { pick("Thay đổi (điểm)", "Change (points)") }
  var smallestDetectable: String {
    pick("Thay đổi nhỏ nhất nhận ra được", "Smallest detectable change")
  }

  /// What a change with its two-sided p-value says, in words.
  func reading(ofChange difference: Double, pValue: Double?) -> String {
    guard let pValue = pValue.finite else {
      return pick("không rõ sai số", "error unknown")
    }
    guard pValue < 0.05 else {
      return pick("chưa phân biệt được với không thay đổi", "not distinguishable from no change")
    }
    return difference > 0 ? pick("tăng rõ rệt", "clearly up") : pick("giảm rõ rệt", "clearly down")
  }

  // MARK: Ranks

  var ranksTitle: String { pick("Thứ hạng", "Ranks") }
  func ranksTitle(_ index: String, by variables: [String]) -> String {
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return pick("\(index): thứ hạng theo \(list)", "\(index): ranks by \(list)")
  }
  func ranksNote(level: Double) -> String {
    pick(
      "Khoảng hạng: thứ hạng thật của mọi đơn vị cùng nằm trong khoảng của mình với độ tin cậy "
        + "\(levelText(level)). Các đơn vị cùng một nhóm thì không phân biệt được. Thứ hạng của các "
        + "chỉ số thành phần ở tệp rankings.csv.",
      "Range of ranks: the true ranks of all units lie in their ranges together with "
        + "\(levelText(level)) confidence. Units of one group cannot be told apart. The ranks of the "
        + "sub-indices are in rankings.csv.")
  }
  var rank: String { pick("Hạng", "Rank") }
  var rankRange: String { pick("Khoảng hạng", "Range of ranks") }
  var rankGroup: String { pick("Nhóm", "Group") }
  var differenceFromWhole: String {
    pick("So với toàn bộ (điểm)", "Against the whole (points)")
  }

  func rankGroup(_ number: Int, _ units: [String]) -> String {
    let list = units.joined(separator: ", ")
    return units.count == 1
      ? pick("Nhóm \(number): \(list).", "Group \(number): \(list).")
      : pick(
        "Nhóm \(number), không phân biệt được: \(list).",
        "Group \(number), cannot be told apart: \(list).")
  }
  func leftOut(_ units: [String]) -> String {
    let list = units.joined(separator: ", ")
    return pick("Không xếp hạng: \(list).", "Not ranked: \(list).")
  }
  func unitsBetween(_ count: Int) -> String {
    let number = numbers.whole(count)
    return pick(
      "… và \(number) đơn vị ở giữa, xem tệp rankings.csv",
      "… and \(number) units between, see rankings.csv")
  }
}

internal import SurveyModel

/// The words of change, contributions and ranks.
extension Texts {
  // MARK: Targets

  var columnProbability: String { words["column.probability"] }

  /// A probability in whole percent, never as the certainty that no survey gives.
  func probability(_ value: Double?) -> String {
    guard let value = value.finite else { return NumberStyle.missing }
    if value < 0.01 { return "< " + numbers.percent("1") }
    if value > 0.99 { return "> " + numbers.percent("99") }
    return numbers.percent(numbers.decimal(value * 100, places: 0))
  }

  func progress(_ progress: Progress) -> String {
    switch progress {
    case .metOrExceeded: words["progress.met-or-exceeded"]
    case .improving: words["progress.improving"]
    case .littleOrNoChange: words["progress.little-change"]
    case .gettingWorse: words["progress.getting-worse"]
    }
  }

  // MARK: Contributions

  var contributionsTitle: String { words["title.contributions"] }
  var contributionsNote: String { words["note.contributions"] }
  func contributionsBy(_ variables: [String]) -> String {
    if variables.isEmpty { return words["title.parts-by-question"] }
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return words("title.parts-by", ["groups": list])
  }
  var moreParts: String { words["title.more-parts"] }
  var part: String { words["column.part"] }
  var figureOfPart: String { words["column.figure-of-part"] }
  var contribution: String { words["column.contribution"] }
  var reading: String { words["column.reading"] }
  var effect: String { words["column.effect"] }
  var outsideDomains: String { words["term.outside-domains"] }
  var hiddenPart: String { words["term.hidden-part"] }

  var indistinguishable: String {
    pick("chưa phân biệt được với 0", "not distinguishable from 0")
  }

  /// What a contribution with its interval says, in words.
  func reading(of contribution: Double, halfWidth: Double?) -> String {
    guard let half = halfWidth.finite else {
      return pick("không rõ sai số", "error unknown")
    }
    guard contribution.magnitude > half else {
      return indistinguishable
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
    words("title.change", ["year": "\(year)"])
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
    words("title.change-parts", ["index": index, "by": by])
  }
  var before: String { words["column.before"] }
  var now: String { words["column.now"] }
  var change: String { words["column.change"] }
  var smallestDetectable: String { words["column.detectable"] }

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

  var ranksTitle: String { words["title.ranks"] }
  func ranksTitle(_ index: String, by variables: [String]) -> String {
    let list = variables.map { lowercasedFirst($0) }.joined(separator: " × ")
    return words("title.ranks-by", ["index": index, "groups": list])
  }
  func ranksNote(level: Double) -> String {
    words("note.ranks", ["level": levelText(level)])
  }
  var rank: String { words["column.rank"] }
  var rankRange: String { words["column.rank-range"] }
  var rankGroup: String { words["column.rank-group"] }
  var differenceFromWhole: String { words["column.from-whole"] }

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

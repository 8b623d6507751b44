internal import SurveyModel

extension Texts {
  var explainValid: String { pick("Hợp lệ", "Valid") }
  var explainSatisfied: String { pick("Hài lòng", "Satisfied") }
  var explainUnweighted: String { pick("Chưa trọng số", "Unweighted") }
  var explainSatisfiedWeight: String {
    pick("Tổng trọng số hài lòng", "Weights of satisfied")
  }
  var explainValidWeight: String { pick("Tổng trọng số hợp lệ", "Weights of valid") }

  func explainHidden(minimum: Int) -> String {
    pick(
      "Không công bố: dưới \(numbers.whole(minimum)) người trả lời, hoặc có thể suy ra từ các số khác.",
      "Not published: fewer than \(numbers.whole(minimum)) respondents, or it could be worked out "
        + "from other figures.")
  }

  var explainWeights: String {
    pick(
      "Mỗi phiếu đại diện cho một số người, đó là trọng số của phiếu. Các bước tính trọng số:",
      "Each interview stands for a number of people, its weight. The steps of weighting:")
  }

  func explainWeights(_ step: String, sum: String) -> String {
    pick("\(lowercasedFirst(step)), tổng \(sum)", "\(lowercasedFirst(step)), sum \(sum)")
  }

  func explainItem(_ value: String) -> String {
    pick(
      "Tổng trọng số của người hài lòng chia cho tổng trọng số của người trả lời hợp lệ: \(value).",
      "The weights of the satisfied over the weights of the valid answers: \(value).")
  }

  func explainGives(_ value: String) -> String { pick("Kết quả: \(value).", "It gives \(value).") }

  var explainNoError: String {
    pick("Không ước lượng được sai số chuẩn.", "The standard error cannot be estimated.")
  }

  func explainError(
    error: String, degrees: String, effect: String, respondents: String, level: String,
    interval: String
  ) -> String {
    pick(
      "Sai số chuẩn \(error) điểm (\(respondents) người trả lời, hệ số thiết kế \(effect), \(degrees) bậc "
        + "tự do). Khoảng tin cậy \(level): \(interval).",
      "Standard error \(error) points (\(respondents) respondents, design effect \(effect), \(degrees) "
        + "degrees of freedom). \(level) interval: \(interval).")
  }

  func explainRounding(_ full: String, to published: String) -> String {
    pick(
      "Số đầy đủ là \(full)…; làm tròn một lần khi công bố thành \(published).",
      "In full it is \(full)…; it is rounded once, for publication, to \(published).")
  }

  func explainTarget(rule: String, document: String?, section: String?) -> String {
    let place = [document, section.map { pick("mục \($0)", "section \($0)") }].compactMap { $0 }
    let from = place.isEmpty ? "" : " (\(place.joined(separator: ", ")))"
    return pick("Mục tiêu: \(rule)\(from).", "The target: \(rule)\(from).")
  }

  func explainBaseline(_ value: String, year: Int, source: String) -> String {
    pick("Năm \(year): \(value), theo \(source).", "In \(year): \(value), by \(source).")
  }

  func explainThreshold(_ threshold: String) -> String {
    pick("Vậy mức phải đạt là \(threshold).", "So the threshold is \(threshold).")
  }

  func explainComparison(_ published: String, _ threshold: String, _ verdict: String) -> String {
    pick(
      "So số đã làm tròn với mức phải đạt: \(published), cần \(threshold): \(verdict).",
      "The rounded figure against the threshold: \(published), needed \(threshold): \(verdict).")
  }

  func explainJudged(_ verdict: String) -> String {
    pick(
      "Yêu cầu bằng lời, đánh giá đã được ghi lại: \(verdict).",
      "A requirement in words; the recorded judgement: \(verdict).")
  }

  func explainConfidence(p: String, chance: String, words: String) -> String {
    pick(
      "Vì kết quả lấy từ mẫu, xác suất kết quả thật đạt mức ấy là \(chance) (giá trị p một phía \(p)): "
        + "kết luận này \(words).",
      "As the figure is from a sample, the probability that the true one reaches the threshold is "
        + "\(chance) (one-sided p-value \(p)): the verdict is \(words).")
  }
}

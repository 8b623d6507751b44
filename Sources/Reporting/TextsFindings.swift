internal import SurveyModel

extension Texts {
  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: pick("lỗi", "error")
    case .warning: pick("cảnh báo", "warning")
    case .notice: pick("ghi chú", "notice")
    }
  }

  var found: String { pick("thấy", "found") }
  var expected: String { pick("cần", "expected") }
  var hint: String { pick("gợi ý", "hint") }

  func moreFindings(_ count: Int, code: String) -> String {
    let number = numbers.whole(count)
    return pick("… và \(number) trường hợp khác [\(code)]", "… and \(number) more [\(code)]")
  }

  func findingCounts(errors: Int, warnings: Int, notices: Int) -> String {
    let parts = [
      (errors, pick("lỗi", errors == 1 ? "error" : "errors")),
      (warnings, pick("cảnh báo", warnings == 1 ? "warning" : "warnings")),
      (notices, pick("ghi chú", notices == 1 ? "notice" : "notices")),
    ]
    return parts.filter { $0.0 > 0 }.map { "\(numbers.whole($0.0)) \($0.1)" }
      .joined(separator: ", ")
  }
}

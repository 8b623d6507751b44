package import SurveyModel

/// Why two surveys cannot be compared.
package enum ChangeError: Error, Sendable, Hashable {
  /// Their questionnaires make figures in different ways; what is named as written in them.
  case methodsDiffer(element: String, now: String, earlier: String)
  /// They have no figure in common.
  case nothingInCommon
}

/// The kinds of fault that stop a comparison, for the errors page.
package enum ChangeFindingCode {
  static let methodsDiffer = FindingCode(
    "estimate.change.methods-differ", .error,
    vi: "Hai cuộc khảo sát tính chỉ số theo hai cách khác nhau nên không so sánh được.",
    en: "The two surveys make their indices in different ways and cannot be compared.")
  static let nothingInCommon = FindingCode(
    "estimate.change.nothing-in-common", .error,
    vi: "Hai cuộc khảo sát không có chỉ số nào chung để so sánh.",
    en: "The two surveys have no figure in common.")
  static let noCommonCluster = FindingCode(
    "estimate.change.no-common-cluster", .warning,
    vi: "Khai báo dùng chung đơn vị chọn mẫu nhưng hai cuộc khảo sát không có đơn vị nào cùng mã.",
    en: "Clusters are declared as shared but the two surveys have none of the same code.")

  package static let all = [methodsDiffer, nothingInCommon, noCommonCluster]
}

extension ChangeError {
  /// The error for a person to read, in Vietnamese and English.
  ///
  /// - Parameter place: Where the survey file names the earlier survey.
  /// - Returns: One finding.
  package func findings(at place: SourceLocation?) -> [Finding] {
    switch self {
    case .methodsDiffer(let element, let now, let earlier):
      [
        Finding(
          ChangeFindingCode.methodsDiffer, at: place,
          message: LocalizedText(
            vi: "cách tính <\(element)> của hai phiếu khảo sát khác nhau",
            en: "the two questionnaires measure <\(element)> differently"),
          found: LocalizedText(
            vi: "lần này \(now), lần trước \(earlier)", en: "now \(now), earlier \(earlier)"),
          expected: LocalizedText(
            vi: "cùng một cách tính ở cả hai lần", en: "the same measure in both"),
          remedy: LocalizedText(
            vi: "dùng chung một cách tính trong <index> của hai phiếu, hoặc bỏ <earlier>",
            en: "declare one measure in the <index> of both questionnaires, or leave out <earlier>"),
          subject: element)
      ]
    case .nothingInCommon:
      [
        Finding(
          ChangeFindingCode.nothingInCommon, at: place,
          message: LocalizedText(
            vi: "không có thành phần hay câu hỏi nào cùng mã và có người trả lời ở cả hai cuộc "
              + "khảo sát",
            en: "no factor or item has one id and answers in both surveys"),
          remedy: LocalizedText(
            vi: "kiểm tra xem <earlier> có chỉ đúng cuộc khảo sát lần trước không",
            en: "check that <earlier> names the survey that was meant"))
      ]
    }
  }
}

extension ChangeTable {
  /// What a person should know about the comparison.
  ///
  /// - Parameter place: Where the survey file names the earlier survey.
  /// - Returns: A warning where clusters should be shared and none is; else nothing.
  package func findings(at place: SourceLocation?) -> [Finding] {
    guard sharesClusters, commonPSUs == 0 else { return [] }
    return [
      Finding(
        ChangeFindingCode.noCommonCluster, at: place,
        message: LocalizedText(
          vi:
            "không có đơn vị chọn mẫu nào cùng mã tầng và mã đơn vị trong cuộc khảo sát \(survey)",
          en: "no cluster has the same stratum and cluster codes in survey \(survey)"),
        found: LocalizedText(vi: "0 đơn vị chung", en: "0 clusters in common"),
        remedy: LocalizedText(
          vi: "dùng cùng một mã cho mỗi đơn vị ở cả hai năm, hoặc ghi clusters=\"independent\" nếu "
            + "hai mẫu được chọn riêng",
          en: "use one code for each cluster in both years, or write clusters=\"independent\" if "
            + "the samples were drawn separately"),
        subject: survey)
    ]
  }
}

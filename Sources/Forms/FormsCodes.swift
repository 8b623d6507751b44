package import SurveyModel

/// Codes of findings about forms; stable, never reused.
package enum FormsCodes {
  package static let otherQuestionnaire = FindingCode(
    "form.survey.other-questionnaire", .error,
    vi: "Tệp khảo sát dùng phiếu hỏi khác với phiếu được nêu.",
    en: "The survey file uses another questionnaire than the one given.")
  package static let listMissing = FindingCode(
    "form.list.missing", .notice,
    vi:
      "Danh mục của một biến chỉ có khi nêu tệp khảo sát; trên mẫu phiếu biến này phải ghi bằng chữ.",
    en:
      "The code list of a variable comes with the survey file; on the form it is written in words.")
  package static let workbookRefused = FindingCode(
    "form.workbook.refused", .error,
    vi: "Không làm được tệp Excel từ phiếu hỏi này.",
    en: "The questionnaire cannot be made into an Excel workbook.")

  package static let all = [otherQuestionnaire, listMissing, workbookRefused]
}

extension FormSource {
  /// What whoever makes a form should know.
  package var findings: [Finding] {
    questionnaire.fields.filter(\.awaitsCodeList).map { field in
      Finding(
        FormsCodes.listMissing, at: field.place,
        message: LocalizedText(
          vi: "\(field.id) chưa có danh mục nên phải ghi bằng chữ",
          en: "\(field.id) has no code list, so it is written in words"),
        remedy: LocalizedText(
          vi: "thêm --survey với tệp khảo sát có danh mục này",
          en: "add --survey with the survey file that has the list"),
        subject: field.id)
    }
  }
}

import Reporting
package import SurveyModel

extension SurveySession {
  /// Writes the report that the survey's forms ask for, filled in from a result: `form.html` and the
  /// other formats.
  ///
  /// - Parameters:
  ///   - result: Of this survey.
  ///   - folder: Made where there is none; files of the same name are replaced.
  ///   - language: Of what is written around the words of the forms.
  ///   - template: The letterhead of the reporting agency.
  ///   - formats: Beside the page.
  /// - Throws: ``RunStopped`` when the survey names no forms, or a file cannot be written.
  package func reportForms(
    _ result: RunResult, to folder: String, language: Language,
    template: LoadedReportTemplate = .standard, formats: [ReportFormat] = ReportFormat.allCases
  ) throws(RunStopped) {
    guard let forms = survey.forms else {
      throw RunStopped([.noForms(survey.definition)], exit: .badData)
    }
    let document = formDocument(
      forms, result, template: template.template, language: language)
    try finish(
      writeDocument(
        document, to: folder,
        files: [pageFile("form.html", template: template.template)]
          + reportFiles("form", formats)))
  }
}

extension Finding {
  fileprivate static func noForms(_ survey: SurveyDefinition) -> Finding {
    Finding(
      PipelineCodes.formsNone, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "tệp khảo sát không nêu đề cương và biểu mẫu nào",
        en: "the survey names no reporting forms"),
      expected: LocalizedText(vi: "<forms href=\"…\"/>", en: "<forms href=\"…\"/>"),
      remedy: LocalizedText(
        vi: "thêm <forms href=\"…\"/> sau <plan>; mẫu tệp: samples/son-la-2024/forms.xml",
        en:
          "add <forms href=\"…\"/> after <plan>; for such a file see samples/son-la-2024/forms.xml")
    )
  }
}

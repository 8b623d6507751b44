package import SurveyModel

/// The page of a run: one self-contained file for the leadership.
///
/// - Returns: UTF-8 bytes, the same for the same result, template and language.
/// - Throws: ``HTMLPageError`` when the template's page is no template.
package func htmlReport(
  _ result: RunResult, template: ReportTemplate = .standard, language: Language
) throws(HTMLPageError) -> [UInt8] {
  try htmlPage(
    of: reportDocument(result, template: template, language: language), template: template)
}

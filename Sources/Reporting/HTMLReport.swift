package import SurveyModel
internal import Templates

/// Why the page could not be made: the template in the program is damaged.
package struct HTMLReportError: Error, Sendable, Hashable {
  package let reason: String
}

/// One self-contained page for the leadership: no network, no script, prints on A4.
///
/// Every text from a file is escaped by the template (`{{…}}` only); the drawing coordinates are
/// numbers made here.
///
/// - Returns: UTF-8 bytes, the same for the same result and language.
package func htmlReport(
  _ result: RunResult, language: Language
) throws(HTMLReportError) -> [UInt8] {
  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  let template: Template
  do throws(TemplateError) {
    template = try Template(
      text(PackageResources.report_mustache),
      parts: ["decisions": text(PackageResources.decisions_mustache)])
  } catch {
    throw HTMLReportError(reason: error.reason)
  }
  return Array(template.render(HTMLPage(result, language: language)).utf8)
}

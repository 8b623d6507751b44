import Documents
import Foundation
package import Reporting
package import SurveyModel
import WordDocuments

extension SurveySession {
  /// Writes the report that the survey's forms ask for, filled in from a result: `form.docx` and
  /// `form.html`.
  ///
  /// - Parameters:
  ///   - result: Of this survey.
  ///   - folder: Made where there is none; files of the same name are replaced.
  ///   - template: The letterhead of the reporting agency.
  ///   - language: Of what is written around the words of the forms.
  /// - Returns: The paths written.
  /// - Throws: ``RunStopped`` when the survey names no forms, or a file cannot be written.
  @discardableResult
  package func reportForms(
    _ result: RunResult, to folder: String, template: ReportTemplate = .standard,
    language: Language
  ) throws(RunStopped) -> [String] {
    guard let forms = survey.forms else {
      throw RunStopped([.noForms(survey.definition)], exit: .badData)
    }
    let document = formDocument(forms, result, template: template, language: language)
    var paths: [String] = []
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RunStopped([.outputFailed(folder)], exit: .inputOutput)
    }
    func write(_ name: String, _ bytes: [UInt8]) throws(RunStopped) {
      let path = "\(folder)/\(name)"
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw RunStopped([.outputFailed(path)], exit: .inputOutput)
      }
      paths.append(path)
    }
    // Forms hold no charts, and the page is the program's own: neither writer has a reason to fail.
    do {
      try write("form.docx", try wordDocument(of: document) { _ in nil })
      try write("form.html", try htmlPage(of: document, template: template))
    } catch let stopped as RunStopped {
      throw stopped
    } catch {
      throw RunStopped([.outputFailed(folder)], exit: .inputOutput)
    }
    return paths
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

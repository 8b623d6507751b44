import Forms
import Foundation
import Questionnaires
package import SurveyModel
import WorkbookWriting

/// A questionnaire ready to be made into forms, checked, with what was found in its files.
package struct PreparedForm: Sendable {
  private let source: FormSource
  package let findings: [Finding]

  /// Reads a questionnaire, and the survey it is used in where one is given.
  ///
  /// - Throws: ``RunStopped`` with every finding when a file is at fault, or when the survey uses
  ///   another questionnaire.
  package init(questionnairePath: String, surveyPath: String?) throws(RunStopped) {
    guard let surveyPath else {
      let loaded = readQuestionnaire(at: questionnairePath)
      guard let questionnaire = loaded.value else {
        throw RunStopped(loaded.findings, exit: exitFor(loaded.findings))
      }
      source = FormSource(questionnaire: questionnaire)
      findings = loaded.findings + source.findings
      return
    }
    let asked = readQuestionnaire(at: questionnairePath)
    guard let questionnaire = asked.value else {
      throw RunStopped(asked.findings, exit: exitFor(asked.findings))
    }
    let survey = try loadSurvey(at: surveyPath, requiresResponses: false)
    let used = survey.questionnaire
    guard used.id == questionnaire.id, used.version == questionnaire.version else {
      throw RunStopped(
        [.otherQuestionnaire(used, than: questionnaire, in: surveyPath)], exit: .badData)
    }
    source = FormSource(questionnaire: used, survey: survey.definition)
    findings = survey.findings + source.findings
  }

  /// The paper forms as a page of HTML.
  package func paper(
    language: Language, secondLanguage: Language?, serials: ClosedRange<Int>?, isTwoSided: Bool
  ) -> [UInt8] {
    paperForm(
      of: source,
      PaperOptions(
        language: language, secondLanguage: secondLanguage, serials: serials,
        isTwoSided: isTwoSided))
  }

  /// The form for ODK Collect, KoboCollect and Enketo.
  package func xform() -> [UInt8] { Forms.xform(of: source) }

  /// Writes the workbook to key forms in.
  package func writeEntryTemplate(to path: String, language: Language) throws(RunStopped) {
    do {
      try writeWorkbook(entryTemplate(of: source, language: language), to: path)
    } catch {
      if case .notWritten = error { throw RunStopped([.outputFailed(path)], exit: .inputOutput) }
      throw RunStopped([.workbookRefused(error, path: path)], exit: .badData)
    }
  }

  /// Writes a form.
  package func write(_ bytes: [UInt8], to path: String) throws(RunStopped) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw RunStopped([.outputFailed(path)], exit: .inputOutput)
    }
  }
}

/// Paper forms in one file; browsers print no more at once.
package let mostPaperForms = PaperOptions.mostForms

extension Finding {
  fileprivate static func workbookRefused(_ error: WorkbookWritingError, path: String) -> Finding {
    let reason =
      switch error {
      case .validation(_, _, let column, let reason), .cell(_, _, let column, let reason):
        LocalizedText(vi: "cột \(column + 1): \(reason)", en: "column \(column + 1): \(reason)")
      case .sheetName(let name), .definedName(let name), .notWritten(let name):
        LocalizedText(vi: name, en: name)
      }
    return Finding(
      FormsCodes.workbookRefused, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "Excel không nhận nội dung này", en: "Excel does not take this content"),
      found: reason,
      remedy: LocalizedText(
        vi: "Excel chứa nhiều nhất 16.384 cột; chia phiếu hỏi hoặc rút ngắn nhãn",
        en: "Excel holds at most 16,384 columns; divide the questionnaire or shorten its labels"))
  }

  fileprivate static func otherQuestionnaire(
    _ used: Questionnaire, than given: Questionnaire, in surveyPath: String
  ) -> Finding {
    func named(_ questionnaire: Questionnaire) -> LocalizedText {
      LocalizedText(
        vi: "\(questionnaire.id), phiên bản \(questionnaire.version)",
        en: "\(questionnaire.id), version \(questionnaire.version)")
    }
    return Finding(
      FormsCodes.otherQuestionnaire, at: SourceLocation(file: surveyPath),
      message: LocalizedText(
        vi: "cuộc khảo sát này dùng phiếu hỏi khác", en: "this survey uses another questionnaire"),
      found: named(used), expected: named(given),
      remedy: LocalizedText(
        vi: "nêu đúng tệp phiếu hỏi của cuộc khảo sát: \(used.file)",
        en: "give the questionnaire of the survey: \(used.file)"))
  }
}

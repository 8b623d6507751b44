import ArgumentParser
import Pipeline
import SurveyModel

struct QuestionnaireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questionnaire",
    abstract: "Phiếu hỏi của chương trình khác · questionnaires of other programs",
    subcommands: [QuestionnaireImportCommand.self])
}

struct QuestionnaireImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Chuyển biểu mẫu XLSForm, LimeSurvey thành phiếu hỏi · an XLSForm or LimeSurvey form "
      + "as a questionnaire",
    discussion: """
      Đọc XLSForm (.xlsx của Kobo, ODK) và cấu trúc LimeSurvey (.lss). Những gì biểu mẫu không nêu \
      (yếu tố, mức hài lòng, cách tính) được suy đoán và ghi chú để xác nhận; những gì không chuyển \
      được đều được báo theo tên và vị trí.
      Reads XLSForms (.xlsx of Kobo, ODK) and LimeSurvey structures (.lss). What the form does not \
      state (factors, satisfied answers, the index) is guessed and marked to be confirmed; what \
      cannot be carried over is reported by name and place.
      """)

  @Argument(help: "Biểu mẫu · the form", completion: .file(extensions: ["xlsx", "lss"]))
  var form: String

  @Option(help: "Tệp phiếu hỏi ghi ra; mặc định in ra màn hình · the questionnaire to write")
  var output: String?

  @Option(help: "Mã của phiếu hỏi; mặc định lấy của biểu mẫu · identifier of the questionnaire")
  var id: String?

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func validate() throws {
    guard let id else { return }
    guard (try? /[A-Za-z][A-Za-z0-9_.\-]{0,63}/.wholeMatch(in: id)) != nil else {
      throw ValidationError("--id: [A-Za-z][A-Za-z0-9_.-]*, ≤ 64")
    }
  }

  func run() throws {
    let carried = try stoppingInWords(lang) { try carryQuestionnaire(from: form, id: id) }
    printFindings(carried.findings, language: lang)
    guard let output else { return printResult(carried.xml) }
    try stoppingInWords(lang) { try writePage(carried.xml, to: output) }
    printError(lang == .vi ? "Đã ghi: \(output)" : "Written: \(output)")
  }
}

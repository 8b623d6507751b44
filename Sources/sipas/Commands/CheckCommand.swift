import ArgumentParser
import Pipeline
import SurveyModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Kiểm tra phiếu hỏi, khảo sát, kế hoạch, mẫu báo cáo · validate any of the vocabularies",
    discussion: "Im lặng và thoát 0 khi không có lỗi; in mọi lỗi và thoát 65 khi có · silent and 0 "
      + "when there is no fault, every fault and 65 otherwise.")

  @Argument(help: "Tệp XML · XML files", completion: .file(extensions: ["xml"]))
  var files: [String]

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func run() throws {
    let checked = checkFiles(files)
    printFindings(checked.findings, language: lang)
    if let exit = checked.exit { throw ExitCode(exit.rawValue) }
  }
}

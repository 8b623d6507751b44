import ArgumentParser
import Pipeline
import SurveyModel

struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Xóa hẳn dữ liệu của một người khỏi kho · erase a person's data from the store",
    discussion: """
      Xóa theo yêu cầu của chủ thể dữ liệu: mọi dòng, câu chữ, mã phiếu; rồi quét từng byte của kho
      để chứng minh. Không lấy lại được. Tệp nguồn, bản sao lưu và báo cáo cũ do cơ quan tự xóa;
      lệnh này nêu tệp và dòng.
      Erases at the request of the data subject: all rows, texts and the id; then searches the store
      byte by byte to prove it. It cannot be undone. Source files, backups and older reports are for
      the office to delete; the command names files and lines.
      """)

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(parsing: .upToNextOption, help: "Mã các phiếu · ids of interviews")
  var interview: [String]

  @Option(help: "Vì sao; không ghi mã phiếu và tên người · why; name nobody")
  var reason: String

  @Option(help: "text hoặc json · what to print")
  var format: OutputFormat = .text

  @OptionGroup var common: StoreOptions

  func run() throws {
    let (record, findings) = try stoppingInWords(common.lang) {
      () throws -> (ErasureRecord, [Finding]) in
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      let erased = try session.erase(
        interview.map { NamedInterview(id: $0) }, reason: reason)
      try session.close()
      return erased
    }
    printFindings(findings, language: common.lang)
    printResult(erasureReport(record, language: common.lang, asJSON: format == .json))
  }
}

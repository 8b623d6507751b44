import ArgumentParser
import Pipeline
import SurveyModel

struct QualityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Phiếu cần người giám sát xem lại · interviews a supervisor should look at",
    discussion:
      "Chỉ nêu ra, không loại phiếu nào · only flags; no interview is left out.")

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @OptionGroup var common: StoreOptions

  @Option(help: "text, json hoặc csv · what to print")
  var format: ListingFormat = .text

  @Option(help: "Thư mục ghi các bảng · folder for the tables")
  var output: String?

  func run() throws {
    let language = common.lang
    let (session, report) = try stoppingInWords(language) {
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      return (session, try session.checkQuality(isWhole: true))
    }
    if let output {
      try stoppingInWords(language) {
        try writeQuality(
          report, survey: session.survey.definition, to: output, language: language)
      }
    }
    printResult(
      qualityText(
        report, survey: session.survey.definition, format: format, language: language,
        width: terminalWidth()))
  }
}

extension ListingFormat: ExpressibleByArgument {}

import ArgumentParser
import Pipeline
import SurveyModel

struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Sổ theo dõi mục tiêu qua các năm · the register of targets over the years",
    discussion: """
      Lập từ kế hoạch, số liệu và đánh giá đã nhập, và kết quả khảo sát mà `sipas run` để lại trong
      kho. Với một tệp kế hoạch không có khảo sát, dùng kho cạnh tệp đó.
      Made of the plan, the figures and judgements on record and the estimates that `sipas run` left
      in the store. For a plan file without a survey, the store beside that file is used.
      """)

  @Argument(
    help: "Tệp khảo sát, hoặc tệp kế hoạch · the survey file, or a plan file",
    completion: .file(extensions: ["xml"]))
  var file: String

  @OptionGroup var common: StoreOptions

  @Option(help: "Mọi việc của cơ quan này · everything that this agency answers for")
  var agency: String?

  @Option(help: "Chỉ lĩnh vực này · only this area")
  var area: String?

  @Option(help: "Năm xem xét · the year under review")
  var year: Int?

  @Option(
    help: ArgumentHelp(
      "Ngày để tính quá hạn; mặc định hôm nay · the day deadlines are compared with",
      valueName: "yyyy-mm-dd"),
    transform: { text in
      guard let day = CivilDate(text) else {
        throw ValidationError("ngày như 2021-12-31 · a day such as 2021-12-31")
      }
      return day
    })
  var day: CivilDate?

  @Flag(help: "Chỉ mục tiêu quá hạn · only what is overdue")
  var overdue = false

  @Flag(help: "Chỉ mục tiêu chưa có kết quả · only what has no result yet")
  var missing = false

  @Option(help: "text, csv hoặc json · what to print")
  var format: ListingFormat = .text

  func run() throws {
    let (text, findings) = try stoppingInWords(common.lang) { () throws -> (String, [Finding]) in
      let session = try PlanSession(
        path: file, storePath: common.store, invocation: invocation())
      let view = try session.view(
        agency: agency, area: area, isOverdueOnly: overdue, isMissingOnly: missing)
      let (register, findings) = try session.register(year: year, day: day)
      try session.close()
      return (
        registerOutput(
          register, view: view, format: format, language: common.lang, width: terminalWidth()),
        findings
      )
    }
    printFindings(findings, language: common.lang)
    printResult(text)
  }
}

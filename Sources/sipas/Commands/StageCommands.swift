import ArgumentParser
import Pipeline
import SurveyModel

struct WeighCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weigh", abstract: "Tính quyền số từ phiếu trong kho · weights from the store")

  @OptionGroup var options: SurveyOptions

  func run() throws {
    let session = try options.session()
    let steps = try stoppingInWords(options.common.lang) { try session.weigh() }
    printResult(weightTable(steps, language: options.common.lang))
  }
}

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Ước lượng chỉ số và sai số từ kho · estimates from the store, as CSV")

  @OptionGroup var options: SurveyOptions

  @Flag(
    help: "Đặt các cách tính chỉ số cạnh nhau, kèm sai số · the defensible methods side by side")
  var compareMethods = false

  @Option(help: "csv hoặc text (chỉ với --compare-methods) · csv, or text with --compare-methods")
  var format: TableFormat?

  func validate() throws {
    if format == .text, !compareMethods {
      throw ValidationError(
        "--format text chỉ đi cùng --compare-methods · --format text goes with --compare-methods")
    }
  }

  func run() throws {
    let session = try options.session()
    let language = options.common.lang
    if compareMethods {
      let comparison = try stoppingInWords(language) { () throws -> MethodComparison in
        try session.weigh()
        return try session.compareMethods()
      }
      printResult(
        comparisonTable(
          comparison, questionnaire: session.survey.questionnaire, language: language,
          asCSV: format == .csv))
      return
    }
    let result = try stoppingInWords(language) { () throws -> RunResult in
      try session.weigh()
      try session.estimate()
      return try session.result()
    }
    printFindings(result.findings, language: language)
    printResult(estimatesTable(result, language: language))
  }
}

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "So kết quả với mục tiêu · compare with the plan's targets")

  @OptionGroup var options: SurveyOptions

  @Option(help: "text hoặc json · what to print")
  var format: OutputFormat = .text

  func run() throws {
    let (_, result) = try resultFromStore(options)
    switch format {
    case .text:
      printResult(
        attainmentTable(
          result, language: options.common.lang, width: terminalWidth(), inColour: wantsColour))
    case .json:
      printResult(resultsJSON(result))
    }
  }
}

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Viết báo cáo từ kho · write the reports from the store")

  @OptionGroup var options: SurveyOptions

  @Option(help: "Thư mục ghi báo cáo · folder for the reports")
  var output: String

  @OptionGroup var template: TemplateOption

  @OptionGroup var formats: FormatsOption

  @Flag(
    help: "Điền đề cương và biểu mẫu của <forms> · fill in the outline and forms of <forms>")
  var form = false

  func run() throws {
    let template = try template.read(options.common.lang)
    let (session, result) = try resultFromStore(options)
    try stoppingInWords(options.common.lang) {
      if form {
        try session.reportForms(
          result, to: output, language: options.common.lang, template: template,
          formats: formats.formats)
      } else {
        try writeReportFolder(
          result, to: output, language: options.common.lang, template: template,
          formats: formats.formats)
      }
    }
  }
}

/// Weights, estimates and verdicts of what the store holds, without importing.
private func resultFromStore(
  _ options: SurveyOptions
) throws -> (session: SurveySession, result: RunResult) {
  let session = try options.session()
  let result = try stoppingInWords(options.common.lang) { () throws -> RunResult in
    try session.checkQuality(isWhole: false)
    try session.weigh()
    try session.estimate()
    try session.assess()
    return try session.result()
  }
  printFindings(result.findings, language: options.common.lang)
  return (session, result)
}

import ArgumentParser
import Pipeline
import SurveyModel

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Làm tất cả: nhập phiếu … báo cáo · everything: import … report")

  @OptionGroup var options: SurveyOptions

  @OptionGroup var key: KeyOption

  @OptionGroup var template: TemplateOption

  @OptionGroup var formats: FormatsOption

  @Option(help: "Thư mục ghi báo cáo · folder for the reports")
  var output: String?

  @Option(help: "text hoặc json · what to print")
  var format: OutputFormat = .text

  @Flag(help: "Dừng nếu có phiếu bị loại · stop when a row was rejected (exit 65)")
  var strict = false

  @Flag(help: "In thời gian từng bước · say how long each stage took")
  var timings = false

  @Flag(help: "Thoát với mã 3 nếu có mục tiêu không đạt · exit 3 when a target is missed")
  var failOnMissed = false

  func run() throws {
    try runSurvey(
      options: options, output: output, format: format, strict: strict, failOnMissed: failOnMissed,
      timings: timings, key: key.path, template: template.read(options.common.lang),
      formats: formats.formats)
  }
}

/// The whole way, shared by `run` and `demo`.
func runSurvey(
  options: SurveyOptions, output: String?, format: OutputFormat, strict: Bool, failOnMissed: Bool,
  timings: Bool = false, findingLimit: Int = 20, key: String? = nil,
  template: LoadedReportTemplate = .standard, formats: [ReportFormat] = ReportFormat.allCases
) throws {
  let language = options.common.lang
  let session = try options.session(requiresResponses: true, key: key)
  let result = try stoppingInWords(language) { () throws -> RunResult in
    try session.importResponses(progress: progressOnTerminal)
    try session.importEarlierResponses(progress: progressOnTerminal)
    printFindings(
      try session.rejectFindings() + session.notices, language: language, limit: findingLimit)
    if strict, try !session.refusals.isEmpty || session.counts().rejected > 0 {
      throw RunStopped([], exit: .badData)
    }
    try session.checkQuality(isWhole: false)
    try session.weigh()
    try session.estimate()
    try session.assess()
    return try session.result()
  }
  printFindings(result.findings, language: language)
  // A report that cannot be written takes nothing away from the results.
  var unwritten: ExitCode?
  if let output {
    do {
      try stoppingInWords(language) {
        try session.report(
          result, to: output, language: language, template: template, formats: formats)
      }
    } catch let code as ExitCode {
      unwritten = code
    }
  }
  try stoppingInWords(language) { try session.close() }
  if timings { printError(session.timings.report()) }
  switch format {
  case .text:
    printResult(
      attainmentTable(
        result, language: language, width: terminalWidth(), inColour: wantsColour))
  case .json:
    printResult(resultsJSON(result))
  }
  if let unwritten { throw unwritten }
  if let output {
    printError(
      language == .vi ? "Báo cáo: \(output)/report.html" : "Report: \(output)/report.html")
  }
  if failOnMissed, result.targets.contains(where: { $0.verdict == .notMet }) {
    throw ExitCode(3)
  }
}

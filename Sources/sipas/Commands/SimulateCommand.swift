import ArgumentParser
import Pipeline
import SurveyModel

extension SimulatedForm.Encoding: ExpressibleByArgument {}
extension ColumnDelimiter: ExpressibleByArgument {}

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Tạo phiếu giả lập (synthetic) cho một khảo sát · made-up responses for a survey",
    discussion: "Cùng hạt giống cho cùng tệp, từng byte một · the same seed gives the same bytes.")

  @Argument(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(help: "Số phiếu · number of interviews")
  var interviews: Int

  @Option(help: "Hạt giống · seed")
  var seed: UInt64

  @Option(help: "Thư mục ghi tệp · folder to write to")
  var output = "responses"

  @Option(help: "Mỗi mã của biến này một tệp · one file per code of this variable")
  var splitBy: String?

  @Flag(help: "Như đội thực địa viết: nhiều kiểu tệp, có lỗi và phiếu trùng · as field teams write")
  var messy = false

  @Option(help: "Định dạng tệp · file format")
  var format: ResponseFileFormat = .csv

  @Option(help: "Bảng mã, cho csv · encoding, for csv (mặc định · default: utf-8)")
  var encoding: SimulatedForm.Encoding?

  @Option(
    help: """
      Dấu ngăn cột, cho csv; semicolon và tab viết như Excel tiếng Việt · delimiter, for csv; \
      semicolon and tab as a Vietnamese Excel writes (mặc định · default: comma)
      """)
  var delimiter: ColumnDelimiter?

  @Flag(
    help: "Ghi tên cột và nhãn thay cho mã, cho csv và xlsx · labels in place of ids and codes")
  var labels = false

  @Option(
    help: ArgumentHelp(
      """
      Mức hài lòng (%) mà phiếu của một yếu tố dao động quanh đó, lặp lại được · the percentage that \
      the answers to a factor are drawn around; may be repeated
      """, valueName: "factor=percent"))
  var level: [String] = []

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  /// `access=82` by factor; `nil` where a word reads otherwise.
  private var levels: [String: Double]? {
    var levels: [String: Double] = [:]
    for word in level {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let percent = Double(parts[1]), (0...100).contains(percent) else {
        return nil
      }
      levels[String(parts[0])] = percent
    }
    return levels
  }

  func validate() throws {
    guard levels != nil else {
      throw ValidationError("--level: factor=0 … factor=100, ví dụ · for example access=82.5")
    }
    guard interviews > 0, interviews <= 10_000_000 else {
      throw ValidationError("--interviews: 1 … 10000000")
    }
    if encoding != nil || delimiter != nil, format != .csv || messy {
      throw ValidationError(
        "--encoding, --delimiter: chỉ cho csv, không cùng --messy · for csv only, not with --messy")
    }
    if messy, format != .csv || labels {
      throw ValidationError(
        "--messy: chỉ cho csv, không cùng --labels · for csv only, not with --labels")
    }
    if labels, format != .csv, format != .xlsx {
      throw ValidationError("--labels: chỉ cho csv, xlsx · for csv and xlsx only")
    }
  }

  func run() throws {
    let files = try stoppingInWords(lang) {
      try simulateResponses(
        surveyPath: survey, interviews: interviews, seed: seed, splitBy: splitBy, messy: messy,
        form: SimulatedForm(
          format: format, encoding: encoding ?? .utf8, delimiter: delimiter ?? .comma,
          labels: labels),
        levels: levels ?? [:], output: output)
    }
    printResult(files.joined(separator: "\n"))
  }
}

struct GenerateDocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-docs",
    abstract: "Write the generated pages of the documentation", shouldDisplay: false)

  @Argument(help: "The docs folder")
  var folder: String

  func run() throws {
    try stoppingInWords(.en) {
      try writePage(errorsPage(), to: folder + "/errors.md")
      try writePage(SIPAS.helpPages(), to: folder + "/cli-reference.md")
    }
  }
}

extension SIPAS {
  /// The help of every command, as one page.
  static func helpPages() -> String {
    var page = "# Dòng lệnh · Command line\n\nMade by `make docs`; do not edit.\n"
    let commands: [any ParsableCommand.Type] = [SIPAS.self] + configuration.subcommands
    for command in commands where command.configuration.shouldDisplay {
      let name = command.configuration.commandName ?? "sipas"
      let title = name == "sipas" ? "sipas" : "sipas \(name)"
      let help =
        name == "sipas"
        ? SIPAS.helpMessage(columns: 100) : SIPAS.helpMessage(for: command, columns: 100)
      page += "\n## \(title)\n\n```\n\(help.trimmedEnd)\n```\n"
      for inner in command.configuration.subcommands where name != "sipas" {
        let innerName = inner.configuration.commandName ?? ""
        let innerHelp = SIPAS.helpMessage(for: inner, columns: 100)
        page += "\n## \(title) \(innerName)\n\n```\n\(innerHelp.trimmedEnd)\n```\n"
      }
    }
    return page
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var result = self
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}

import ArgumentParser
import Pipeline
import SurveyModel

struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Các quyết định loại, đính chính, xóa · all exclusions, corrections and erasures")

  @Option(help: "Kho dữ liệu · the store file")
  var store = "sipas.sqlite"

  @Option(help: "text hoặc json · what to print")
  var format: OutputFormat = .text

  @Flag(
    help: "JSON kèm mã phiếu và câu trả lời đã đính chính · with ids and corrected answers, in JSON"
  )
  var interviews = false

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi

  func validate() throws {
    if interviews && format != .json {
      throw ValidationError("--interviews cần --format json · --interviews needs --format json")
    }
  }

  func run() throws {
    let decisions = try stoppingInWords(lang) { try storedDecisions(storePath: store) }
    printResult(
      format == .text
        ? decisionTable(decisions, language: lang)
        : decisionsText(decisions, showsInterviews: interviews))
  }
}

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Rút một quyết định, giữ lại hồ sơ · take a decision back, keep its record")

  @Argument(
    help: "Số quyết định, hoặc một đính chính như 5.3 · the decision, or one correction as 5.3")
  var decision: String

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(help: "Vì sao · why, for the record")
  var reason: String

  @OptionGroup var common: StoreOptions

  private var numbers: [Int64]? {
    let parts = decision.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }
    return (1...2).contains(parts.count) && numbers.count == parts.count
      && numbers.allSatisfy { $0 > 0 } ? numbers : nil
  }

  func validate() throws {
    if numbers == nil {
      throw ValidationError("số quyết định như 5 hoặc 5.3 · a decision is named 5 or 5.3")
    }
  }

  func run() throws {
    guard let numbers else { return }
    let withdrawn = try stoppingInWords(common.lang) { () throws -> Decision in
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      let decision = try session.withdraw(
        numbers[0], correction: numbers.count > 1 ? Int(numbers[1]) : nil, reason: reason)
      try session.close()
      return decision
    }
    printResult(decisionTable([withdrawn], language: common.lang))
  }
}

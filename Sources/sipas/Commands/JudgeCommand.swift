import ArgumentParser
import Pipeline
import SurveyModel

struct JudgeTarget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Đánh giá một yêu cầu bằng lời của kế hoạch · judge a requirement in words")

  @OptionGroup var options: PlanOptions

  @Argument(help: "Mã mục tiêu · id of the target")
  var target: String

  @Option(help: "Năm được đánh giá · the year it is judged for")
  var year: Int

  @Flag(help: "Đạt · met")
  var met = false

  @Flag(help: "Không đạt · not met")
  var notMet = false

  @Option(help: "Căn cứ, ví dụ văn bản hoặc báo cáo · what it rests on")
  var reason: String

  @Option(help: "Người đánh giá; mặc định là người dùng máy · who judges")
  var by: String?

  func validate() throws {
    if met == notMet {
      throw ValidationError("chọn --met hoặc --not-met · give --met or --not-met")
    }
  }

  func run() throws {
    let language = options.common.lang
    let (judgement, findings) = try options.session { session in
      try session.judge(target: target, year: year, isMet: met, reason: reason, by: by)
    }
    printFindings(findings, language: language)
    if let judgement { printResult(judgementTable([judgement], language: language)) }
  }
}

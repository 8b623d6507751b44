import ArgumentParser
import Pipeline
import SurveyModel

struct ExcludeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exclude",
    abstract: "Loại phiếu khỏi mẫu, có ghi lý do · leave interviews out of the sample, on record",
    discussion: """
      Phiếu bị loại không được tính từ bước quyền số trở đi; câu trả lời vẫn nguyên trong kho và
      quyết định rút lại được bằng `sipas withdraw`. Báo cáo nêu lý do: đừng ghi tên người trả lời.
      Excluded interviews do not count from weighting on; their answers stay in the store, and
      `sipas withdraw` takes the decision back. Reports show the reason: name no respondent in it.
      """)

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(help: "Vì sao · why, for the record and the report")
  var reason: String

  @Option(parsing: .upToNextOption, help: "Mã các phiếu · ids of interviews")
  var interview: [String] = []

  @Option(
    help: "Tệp CSV có cột interview_id · a CSV file with the column interview_id",
    completion: .file(extensions: ["csv"]))
  var ids: String?

  @Option(help: "Mọi phiếu của lô này · all interviews of this batch")
  var batch: Int64?

  @Option(
    help: ArgumentHelp(
      "Mọi phiếu mà `sipas quality` nêu theo quy tắc này · all that `sipas quality` flags by it",
      valueName: "rule-code"))
  var flag: String?

  @Option(help: "Mã quy tắc chất lượng đã nêu các phiếu này · code of the rule that named them")
  var rule: String?

  @OptionGroup var common: StoreOptions

  func validate() throws {
    if interview.isEmpty && ids == nil && batch == nil && flag == nil {
      throw ValidationError(
        "nêu phiếu bằng --interview, --ids, --batch hoặc --flag"
          + " · give --interview, --ids, --batch or --flag")
    }
    if flag != nil && rule != nil {
      throw ValidationError(
        "--flag đã ghi mã quy tắc, bỏ --rule · --flag records the rule: leave out --rule")
    }
  }

  func run() throws {
    let decision = try stoppingInWords(common.lang) { () throws -> Decision in
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      let listed = try ids.map { try session.interviews(listedIn: $0) } ?? []
      let flagged = try flag.map { try session.interviews(flaggedBy: $0) } ?? []
      let decision = try session.exclude(
        interviews: (interview + flagged).map { NamedInterview(id: $0) } + listed, batch: batch,
        reason: reason, rule: flag ?? rule, source: ids)
      try session.close()
      return decision
    }
    printResult(decisionTable([decision], language: common.lang))
  }
}

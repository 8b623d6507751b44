import ArgumentParser
import Pipeline
import SurveyModel

struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Đính chính câu trả lời, có ghi lý do · correct stored answers, on record",
    discussion: """
      Câu trả lời gốc vẫn nguyên trong kho; đính chính được áp dụng mỗi khi đọc. Một câu, hoặc một
      sổ CSV có các cột interview_id, field, old, new, reason và tùy ý who, when: mọi dòng được
      kiểm tra trước, sai một dòng thì không dòng nào được ghi. Câu không còn được hỏi vì đính
      chính câu lọc thì được đổi theo trong cùng quyết định.
      Answers stay in the store as they came in; corrections are made whenever they are read. Give
      one answer, or a CSV log with the columns interview_id, field, old, new, reason and perhaps
      who, when: all rows are checked first, and one wrong row stops them all. Questions that are
      not asked any more after a filter was corrected change with it in the same decision.
      """)

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(help: "Mã phiếu · id of the interview")
  var interview: String?

  @Option(help: "Biến hoặc câu hỏi, ví dụ A1 · variable or item")
  var field: String?

  @Option(help: "Mã hoặc nhãn đúng; \"\" là trống · the right code or label; \"\" for blank")
  var to: String?

  @Option(help: "Mã hoặc nhãn đang lưu, để đối chiếu · what is stored now, to be sure")
  var from: String?

  @Option(
    help: "Sổ đính chính CSV · a CSV log of corrections", completion: .file(extensions: ["csv"]))
  var log: String?

  @Option(help: "Vì sao · why; with --log each row has its reason")
  var reason: String?

  @OptionGroup var common: StoreOptions

  func validate() throws {
    let single = [interview, field, to].compactMap { $0 }.count
    let isOne = log == nil && single == 3 && reason != nil
    let isLog = log != nil && single == 0 && from == nil
    guard isOne || isLog else {
      throw ValidationError(
        "cần --interview, --field, --to và --reason, hoặc --log · "
          + "give --interview, --field, --to and --reason, or --log")
    }
  }

  func run() throws {
    let (decision, table) = try stoppingInWords(common.lang) { () throws -> (Decision, String) in
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      let requests: [CorrectionRequest]
      if let log {
        requests = try session.corrections(listedIn: log)
      } else {
        requests = [
          CorrectionRequest(
            interview: interview ?? "", field: field ?? "", old: from, new: to ?? "")
        ]
      }
      let decision = try session.correct(requests, reason: reason, source: log)
      try session.close()
      return (decision, session.correctionTable(decision, language: common.lang))
    }
    printResult(decisionTable([decision], language: common.lang) + "\n\n" + table)
  }
}

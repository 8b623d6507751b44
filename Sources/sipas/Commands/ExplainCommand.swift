import ArgumentParser
import Pipeline
import SurveyModel

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Một con số từ đâu mà có · how one figure came about",
    discussion:
      "Từ câu trả lời đến kết luận, từng bước bằng lời · from the answers to the verdict, in words."
  )

  @Argument(
    help:
      "Mục tiêu (8.1.1), chỉ số thành phần, câu hỏi, hoặc overall · a target, factor, item, or overall"
  )
  var figure: String

  @Option(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @Option(
    help: "Nhóm, ví dụ \"district=PLK gender=male\" · a domain, as variable=code",
    transform: domainTerms)
  var domain: [DomainTerm] = []

  @OptionGroup var common: StoreOptions

  func run() throws {
    let language = common.lang
    let text = try stoppingInWords(language) { () throws -> String in
      let session = try SurveySession(
        surveyPath: survey, storePath: common.store, invocation: invocation())
      try session.weigh()
      try session.estimate()
      try session.assess()
      return explanation(
        try session.explain(figure, domain: domain), of: try session.result(),
        language: language, width: terminalWidth())
    }
    printResult(text)
  }
}

/// `district=PLK gender=male` as terms; codes may hold spaces.
private func domainTerms(_ text: String) throws -> [DomainTerm] {
  var terms: [DomainTerm] = []
  for word in text.split(separator: " ") {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty {
      terms.append(DomainTerm(variable: String(parts[0]), code: String(parts[1])))
    } else if terms.isEmpty {
      throw ValidationError("biến=mã · variable=code")
    } else {
      terms[terms.count - 1].code += " \(word)"
    }
  }
  return terms
}

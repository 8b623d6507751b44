import DelimitedText
import SurveyModel

/// Makes code lists of lists of choices: answers, and the codes that mean no answer.
struct CodeListBuilder {
  private let form: ForeignForm
  private(set) var lists: [String: CodeList] = [:]
  private(set) var findings: [Finding] = []
  private(set) var comments: [String: [LocalizedText]] = [:]

  init(_ form: ForeignForm) {
    self.form = form
    var used: Set<String> = []
    for question in form.questions {
      if case .choice(let list) = question.answer { used.insert(list) }
    }
    for list in form.lists where used.contains(list.name) { lists[list.name] = codeList(list) }
  }

  private mutating func codeList(_ list: ChoiceList) -> CodeList {
    var answers: [AnswerCode] = []
    var missing: [AnswerCode] = []
    var codes: Set<String> = []
    var labels: [Language: Set<String>] = [:]
    for choice in list.choices.prefix(Int(CodeList.notAsked16) - 1) {
      let code = collapsed(choice.code)
      guard !code.isEmpty, code.unicodeScalars.count <= 200, codes.insert(code).inserted else {
        findings.append(.leftOutChoice(choice, list: list.name))
        continue
      }
      let label = distinct(choice, &labels)
      if let reason = MissingWords.reason(of: label) {
        missing.append(AnswerCode(code: code, label: label, missing: reason))
        findings.append(.assumedMissing(choice, list: list.name, reason))
        comments[list.name, default: []].append(
          LocalizedText(
            vi: "Mã \(code) được coi là không trả lời (\(reason.rawValue)) theo nhãn",
            en: "Code \(code) is taken to mean no answer (\(reason.rawValue)) by its label"))
      } else {
        answers.append(AnswerCode(code: code, label: label, score: decimal(code)))
      }
    }
    if let excess = list.choices.dropFirst(Int(CodeList.notAsked16) - 1).first {
      findings.append(.leftOutChoice(excess, list: list.name))
    }
    for answer in possiblyMissing(answers) {
      guard let choice = list.choices.first(where: { collapsed($0.code) == answer.code }) else {
        continue
      }
      findings.append(.possiblyMissing(choice, list: list.name))
      comments[list.name, default: []].append(
        LocalizedText(
          vi: "Mã \(answer.code) có thể nghĩa là không trả lời: nếu đúng, viết lại thành <missing>",
          en: "Code \(answer.code) may mean no answer: if so, make it a <missing>"))
    }
    return CodeList(answers: answers, missing: missing)
  }

  /// Codes that stand apart from the others and are customary for no answer.
  private func possiblyMissing(_ answers: [AnswerCode]) -> [AnswerCode] {
    guard answers.count >= 3 else { return [] }
    return answers.filter { answer in
      guard MissingWords.customaryCodes.contains(answer.code), let number = answer.score else {
        return false
      }
      let others = answers.compactMap { $0.code == answer.code ? nil : $0.score }
      guard let highest = others.filter({ $0 < number }).max() else {
        return number < 0 && others.contains { $0 > 0 }
      }
      return number < 0 ? others.contains { $0 > 0 } : number - highest > 1
    }
  }

  /// A label that no earlier choice of the list has; the code is added where one has it.
  private mutating func distinct(
    _ choice: FormChoice, _ labels: inout [Language: Set<String>]
  ) -> LocalizedText {
    var label = choice.label
    var isRepeated = false
    for language in Language.allCases {
      guard let text = language == .vi ? label.vi : label.en else { continue }
      var candidate = text
      if labels[language]?.contains(TextFolding.plain(candidate)) == true {
        candidate = "\(text) (\(collapsed(choice.code)))"
        isRepeated = true
        var number = 2
        while labels[language]?.contains(TextFolding.plain(candidate)) == true {
          candidate = "\(text) (\(collapsed(choice.code)), \(number))"
          number += 1
        }
      }
      labels[language, default: []].insert(TextFolding.plain(candidate))
      if language == .vi { label.vi = candidate } else { label.en = candidate }
    }
    if isRepeated { findings.append(.repeatedLabel(choice)) }
    return label
  }

  /// Marks the satisfied answers of the scales, or gives their answers scores.
  mutating func markSatisfied(_ choice: ItemChoice) {
    for list in form.lists where choice.lists.contains(list.name) {
      guard var codes = lists[list.name] else { continue }
      if let satisfied = choice.satisfied[list.name] {
        for index in codes.codes.indices where satisfied.contains(codes.codes[index].code) {
          codes.codes[index].isSatisfied = true
        }
        let shown = codes.answers.filter(\.isSatisfied).map(\.code).joined(separator: ", ")
        findings.append(.assumedSatisfied(list, form, codes: shown))
        comments[list.name, default: []].append(
          LocalizedText(
            vi: "Mức hài lòng suy đoán từ nhãn: \(shown). Hãy xác nhận",
            en: "Satisfied answers, guessed from the labels: \(shown). Please confirm"))
      } else if !codes.answers.allSatisfy({ $0.score != nil }) {
        for index in 0..<codes.answerCount { codes.codes[index].score = Double(index + 1) }
        findings.append(.assumedScores(list, form))
        comments[list.name, default: []].append(
          LocalizedText(
            vi: "Điểm đặt theo thứ tự các mức: hãy xác nhận",
            en: "Scores follow the order of the answers: please confirm"))
      }
      lists[list.name] = codes
    }
  }
}

import SurveyModel
import Testing

@testable import Interchange

@Suite struct ForeignRuleTests {
  private let fields: [String: Field] = {
    let yesNo = CodeList(answers: [AnswerCode(code: "1"), AnswerCode(code: "0")])
    let scale = CodeList(
      answers: (1...5).map { AnswerCode(code: String($0)) },
      missing: [AnswerCode(code: "9", missing: .dontKnow)])
    let all = [
      Field(id: "FB", kind: .coded(yesNo)), Field(id: "A1", kind: .coded(scale)),
      Field(id: "age", kind: .integer(minimum: nil, maximum: nil)), Field(id: "day", kind: .date),
      Field(id: "place", kind: .text),
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }()

  private func translated(
    _ text: String, _ dialect: ForeignRule.Dialect = .xpath
  ) -> String? {
    let place = FormPlace(location: SourceLocation(file: "f"), cell: nil)
    let rule = ForeignRule(text: text, dialect: dialect, place: place)
    let translator = ConditionTranslator(fields: fields)
    do throws(ForeignFault) {
      return try translator.condition(rule).map { conditionText($0, in: fields) } ?? "always"
    } catch { return nil }
  }

  @Test(arguments: [
    ("${FB} = '1'", "FB = 1"), ("selected(${FB}, '1')", "FB = 1"),
    ("not(selected(${FB},'1'))", "not FB = 1"), ("${FB} != 1", "not FB = 1"),
    ("'1' = ${FB} and ${age}>=18 or ${age} < -1", "FB = 1 and age >= 18 or age < -1"),
    ("${FB}='1' and (${age} > 60 or ${age} < 30)", "FB = 1 and (age > 60 or age < 30)"),
    ("18 <= ${age}", "age >= 18"), ("${A1} <= 2", "A1 <= 2"), ("${FB} != ''", "answered(FB)"),
    ("${FB} = ''", "not answered(FB)"), ("string-length(${place}) > 0", "answered(place)"),
    ("${day} >= date('2021-09-30')", "day >= 2021-09-30"),
    ("${place} = 'An Khê'", "place = 'An Khê'"),
    ("true()", "always"), ("", "always"),
  ])
  func `an XPath rule becomes the same condition`(_ rule: String, _ expected: String) {
    #expect(translated(rule) == expected)
  }

  @Test(arguments: [
    ("((FB.NAOK == \"1\"))", "FB = 1"),
    ("FB.NAOK != '1' && age.NAOK ge 18", "not FB = 1 and age >= 18"),
    ("!is_empty(FB.NAOK)", "answered(FB)"), ("is_empty(place)", "not answered(place)"),
    ("(age > 17) || not(FB == 1)", "age > 17 or not FB = 1"), ("1", "always"),
  ])
  func `a rule of LimeSurvey becomes the same condition`(_ rule: String, _ expected: String) {
    #expect(translated(rule, .expressionScript) == expected)
  }

  /// Each would mean something else here, or nothing.
  @Test(arguments: [
    "${A1} >= 4", "${A1} = '9'", "${A1} != ''", "${FB} = '7'", "${gone} = 1", "${FB}",
    "${age} + 1 > 3", "regex(${place}, 'x')", "${age} > ${FB}", "${place} > 'a'", "(${FB} = 1",
    "${FB} = '1", ". > 3", "today() > ${day}", "${FB} = 1 1", "and", "${FB = 1", "position(..) = 1",
    String(repeating: "(", count: 5_000), String(repeating: "not(", count: 500),
    String(repeating: "${FB}='1' and ", count: 200) + "${FB}='1'",
  ])
  func `a rule that cannot be said here is refused`(_ rule: String) {
    #expect(translated(rule) == nil)
  }

  @Test(
    arguments: [
      (". >= 0 and . <= 120", 0, 120), ("(. > 17) and (. < 100)", 18, 99), (".>=18", 18, nil),
      ("100 >= .", nil, 100), (". = 5", 5, 5),
    ] as [(String, Double?, Double?)])
  func `limits are read out of a constraint`(
    _ text: String, _ minimum: Double?, _ maximum: Double?
  ) throws {
    let place = FormPlace(location: SourceLocation(file: "f"), cell: nil)
    let rule = ForeignRule(text: text, dialect: .xpath, place: place)
    let found = try limits(of: rule, isInteger: true)
    #expect(found == ValueLimits(minimum: minimum, maximum: maximum))
  }

  @Test(arguments: [
    ". >= 0 or . = -1", "regex(., '^[0-9]+$')", ". != 5", ". <= today()", ". > ${x}",
  ])
  func `a constraint that is more than limits is refused`(_ text: String) {
    let place = FormPlace(location: SourceLocation(file: "f"), cell: nil)
    let rule = ForeignRule(text: text, dialect: .xpath, place: place)
    #expect(throws: ForeignFault.self) { try limits(of: rule, isInteger: true) }
  }
}

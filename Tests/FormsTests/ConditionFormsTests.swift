import SurveyModel
import Testing

@testable import Forms

/// Conditions in words, in XPath and as a formula: every operator over every kind of field.
@Suite struct ConditionFormsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var condition: Condition
    var vi: String
    var en: String
    var xpath: String
    var formula: String
    var testDescription: String { vi }
  }

  private static let fields: [Field] = [
    Field(
      id: "FB", label: LocalizedText(vi: "Đã góp ý?", en: "Gave feedback?"),
      kind: .coded(
        CodeList(
          answers: [
            AnswerCode(code: "0", label: LocalizedText(vi: "Chưa", en: "No")),
            AnswerCode(code: "1", label: LocalizedText(vi: "Có", en: "Yes")),
            AnswerCode(code: "2", label: LocalizedText(vi: "Nhiều lần", en: "Often")),
          ],
          missing: [AnswerCode(code: "9", label: LocalizedText(vi: "KB"), missing: .dontKnow)]))),
    Field(
      id: "age", label: LocalizedText(vi: "Tuổi", en: "Age"),
      kind: .number(minimum: nil, maximum: nil),
      missingCodes: [AnswerCode(code: "-1", missing: .refused)]),
    Field(id: "day", label: LocalizedText(vi: "Ngày", en: "Day"), kind: .date),
    Field(id: "time", label: LocalizedText(vi: "Giờ", en: "Time"), kind: .datetime),
    Field(id: "note", label: LocalizedText(vi: "Ghi chú", en: "Note"), kind: .text),
    Field(
      id: "list", label: LocalizedText(vi: "Xã", en: "Commune"),
      kind: .coded(CodeList(answers: [])), awaitsCodeList: true),
  ]

  // 18900 is 2021-09-30 by `date -d @$((18900*86400)) -u +%F`.
  static let cases: [Case] = [
    Case(
      condition: .compare(field: "FB", .equal, literal: "1"), vi: "“Đã góp ý?” là “Có”",
      en: "“Gave feedback?” is “Yes”", xpath: "/d/FB = '1'",
      formula: #"OR($FB&""="1",$FB&""="Có",$FB&""="Yes")"#),
    Case(
      condition: .compare(field: "FB", .notEqual, literal: "1"),
      vi: "“Đã góp ý?” có câu trả lời khác “Có”",
      en: "“Gave feedback?” has an answer other than “Yes”",
      xpath: "/d/FB != '' and /d/FB != '9' and /d/FB != '1'",
      formula:
        #"OR($FB&""="0",$FB&""="Chưa",$FB&""="No",$FB&""="2",$FB&""="Nhiều lần",$FB&""="Often")"#),
    Case(
      condition: .compare(field: "FB", .greaterOrEqual, literal: "1"),
      vi: "“Đã góp ý?” là “Có” hoặc “Nhiều lần”", en: "“Gave feedback?” is “Yes” or “Often”",
      xpath: "/d/FB = '1' or /d/FB = '2'",
      formula:
        #"OR($FB&""="1",$FB&""="Có",$FB&""="Yes",$FB&""="2",$FB&""="Nhiều lần",$FB&""="Often")"#),
    Case(
      condition: .compare(field: "FB", .less, literal: "0"), vi: "“Đã góp ý?” (không bao giờ)",
      en: "“Gave feedback?” (never)", xpath: "false()", formula: "FALSE"),
    Case(
      condition: .isIn(field: "FB", literals: ["0", "1"]),
      vi: "“Đã góp ý?” là “Chưa” hoặc “Có”", en: "“Gave feedback?” is “No” or “Yes”",
      xpath: "(/d/FB = '0') or (/d/FB = '1')",
      formula:
        #"OR(OR($FB&""="0",$FB&""="Chưa",$FB&""="No"),OR($FB&""="1",$FB&""="Có",$FB&""="Yes"))"#),
    Case(
      condition: .answered(field: "FB"), vi: "“Đã góp ý?” có câu trả lời",
      en: "“Gave feedback?” is answered", xpath: "/d/FB != '' and /d/FB != '9'",
      formula: #"AND($FB&""<>"",$FB&""<>"9",$FB&""<>"KB")"#),
    Case(
      condition: .not(.answered(field: "note")), vi: "“Ghi chú” không có câu trả lời",
      en: "“Note” is not answered", xpath: "not(/d/note != '')",
      formula: #"NOT(AND($note&""<>""))"#),
    Case(
      condition: .not(.compare(field: "FB", .equal, literal: "0")),
      vi: "“Đã góp ý?” không phải “Chưa” (kể cả khi không trả lời)",
      en: "“Gave feedback?” is not “No” (or is not answered)", xpath: "not(/d/FB = '0')",
      formula: #"NOT(OR($FB&""="0",$FB&""="Chưa",$FB&""="No"))"#),
    Case(
      condition: .not(.compare(field: "age", .less, literal: "30")),
      vi: "không phải là (“Tuổi” nhỏ hơn 30)", en: "it is not so that (“Age” is less than 30)",
      xpath: "not(/d/age != '' and /d/age != '-1' and number(/d/age) < 30)",
      formula: #"NOT(AND(ISNUMBER($age),AND($age&""<>"",$age&""<>"-1"),$age<30))"#),
    Case(
      condition: .compare(field: "age", .lessOrEqual, literal: "17.5"), vi: "“Tuổi” không quá 17,5",
      en: "“Age” is at most 17.5",
      xpath: "/d/age != '' and /d/age != '-1' and number(/d/age) <= 17.5",
      formula: #"AND(ISNUMBER($age),AND($age&""<>"",$age&""<>"-1"),$age<=17.5)"#),
    Case(
      condition: .compare(field: "age", .greater, literal: "60"), vi: "“Tuổi” lớn hơn 60",
      en: "“Age” is more than 60",
      xpath: "/d/age != '' and /d/age != '-1' and number(/d/age) > 60",
      formula: #"AND(ISNUMBER($age),AND($age&""<>"",$age&""<>"-1"),$age>60)"#),
    Case(
      condition: .compare(field: "day", .greaterOrEqual, literal: "18900"),
      vi: "“Ngày” từ ngày 30/09/2021 trở đi", en: "“Day” is 2021-09-30 or later",
      xpath: "/d/day != '' and /d/day >= date('2021-09-30')",
      formula: "AND(ISNUMBER($day),$day>=DATE(2021,9,30))"),
    Case(
      condition: .compare(field: "time", .less, literal: "1632960000"),
      vi: "“Giờ” trước 0 giờ ngày 30/09/2021", en: "“Time” is before 2021-09-30 00:00",
      xpath: "/d/time != '' and decimal-date-time(/d/time) < "
        + "decimal-date-time('2021-09-30T00:00:00.000')",
      formula: "AND(ISNUMBER($time),$time<DATE(2021,9,30))"),
    Case(
      condition: .compare(field: "note", .notEqual, literal: "đất 'sạch'"),
      vi: "“Ghi chú” có ghi và khác “đất 'sạch'”", en: "“Note” is given and is not “đất 'sạch'”",
      xpath: "/d/note != '' and /d/note != \"đất 'sạch'\"",
      formula: #"AND(AND($note&""<>""),$note&""<>"đất 'sạch'")"#),
    Case(
      condition: .compare(field: "list", .equal, literal: "B1"), vi: "“Xã” là “B1”",
      en: "“Commune” is “B1”", xpath: "/d/list = 'B1'",
      formula: #"AND(AND($list&""<>""),$list&""="B1")"#),
    Case(
      condition: .and(
        .compare(field: "FB", .equal, literal: "1"),
        .or(.answered(field: "note"), .answered(field: "day"))),
      vi: "“Đã góp ý?” là “Có” và (“Ghi chú” có câu trả lời hoặc “Ngày” có câu trả lời)",
      en: "“Gave feedback?” is “Yes” and (“Note” is answered or “Day” is answered)",
      xpath: "(/d/FB = '1') and ((/d/note != '') or (/d/day != ''))",
      formula:
        #"AND(OR($FB&""="1",$FB&""="Có",$FB&""="Yes"),OR(AND($note&""<>""),AND($day&""<>"")))"#),
  ]

  private static let byID = Dictionary(uniqueKeysWithValues: fields.map { ($0.id, $0) })

  @Test(arguments: cases) func `a condition in words`(expected: Case) {
    let words = ConditionWords(fields: Self.fields) { "“\($0.label.text(in: $1))”" }
    #expect(words.text(expected.condition) == LocalizedText(vi: expected.vi, en: expected.en))
  }

  @Test(arguments: cases) func `a condition in XPath`(expected: Case) {
    let xpath = ConditionXPath(fields: Self.byID) { "/d/\($0)" }
    #expect(xpath.expression(expected.condition) == expected.xpath)
  }

  @Test(arguments: cases) func `a condition as a formula`(expected: Case) {
    let formula = ConditionFormula(fields: Self.byID) { "$\($0)" }
    #expect(formula.expression(expected.condition) == expected.formula)
  }

  @Test func `a text with both kinds of quotes is put together in XPath and doubled in a formula`()
  {
    #expect(ConditionXPath.quoted(#"a'b"c"#) == #"concat('a', "'", 'b"c')"#)
    #expect(ConditionFormula.quoted(#"a"b"#) == #""a""b""#)
  }
}

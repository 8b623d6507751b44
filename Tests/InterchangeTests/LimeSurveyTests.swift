import Foundation
import Questionnaires
import SurveyModel
import Testing

@testable import Interchange

/// A structure file written table by table; the fields are those of files that LimeSurvey exports.
private struct MadeStructure {
  var tables: [(name: String, rows: [[String: String]])]
  var languages = ["vi", "en"]

  func imported() throws -> QuestionnaireImport {
    try Self.imported(Array(text.utf8))
  }

  static func imported(_ bytes: [UInt8]) throws -> QuestionnaireImport {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).lss")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return importQuestionnaire(at: path.path)
  }

  var text: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document>\n"
    xml += " <LimeSurveyDocType>Survey</LimeSurveyDocType>\n <languages>\n"
    xml += languages.map { "  <language>\($0)</language>\n" }.joined() + " </languages>\n"
    for table in tables {
      xml += " <\(table.name)>\n  <rows>\n"
      for row in table.rows {
        xml += "   <row>\n"
        for (field, value) in row.sorted(by: { $0.key < $1.key }) {
          xml += "    <\(field)><![CDATA[\(value)]]></\(field)>\n"
        }
        xml += "   </row>\n"
      }
      xml += "  </rows>\n </\(table.name)>\n"
    }
    return xml + "</document>\n"
  }
}

private let questions: [[String: String]] = [
  ["qid": "1", "title": "FB", "type": "Y", "question_order": "1", "mandatory": "Y"],
  ["qid": "2", "title": "AGE", "type": "N", "question_order": "2"],
  ["qid": "3", "title": "SAT", "type": "F", "question_order": "3", "mandatory": "Y"],
  ["qid": "4", "title": "MANY", "type": "M", "question_order": "4"],
  ["qid": "5", "title": "NAME", "type": "S", "question_order": "0"],
  ["qid": "6", "title": "NOTE", "type": "X", "question_order": "6"],
].map { $0.merging(["sid": "7", "gid": "1", "parent_qid": "0", "other": "N"]) { old, _ in old } }

private let subquestions: [[String: String]] = [
  ["qid": "31", "title": "B", "question_order": "2"],
  ["qid": "30", "title": "A", "question_order": "1"],
].map {
  $0.merging(["parent_qid": "3", "sid": "7", "gid": "1", "type": "F", "scale_id": "0"]) { old, _ in
    old
  }
}

private let wording: [String: (vi: String, en: String)] = [
  "1": ("Có góp ý không?", "Any feedback?"), "2": ("Tuổi", "Age"),
  "3": ("<p>Mức độ&nbsp;hài lòng</p>", "Satisfaction"), "4": ("Kênh", "Channels"),
  "5": ("Họ tên", "Name"), "6": ("Cảm ơn", "Thanks"), "30": ("Nơi ngồi chờ", "Seats"),
  "31": ("Thiết bị", "Equipment"),
]

private let answers: [(code: String, vi: String, en: String)] = [
  ("A1", "Không hài lòng", "Dissatisfied"), ("A2", "Bình thường", "Neutral"),
  ("A3", "Hài lòng", "Satisfied"), ("A9", "Không biết", "Don't know"),
]

private let common: [(name: String, rows: [[String: String]])] = [
  ("surveys", [["sid": "7", "language": "vi"]]),
  (
    "surveys_languagesettings",
    [
      ["surveyls_language": "vi", "surveyls_title": "Khảo sát thử"],
      ["surveyls_language": "en", "surveyls_title": "A made-up survey"],
    ]
  ),
  ("question_attributes", [["qid": "2", "attribute": "num_value_int_only", "value": "1"]]),
]

/// As versions 4 and later write it: texts in tables of their own.
private func newLayout(relevance: [String: String]) -> MadeStructure {
  let texts = wording.keys.sorted().flatMap { id in
    [
      ["qid": id, "question": wording[id]?.vi ?? "", "language": "vi"],
      ["qid": id, "question": wording[id]?.en ?? "", "language": "en"],
    ]
  }
  return MadeStructure(
    tables: common + [
      ("groups", [["gid": "1", "group_order": "1", "grelevance": ""]]),
      ("group_l10ns", [["gid": "1", "group_name": "Phần một", "language": "vi"]]),
      (
        "questions",
        questions.map { row in
          row.merging(["relevance": relevance[row["title"] ?? ""] ?? "1"]) { old, _ in old }
        }
      ),
      ("subquestions", subquestions), ("question_l10ns", texts),
      (
        "answers",
        answers.enumerated().map {
          ["aid": "\($0.offset)", "qid": "3", "code": $0.element.code, "sortorder": "\($0.offset)"]
        }
      ),
      (
        "answer_l10ns",
        answers.enumerated().flatMap { index, answer in
          [
            ["aid": "\(index)", "answer": answer.vi, "language": "vi"],
            ["aid": "\(index)", "answer": answer.en, "language": "en"],
          ]
        }
      ),
    ])
}

/// As versions before 4 write it: a row per language.
private func oldLayout(relevance: [String: String]) -> MadeStructure {
  func inBoth(_ rows: [[String: String]]) -> [[String: String]] {
    ["vi", "en"].flatMap { language in
      rows.map { row in
        let words = wording[row["qid"] ?? ""]
        return row.merging([
          "language": language, "question": (language == "vi" ? words?.vi : words?.en) ?? "",
          "relevance": relevance[row["title"] ?? ""] ?? "1",
        ]) { old, _ in old }
      }
    }
  }
  return MadeStructure(
    tables: common + [
      (
        "groups", [["gid": "1", "group_name": "Phần một", "group_order": "1", "language": "vi"]]
      ), ("questions", inBoth(questions)), ("subquestions", inBoth(subquestions)),
      (
        "answers",
        ["vi", "en"].flatMap { language in
          answers.enumerated().map {
            [
              "qid": "3", "code": $0.element.code, "sortorder": "\($0.offset)", "scale_id": "0",
              "language": language, "answer": language == "vi" ? $0.element.vi : $0.element.en,
            ]
          }
        }
      ),
    ])
}

@Suite struct LimeSurveyTests {
  private let relevance = ["AGE": "((FB.NAOK == \"Y\"))", "SAT": "7X1X1.NAOK == \"Y\""]

  @Test func `both layouts give the same questionnaire`() throws {
    let new = try newLayout(relevance: relevance).imported()
    let old = try oldLayout(relevance: relevance).imported()
    let form = try #require(new.questionnaire)
    var other = try #require(old.questionnaire)
    other.notes = form.notes
    #expect(form == other)
    #expect(form.title == LocalizedText(vi: "Khảo sát thử", en: "A made-up survey"))
    #expect(form.fields.map(\.id) == ["NAME", "FB", "AGE", "SAT_A", "SAT_B"])
    #expect(form.field("NAME")?.isPersonal == true)
    #expect(form.field("FB")?.codeList?.codes.map(\.code) == ["Y", "N"])
    #expect(form.field("AGE")?.kind == .integer(minimum: nil, maximum: nil))
    let asked = Condition.compare(field: "FB", .equal, literal: "Y")
    #expect(form.field("AGE")?.askedWhen == asked)
    #expect(form.field("SAT_A")?.askedWhen == asked)
    #expect(form.field("SAT_A")?.isRequired == true)
    #expect(form.factors.map(\.id) == ["SAT"])
    #expect(form.factors.first?.label == LocalizedText(vi: "Mức độ hài lòng", en: "Satisfaction"))
    let scale = try #require(form.scales.first?.codeList)
    #expect(scale.answers.filter(\.isSatisfied).map(\.code) == ["A3"])
    #expect(scale.missing.map(\.missing) == [.dontKnow])
    #expect(new.codes(InterchangeCodes.questionLeftOut).map(\.subject) == ["MANY"])
    #expect(new.codes(InterchangeCodes.noteLeftOut).map(\.subject) == ["NOTE"])
    #expect(new.codes(InterchangeCodes.questionLeftOut).first?.place?.line != nil)
    let bytes = writeQuestionnaire(form, comments: new.comments)
    let loaded = readQuestionnaire(bytes, file: "q.xml")
    #expect(loaded.findings.filter { $0.severity == .error } == [])
    #expect(loaded.value?.withoutPlaces.fields == form.fields)
  }

  @Test func `a form in another language keeps its texts and says so`() throws {
    var structure = newLayout(relevance: [:])
    structure.languages = ["de"]
    let text = structure.text.replacing("[vi]", with: "[de]").replacing("[en]", with: "[fr]")
    let carried = try MadeStructure.imported(Array(text.utf8))
    #expect(carried.codes(InterchangeCodes.languageForeign).count == 1)
    #expect(carried.questionnaire?.field("AGE")?.label == LocalizedText(vi: "Tuổi"))
  }

  @Test(arguments: [
    "", "<document/>", "{\"a\":1}", "<document><LimeSurveyDocType>Label set", "\u{0}",
  ])
  func `what is no form is refused`(_ text: String) throws {
    let carried = try MadeStructure.imported(Array(text.utf8))
    #expect(carried.questionnaire == nil)
    #expect(carried.findings.contains { $0.severity == .error })
  }

  @Test func `damaged structures are refused or read, never worse`() throws {
    let bytes = Array(newLayout(relevance: relevance).text.utf8)
    var seed: UInt64 = 7
    for _ in 0..<100 {
      var damaged = bytes
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      damaged[Int(seed >> 33) % damaged.count] = UInt8(truncatingIfNeeded: seed >> 20)
      let carried = try MadeStructure.imported(damaged)
      #expect(
        (carried.questionnaire == nil) == carried.findings.contains { $0.severity == .error })
    }
  }
}

import SurveyModel
import Testing
import XML

@testable import Export

/// The tiny analysis as a description.
private func tinyDescription() -> DataDescription {
  let export = tinyAnalysis()
  return DataDescription(
    survey: export.result.survey, questionnaire: export.result.questionnaire, version: "test",
    generated: "2024-05-06T07:08:09Z", responses: export.responses, weights: export.result.weights)
}

private func root(_ bytes: [UInt8]) throws -> XMLElement {
  let reading = readXML(bytes, file: "made.xml")
  #expect(reading.findings == [])
  return try #require(reading.root)
}

@Suite struct DDICodebookTests {
  @Test func `a codebook describes every column but the personal ones`() throws {
    let bytes = ddiCodebook(tinyDescription(), dataFile: "interviews.csv")
    let data = try #require(try root(bytes).child("dataDscr"))
    let columns = data.children(named: "var").filter { $0[attribute: "files"] == "F1" }
    #expect(
      columns.compactMap { $0[attribute: "name"] } == [
        "interview_id", "if", "hamlet", "comment", "A1", "A2", "weight",
      ])
    let derived = data.children(named: "var").filter { $0[attribute: "files"] == nil }
    #expect(derived.compactMap { $0[attribute: "ID"] } == ["X_factor_access", "X_overall"])
    #expect(derived.first?.child("derivation")?[attribute: "var"] == "V_A1 V_A2")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("SECRET"))
    #expect(!text.contains("mobile"))
  }

  @Test func `a codebook describes the very columns and codes of the exported interviews`() throws {
    let description = tinyDescription()
    let questionnaire = description.questionnaire
    // The id stands elsewhere in the questionnaire, and the name of the weight is taken.
    var moved = description
    moved.questionnaire.fields = questionnaire.fields.map { field in
      var field = field
      if field.id == "hamlet" { field.id = "weight" }
      return field
    }
    moved.questionnaire.fields.swapAt(0, 3)
    moved.responses.columns.swapAt(0, 3)
    for description in [description, moved] {
      let interviews = ExportedInterviews(
        description.responses, fields: description.questionnaire.fields,
        interviewID: description.survey.interviewID, weights: description.weights.last?.weights)
      let data = try #require(
        try root(ddiCodebook(description, dataFile: "i.csv")).child("dataDscr"))
      let columns = data.children(named: "var").filter { $0[attribute: "files"] == "F1" }
      #expect(columns.map { $0[attribute: "name"] } == interviews.columns.map(\.name))
      let item = try #require(columns.first { $0[attribute: "name"] == "A1" })
      let notAsked = try #require(item.children(named: "catgry").last)
      #expect(notAsked[attribute: "missType"] == "not-asked")
      #expect(notAsked.child("catValu")?.text == interviews.notAsked)
      let always = try #require(columns.first { $0[attribute: "name"] == "A2" })
      #expect(always.children(named: "catgry").count == 3)
    }
  }

  @Test func `categories carry their counts, missing ones are marked`() throws {
    let bytes = ddiCodebook(tinyDescription(), dataFile: "interviews.csv")
    let data = try #require(try root(bytes).child("dataDscr"))
    let item = try #require(data.children.first { $0[attribute: "name"] == "A1" })
    let categories = item.children(named: "catgry")
    // A code of the tiny survey reads "not-asked", so that the text for it is another.
    #expect(categories.map { $0.child("catValu")?.text } == ["1", "2", "9", "~not-asked"])
    #expect(categories.map { $0[attribute: "missing"] } == [nil, nil, "Y", "Y"])
    // A1 of the tiny survey: 1 2 9 blank not-asked 2 2 1.
    let minimum = tinyDescription().survey.minimumRespondents
    let counts = categories.map { category in
      category.children(named: "catStat").first { $0[attribute: "wgtd"] == nil }?.text
    }
    #expect(counts == (minimum > 3 ? [nil, nil, nil, nil] : ["2", "3", "1", nil]))
    #expect(item.child("sumStat")?.text == "5")
    #expect(item.children(named: "concept").map(\.text) == ["Tiếp cận"])
  }

  @Test func `the same survey gives the same bytes`() {
    let first = ddiCodebook(tinyDescription(), dataFile: "a.csv")
    #expect(first == ddiCodebook(tinyDescription(), dataFile: "a.csv"))
  }
}

@Suite struct TripleSTests {
  @Test func `metadata and data agree, column by column`() throws {
    let files = tripleSFiles(tinyDescription(), dataFile: "tiny.csv")
    let sss = try root(files.metadata)
    #expect(sss[attribute: "version"] == "2.0")
    let record = try #require(sss.child("survey")?.child("record"))
    #expect(record[attribute: "href"] == "tiny.csv")
    let variables = record.children(named: "variable")
    let names = variables.compactMap { $0.child("name")?.text }
    let lines = String(decoding: files.data, as: UTF8.self).split(separator: "\n")
    #expect(names.joined(separator: ",") == String(lines[0]))
    #expect(lines.count == 9)
    #expect(variables.map { $0[attribute: "ident"] } == (1...names.count).map { String($0) })
    for (number, variable) in variables.enumerated() {
      let start = variable.child("position")?[attribute: "start"]
      #expect(start == String(number + 1))
    }
    let text = String(decoding: files.metadata + files.data, as: UTF8.self)
    for secret in ["SECRET-ID", "SECRET-COMMENT", "mobile", "comment"] {
      #expect(!text.contains(secret))
    }
  }

  @Test func `codes that are no numbers are literal, the last weight is the weight`() throws {
    let files = tripleSFiles(tinyDescription(), dataFile: "tiny.csv")
    let record = try #require(try root(files.metadata).child("survey")?.child("record"))
    let variables = record.children(named: "variable")
    let district = try #require(variables.first { $0.child("name")?.text == "if" })
    #expect(district[attribute: "format"] == "literal")
    #expect(
      district.child("values")?.children(named: "value").compactMap { $0[attribute: "code"] }
        == hostileCodes)
    let item = try #require(variables.first { $0.child("name")?.text == "A1" })
    #expect(item[attribute: "format"] == nil)
    #expect(
      item.child("values")?.children(named: "value").compactMap { $0[attribute: "code"] }
        == ["1", "2", "9"])
    #expect(variables.first?[attribute: "use"] == "serial")
    #expect(variables.last?[attribute: "use"] == "weight")
  }

  @Test func `dates, times and decimals are written as the standard has them`() {
    let fields = [
      Field(id: "day", kind: .date), Field(id: "at", kind: .datetime),
      Field(id: "fee-paid", kind: .number(minimum: 0, maximum: nil)),
    ]
    let tiny = tinyDescription()
    var ids = InterviewIDs()
    for id in ["1", "2"] { ids.append(id.utf8) }
    var questionnaire = tiny.questionnaire
    questionnaire.fields = fields
    let description = DataDescription(
      survey: tiny.survey, questionnaire: questionnaire, version: "test", generated: "",
      responses: ResponseTable(
        ids: ids,
        columns: [
          .days([18_900, ColumnValues.blankDay]), .integers([86_399, -1]),
          .numbers([12.5, .nan]),
        ]),
      weights: [
        WeightStep(name: "design", kind: .design, weights: [1, 2.25], diagnostics: diagnostics)
      ])
    let files = tripleSFiles(description, dataFile: "x.csv")
    // 18,900 days after 1970-01-01 are 2021-09-30; second -1 is the last of 1969.
    #expect(
      String(decoding: files.data, as: UTF8.self) == """
        serial,day,at_date,at_time,fee_paid,weight
        1,20210930,19700101,235959,12.5,1.000000
        2,,19691231,235959,,2.250000

        """)
    let text = String(decoding: files.metadata, as: UTF8.self)
    #expect(text.contains("<range from=\"0.0\" to=\"12.5\"/>"))
  }

  private var diagnostics: WeightDiagnostics {
    WeightDiagnostics(
      count: 2, sum: 3.25, minimum: 1, maximum: 2.25, kishDesignEffect: 1, effectiveCount: 2)
  }
}

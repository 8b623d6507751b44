import Foundation
import Ingestion
import SurveyModel
import Testing
import WorkbookWriting

@testable import Forms

@Suite struct EntryTemplateTests {
  /// Writes the template with rows keyed in, and imports it.
  private func imported(
    _ source: FormSource, _ rows: [[String: CellValue]]
  ) throws -> ImportedFile {
    var workbook = entryTemplate(of: source, language: .vi)
    let ids = workbook.sheets[0].rows[1].map { cell -> String in
      if case .text(let id) = cell.value { id } else { "" }
    }
    for row in rows {
      workbook.sheets[0].rows.append(ids.map { CellContent(row[$0] ?? .empty) })
    }
    let path = NSTemporaryDirectory() + "/entry-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try writeWorkbook(workbook, to: path)
    var known = InterviewIndex()
    return readResponses(
      file: path, fields: source.questionnaire.fields,
      interviewIDField: source.survey?.interviewID ?? "interview_id",
      mapping: source.survey?.mapping ?? ResponseMapping(), known: &known)
  }

  @Test func `an empty template is read as a file without forms`() throws {
    let file = try imported(try giaLai(), [])
    #expect(file.counts.read == 0)
    #expect(file.header?.leftOut.isEmpty ?? false)
    #expect(file.header?.missingFields.isEmpty ?? false)
  }

  @Test func `what is chosen from the lists is read back as its codes`() throws {
    let source = try giaLai()
    let file = try imported(
      source,
      [
        [
          "interview_id": .text(FormNumber(serial: 1).text),
          "district": .text("Thành phố Pleiku"), "commune": .text("Phường Diên Hồng"),
          "gender": .text("Nữ"), "age_group": .text("30 đến 44 tuổi"),
          "interview_date": .date(CivilDate(day: 18_894)), "duration_seconds": .number(917),
          "interviewer": .text("007"), "design_weight": .number(170.5), "FB": .number(1),
          "A1": .number(4), "A2": .number(9), "F1": .number(5), "phone": .text("0900000000"),
        ],
        [
          "interview_id": .text(FormNumber(serial: 2).text),
          "district": .text("Thị xã An Khê"), "commune": .text("AKH01"),
          "design_weight": .number(99), "FB": .number(0), "A1": .number(7),
        ],
      ])
    #expect(file.counts.read == 2)
    #expect(file.counts.accepted == 1)
    #expect(file.table.ids.count == 1)
    #expect(file.table.ids[0] == "000001-95")
    func position(_ id: String) throws -> Int {
      let index = try #require(source.questionnaire.fieldIndex(id))
      switch file.table.columns[index] {
      case .coded8(let values): return Int(values[0])
      case .coded16(let values): return Int(values[0])
      default:
        Issue.record("\(id) is not coded")
        return -1
      }
    }
    // Positions in the lists: Pleiku is the first district, Diên Hồng its first commune.
    #expect(try position("district") == 1)
    #expect(try position("commune") == 1)
    #expect(try position("gender") == 2)
    #expect(try position("age_group") == 2)
    #expect(try position("A1") == 4)
    #expect(try position("A2") == 6)
    #expect(try position("F1") == 5)
    // 7 is not on the scale.
    #expect(file.rejects.count == 1)
  }

  @Test func `every choice of every list is read back as that choice`() throws {
    for source in [try giaLai(), try everyFeatureInSurvey()] {
      for field in source.questionnaire.fields {
        guard let answers = field.entryAnswers(in: .vi), let list = field.codeList else { continue }
        #expect(answers.values.count == list.codes.count)
        let rows = answers.values.enumerated().map { index, value -> [String: CellValue] in
          [
            "interview_id": .text("T\(index)"),
            field.id: answers.areNumbers ? .number(Double(value) ?? .nan) : .text(value),
          ]
        }
        var only = source
        only.questionnaire.fields = [try #require(source.interviewID), field].map {
          var field = $0
          field.askedWhen = nil
          return field
        }
        only.questionnaire.factors =
          field.isItem ? [Factor(id: "f", label: LocalizedText(vi: "F"), items: [field.id])] : []
        let file = try imported(only, rows)
        let positions: [Int]
        switch file.table.columns[1] {
        case .coded8(let values): positions = values.map { Int($0) }
        case .coded16(let values): positions = values.map { Int($0) }
        default: positions = []
        }
        #expect(positions == Array(1...list.codes.count), "\(field.id)")
      }
    }
  }

  @Test func `a list whose labels repeat is keyed by code`() {
    let list = CodeList(answers: [
      AnswerCode(code: "B1", label: LocalizedText(vi: "Xã Đông")),
      AnswerCode(code: "K1", label: LocalizedText(vi: "xã  đông")),
    ])
    #expect(EntryAnswers(list, in: .vi).values == ["B1", "K1"])
    let clear = CodeList(answers: [
      AnswerCode(code: "B1", label: LocalizedText(vi: "Xã Đông")),
      AnswerCode(code: "K1", label: LocalizedText(vi: "Xã Tây, khu mới")),
    ])
    #expect(EntryAnswers(clear, in: .vi).values == ["Xã Đông", "Xã Tây, khu mới"])
    #expect(!EntryTemplate.isLiteral(EntryAnswers(clear, in: .vi)))
  }

  @Test func `a label that is the code of another answer is not used`() {
    let list = CodeList(answers: [
      AnswerCode(code: "a", label: LocalizedText(vi: "b")),
      AnswerCode(code: "b", label: LocalizedText(vi: "c")),
    ])
    #expect(EntryAnswers(list, in: .vi).values == ["a", "b"])
  }

  @Test func `columns have the letters Excel gives them`() {
    // By openpyxl 3.1: get_column_letter(n + 1).
    let expected = [0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"]
    for (column, letters) in expected { #expect(EntryTemplate.letters(column) == letters) }
  }

  @Test func `what the design or the weighting needs is marked as required`() throws {
    let sheet = entryTemplate(of: try giaLai(), language: .vi).sheets[0]
    func heading(_ id: String) throws -> String {
      let column = try #require(sheet.rows[1].firstIndex { $0.value == .text(id) })
      if case .text(let text) = sheet.rows[0][column].value { return text }
      return ""
    }
    // The survey rakes to gender and age; a commune is a sampling unit.
    for id in ["commune", "gender", "age_group", "design_weight"] {
      #expect(try heading(id).hasSuffix(" *"), "\(id)")
    }
    #expect(try !heading("ethnicity").hasSuffix(" *"))
  }

  @Test func `conditions grey their cells, and stand in a comment`() throws {
    let sheet = entryTemplate(of: try giaLai(), language: .vi).sheets[0]
    #expect(sheet.conditionalLooks.count == 4)
    #expect(
      sheet.conditionalLooks.first?.formula
        == #"=AND($A3&""<>"",NOT(OR($N3&""="1",$N3&""="Có",$N3&""="Yes")))"#)
    #expect(sheet.notes.first?.text == "Chỉ hỏi nếu câu 13 là “Có”.")
  }

  @Test func `messages and titles keep within what Excel takes, however long the labels`() throws {
    var source = try everyFeatureInSurvey()
    let long = String(repeating: "Rất dài, ", count: 100)
    for index in source.questionnaire.fields.indices {
      source.questionnaire.fields[index].label = LocalizedText(vi: long + "\(index)")
      if case .coded(var list) = source.questionnaire.fields[index].kind {
        for code in list.codes.indices {
          list.codes[code].label = LocalizedText(vi: long + "\(code)")
        }
        source.questionnaire.fields[index].kind = .coded(list)
      }
    }
    let bytes = try workbookBytes(entryTemplate(of: source, language: .vi))
    #expect(bytes == (try workbookBytes(entryTemplate(of: source, language: .vi))))
    #expect(bytes.count > 1_000)
  }
}

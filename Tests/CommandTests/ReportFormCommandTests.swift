import Foundation
import Testing

/// The outline and forms of Sơn La, filled in through the program as a person does it.
@Suite struct ReportFormCommandTests {
  private static let survey = projectRoot + "/samples/son-la-2024/survey.xml"

  @Test func `forms are filled in from the store and written for people`() throws {
    let scratch = try Scratch()
    let store = ["--store", scratch.path + "/store.sqlite"]
    let responses = projectRoot + "/samples/son-la-2024/responses/responses.csv"
    let imported = try Sipas.run(["import", responses, "--survey", Self.survey] + store)
    #expect(imported.code == 0, "\(imported.errors)")
    for (figure, value, year) in [
      ("form:II.2.4-1", "1200", "2024"), ("form:II.2.4-1:percent", "98,5", "2024"),
      ("form:II.1.1", "9", "2023"), ("form:II.1.1", "12", "2024"),
    ] {
      let entered = try Sipas.run(
        ["figures", "enter", figure, value, "--year", year, "--source", "synthetic"]
          + ["--survey", Self.survey] + store)
      #expect(entered.code == 0, "\(entered.errors)")
      // The forms ask for the year: it is not idle.
      #expect(!entered.errors.contains("figures.year"), "\(entered.errors)")
    }
    let refused = try Sipas.run(
      ["figures", "enter", "form:II.6.6-3", "101", "--year", "2024", "--source", "synthetic"]
        + ["--survey", Self.survey] + store)
    #expect(refused.code == 65 && refused.errors.contains("figures.value.percent-range"))

    let sheet = try Sipas.run(
      ["figures", "list", "--format", "csv", "--survey", Self.survey] + store)
    #expect(sheet.output.contains("\nform:I.1-1,2023,,count,"))
    #expect(sheet.output.contains("\nform:II.1.1,2024,12,count,synthetic,"))

    let folder = scratch.path + "/out"
    let written = try Sipas.run(
      ["report", Self.survey, "--form", "--output", folder] + store)
    #expect(written.code == 0, "\(written.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.contains("form.docx") && names.contains("form.html"))
    #expect(!names.contains("report.html"))
    let page = try String(contentsOfFile: folder + "/form.html", encoding: .utf8)
    #expect(page.contains("1.200 = 98,5\u{A0}%"))
    // 105 indicators: one has both years, one half of one year.
    #expect(page.contains("105 chỉ tiêu, đã điền đủ 1, điền một phần 1, còn phải điền 103"))
    for words in ["Phần II KẾT QUẢ THỰC HIỆN", "Phụ lục I.", "Tỷ lệ số hóa hồ sơ giải quết"] {
      #expect(page.contains(words), "\(words)")
    }
    let docx = try Data(contentsOf: URL(filePath: folder + "/form.docx"))
    #expect(docx.starts(with: Data("PK".utf8)))
  }

  @Test func `a survey that names no forms says how to name them`() throws {
    let scratch = try Scratch()
    let survey = projectRoot + "/samples/to-tung-2022/survey.xml"
    let responses = projectRoot + "/samples/to-tung-2022/responses"
    let store = ["--store", scratch.path + "/store.sqlite"]
    let files = try FileManager.default.contentsOfDirectory(atPath: responses).sorted()
      .map { responses + "/" + $0 }
    let imported = try Sipas.run(["import"] + files + ["--survey", survey] + store)
    #expect(imported.code == 0, "\(imported.errors)")
    let folder = scratch.path + "/out"
    let refused = try Sipas.run(["report", survey, "--form", "--output", folder] + store)
    #expect(refused.code == 65)
    #expect(refused.errors.contains("report.forms.none"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}

import Foundation
import Testing

@Suite struct FormCommandTests {
  private let questionnaire = "questionnaires/sipas-2017-2020.xml"
  private let survey = "samples/gia-lai-2021/survey.xml"

  @Test func `a questionnaire becomes paper, a workbook and a form for telephones`() throws {
    let scratch = try Scratch()
    let ended = try Sipas.run([
      "form", questionnaire, "--survey", survey, "--output", scratch.path + "/f.html", "--xlsx",
      scratch.path + "/f.xlsx", "--xform", scratch.path + "/f.xml", "--count", "2", "--from", "10",
    ])
    #expect(ended.code == 0)
    #expect(ended.output.isEmpty)
    let page = try String(contentsOfFile: scratch.path + "/f.html", encoding: .utf8)
    // Check digits by Python: 98 - serial * 100 % 97.
    #expect(page.contains("000010-68"))
    #expect(page.contains("000011-65"))
    #expect(page.components(separatedBy: "Trang 1/").count == 3)
    let workbook = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/f.xlsx"))
    #expect(workbook.starts(with: Array("PK".utf8)))
    let form = try String(contentsOfFile: scratch.path + "/f.xml", encoding: .utf8)
    #expect(form.contains("<data id=\"gia-lai-2021\" version=\"1\">"))
  }

  @Test func `without a file the paper form goes to standard output`() throws {
    let ended = try Sipas.run(["form", questionnaire, "--lang", "en"])
    #expect(ended.code == 0)
    #expect(ended.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(ended.errors.contains("form.list.missing"))
  }

  @Test func `a survey that uses another questionnaire is refused`() throws {
    let ended = try Sipas.run(["form", "questionnaires/health-service.xml", "--survey", survey])
    #expect(ended.code == 65)
    #expect(ended.errors.contains("form.survey.other-questionnaire"))
    #expect(ended.output.isEmpty)
  }

  @Test(arguments: [
    ["--count", "0"], ["--count", "1001"], ["--from", "0"],
    ["--from", "999999999", "--count", "2"], ["--lang", "fr"],
  ]) func `numbers beyond the rule are refused`(arguments: [String]) throws {
    let ended = try Sipas.run(["form", questionnaire] + arguments)
    #expect(ended.code == 64)
    #expect(ended.output.isEmpty)
  }

  @Test(arguments: [
    ("nowhere/f.html", "--output"), ("nowhere/f.xlsx", "--xlsx"), ("nowhere/f.xml", "--xform"),
  ]) func `a file that cannot be written is told`(path: String, option: String) throws {
    let scratch = try Scratch()
    let ended = try Sipas.run(
      ["form", questionnaire, "--survey", survey, option, scratch.path + "/" + path])
    #expect(ended.code == 74)
    #expect(ended.errors.contains("run.output.failed"))
  }

  @Test func `a questionnaire with faults makes no form`() throws {
    let broken = try Sipas.run([
      "form", "Tests/Fixtures/malformed/questionnaire-asked-when-cycle.xml",
    ])
    #expect(broken.code == 65)
    #expect(broken.output.isEmpty)
    #expect(try Sipas.run(["form", "nowhere.xml"]).code == 66)
  }
}

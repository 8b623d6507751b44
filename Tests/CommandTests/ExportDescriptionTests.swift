import Foundation
import Testing
import XML

/// The place of the official schema `ddi_codebook_2_5.xsd`, where a person has it.
private let schemaPath = ProcessInfo.processInfo.environment["DDI_CODEBOOK_XSD"]

@Suite struct ExportDescriptionTests {
  static let samples = ["binh-thuan-2021-2025", "gia-lai-2021", "to-tung-2022"]

  /// Variables that the questionnaires mark as personal.
  private static let personal = ["respondent_name", "phone"]

  private func export(_ sample: String, in scratch: Scratch, _ options: [String]) throws -> Ended {
    let survey = "samples/\(sample)/survey.xml"
    let store = scratch.path + "/store.sqlite"
    let run = try Sipas.run(
      ["run", survey, "--store", store, "--output", scratch.path + "/report"])
    #expect(run.code == 0, "\(run.errors)")
    return try Sipas.run(["export", survey, "--store", store] + options)
  }

  @Test(arguments: samples)
  func `a sample is described in DDI and in Triple-S`(_ sample: String) throws {
    let scratch = try Scratch()
    let ddi = scratch.path + "/codebook.xml"
    let sss = scratch.path + "/data.sss"
    let ended = try export(sample, in: scratch, ["--ddi", ddi, "--triple-s", sss])
    #expect(ended.code == 0, "\(ended.errors)")
    for path in [ddi, sss] {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let reading = readXML(bytes, file: path)
      #expect(reading.findings == [])
      let text = String(decoding: bytes, as: UTF8.self)
      for name in Self.personal {
        #expect(!text.contains("\"\(name)\"") && !text.contains(">\(name)<"))
      }
    }
    let csv = try String(contentsOfFile: scratch.path + "/data.csv", encoding: .utf8)
    let record = try #require(
      readXML(Array(try Data(contentsOf: URL(fileURLWithPath: sss))), file: sss).root?
        .child("survey")?.child("record"))
    #expect(
      csv.split(separator: "\n").first.map(String.init)
        == record.children(named: "variable").compactMap { $0.child("name")?.text }
        .joined(separator: ","))
  }

  /// DDI Alliance, DDI-Codebook 2.5: `DDI_CODEBOOK_XSD` names `ddi_codebook_2_5.xsd`, with the files
  /// it imports beside it.
  @Test(
    .enabled(if: schemaPath != nil, "DDI_CODEBOOK_XSD is not set"), arguments: samples)
  func `the description of a sample follows the official schema`(_ sample: String) throws {
    let scratch = try Scratch()
    let ddi = scratch.path + "/codebook.xml"
    #expect(try export(sample, in: scratch, ["--ddi", ddi]).code == 0)
    let path = try #require(schemaPath)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var imports: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      guard name.hasSuffix(".xsd") else { continue }
      let file = folder.appending(path: name)
      imports[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    let schema = try XMLSchema(
      Array(try Data(contentsOf: URL(fileURLWithPath: path))), name: "ddi_codebook_2_5.xsd",
      imports: imports)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: ddi)))
    #expect(schema.messages(about: bytes, file: ddi) == [])
    // What is out of its place is found.
    let broken = String(decoding: bytes, as: UTF8.self).replacing(
      "<dataDscr>", with: "<dataDscr><notAnElement/>")
    #expect(schema.messages(about: Array(broken.utf8), file: ddi).count == 1)
  }
}

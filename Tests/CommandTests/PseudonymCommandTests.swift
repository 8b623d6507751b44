import Foundation
import Testing

/// Pseudonyms, through the program as a person uses it.
@Suite struct PseudonymCommandTests {
  /// The synthetic survey of a commune, with pseudonyms of telephone numbers.
  private struct Office {
    let scratch: Scratch
    let survey: String
    let responses: String
    var store: String { scratch.path + "/s.sqlite" }
    var key: String { scratch.path + "/office.key" }

    init() throws {
      scratch = try Scratch()
      for folder in ["questionnaires", "samples/to-tung-2022"] {
        let target = scratch.path + "/" + folder
        try FileManager.default.createDirectory(
          atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: projectRoot + "/" + folder, toPath: target)
      }
      let folder = scratch.path + "/samples/to-tung-2022"
      survey = folder + "/survey.xml"
      responses = folder + "/responses/responses.csv"
      let text = try String(contentsOfFile: survey, encoding: .utf8)
      try text.replacing(
        "</responses>", with: #"</responses><personal variable="phone" keep="pseudonym"/>"#
      ).write(toFile: survey, atomically: true, encoding: .utf8)
      // The second person of the file is asked again in the third interview.
      let rows = try String(contentsOfFile: responses, encoding: .utf8)
      try rows.replacing(",0900000002,", with: ",+84 900 000 001,")
        .write(toFile: responses, atomically: true, encoding: .utf8)
    }

    func run(_ arguments: [String], key: String? = nil) throws -> Ended {
      try Sipas.run(
        arguments + ["--store", store, "--lang", "en"], environment: ["SIPAS_KEY": key ?? ""])
    }

    func makeKey(_ name: String = "/office.key") throws -> String {
      let path = scratch.path + name
      let made = try Sipas.run(["key", "new", path])
      #expect(made.code == 0 && made.errors.contains("Đã tạo khóa"), "\(made.errors)")
      return path
    }
  }

  @Test func `Without a key nothing is read, and the message says what to do`() throws {
    let office = try Office()
    let ended = try office.run(["import", office.responses, "--survey", office.survey])
    #expect(ended.code == 66 && ended.errors.contains("ingest.key.not-given"))
    #expect(ended.errors.contains("sipas key new"))
    #expect(try office.run(["batches", office.survey]).output.contains("responses.csv") == false)
    let run = try office.run(["run", office.survey])
    #expect(run.code == 66 && run.errors.contains("ingest.key.not-given"))
    let missing = try office.run(["run", office.survey, "--key", office.key])
    #expect(missing.code == 66 && missing.errors.contains("ingest.key.missing"))
  }

  @Test func `Pseudonyms are kept, found twice, exported on request, and erased`() throws {
    let office = try Office()
    let key = try office.makeKey()
    let again = try Sipas.run(["key", "new", key])
    #expect(again.code == 74 && again.errors.contains("ingest.key.exists"))
    let ended = try office.run(
      ["run", office.survey, "--output", office.scratch.path + "/out"], key: key)
    #expect(ended.code == 0, "\(ended.errors)")

    let quality = try office.run(["quality", "--survey", office.survey, "--format", "csv"])
    let repeated = quality.output.split(separator: "\n").filter {
      $0.contains("quality.person.repeated")
    }
    #expect(repeated.contains { $0.contains("TOTU22-0000002") })
    #expect(repeated.contains { $0.contains("TOTU22-0000003") })

    func exported(_ name: String, _ options: [String]) throws -> [[Substring]] {
      let path = office.scratch.path + "/" + name
      let ended = try office.run(["export", office.survey, "--interviews", path] + options)
      #expect(ended.code == 0, "\(ended.errors)")
      return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
        .flatMap { $0.split(separator: "\n") }
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    #expect(try exported("plain.csv", [])[0].contains("phone") == false)
    let rows = try exported("with.csv", ["--with-pseudonyms"])
    let column = try #require(rows[0].firstIndex(of: "phone"))
    let pseudonym = String(rows[2][column])
    #expect(pseudonym.wholeMatch(of: /[0-9a-f]{32}/) != nil)
    #expect(rows[3][column] == pseudonym && rows[1][column] != pseudonym)

    // In no report, and the numbers themselves nowhere.
    try FileManager.default.removeItem(atPath: office.scratch.path + "/with.csv")
    let reports = try contents(of: office.scratch.path + "/out")
    #expect(!reports.isEmpty)
    for (name, bytes) in reports {
      #expect(bytes.range(of: Data(pseudonym.utf8)) == nil, "\(name)")
    }
    #expect(!quality.output.contains(pseudonym))
    let stored = try Data(contentsOf: URL(fileURLWithPath: office.store))
    #expect(stored.range(of: Data(pseudonym.utf8)) != nil)
    #expect(stored.range(of: Data("0900000001".utf8)) == nil)

    let erased = try office.run(
      [
        "erase", "--survey", office.survey, "--interview", "TOTU22-0000002", "TOTU22-0000003",
        "--reason", "yêu cầu của chủ thể dữ liệu",
      ])
    #expect(erased.code == 0, "\(erased.errors)")
    let left = try Data(contentsOf: URL(fileURLWithPath: office.store))
    #expect(left.range(of: Data(pseudonym.utf8)) == nil)
  }

  @Test func `Another key is refused, and so is the store as key`() throws {
    let office = try Office()
    let key = try office.makeKey()
    let first = try office.run(
      ["import", office.responses, "--survey", office.survey, "--key", key])
    #expect(first.code == 0, "\(first.errors)")
    let other = try office.makeKey("/other.key")
    let refused = try office.run(
      ["import", office.responses, "--survey", office.survey, "--key", other])
    #expect(refused.code == 65 && refused.errors.contains("store.key.other"))
    let store = try office.run(["run", office.survey, "--key", office.store])
    #expect(store.code == 65 && store.errors.contains("ingest.key.is-the-store"))
    // The option comes before the environment.
    let run = try office.run(["run", office.survey, "--key", key], key: other)
    #expect(run.code == 0, "\(run.errors)")
  }
}

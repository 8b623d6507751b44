import Foundation
import Testing

/// From a file whose columns nobody knows to a confirmed mapping and an import, as a person does it.
@Suite struct SaveMappingTests {
  @Test func `a mapping is written, refused while unconfirmed, and used once confirmed`() throws {
    let scratch = try Scratch()
    let home = scratch.path + "/samples/to-tung-2022"
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/samples", withIntermediateDirectories: true)
    for name in ["questionnaires", "samples/to-tung-2022"] {
      try FileManager.default.copyItem(
        atPath: projectRoot + "/" + name, toPath: scratch.path + "/" + name)
    }
    // Synthetic answers under headers of another program.
    let source = try String(
      contentsOfFile: projectRoot + "/Tests/Fixtures/import/stored.csv", encoding: .utf8)
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(header.firstIndex(of: "A1"))
    let second = try #require(header.firstIndex(of: "A2"))
    (header[first], header[second]) = ("access/A1", "A-02")
    lines[0] = header.joined(separator: ",")
    try lines.joined(separator: "\n").write(
      toFile: home + "/other.csv", atomically: true, encoding: .utf8)
    let options = ["--survey", "survey.xml", "--store", "s.sqlite"]

    let trial = try Sipas.run(
      ["import", "other.csv"] + options + ["--dry-run", "--save-mapping", "map.xml"], in: home)
    #expect(trial.output.contains("“access/A1” → A1 (phần cuối của đường dẫn nhóm)"))
    #expect(trial.output.contains("“A-02”: bỏ qua; có phải A2 không?"))
    #expect(!FileManager.default.fileExists(atPath: home + "/s.sqlite"))
    let map = try String(contentsOfFile: home + "/map.xml", encoding: .utf8)
    #expect(map.contains(#"<column header="access/A1" variable="A1"/>"#))
    #expect(map.contains(#"<column header="A-02" variable="A2" confirmed="false"/>"#))

    let again = try Sipas.run(
      ["import", "other.csv"] + options + ["--dry-run", "--save-mapping", "map.xml"], in: home)
    #expect(again.code == 74 && again.errors.contains("run.output.exists"))

    let survey = try String(contentsOfFile: home + "/survey.xml", encoding: .utf8)
    let place = try #require(survey.range(of: "<column "))
    try survey.replacingCharacters(
      in: place, with: "<mapping href=\"map.xml\"/>\n    <column "
    ).write(toFile: home + "/survey.xml", atomically: true, encoding: .utf8)
    let check = try Sipas.run(["check", "map.xml"], in: home)
    #expect(check.code == 65 && check.errors.contains("survey.column.unconfirmed"))
    let refused = try Sipas.run(["import", "other.csv"] + options, in: home)
    #expect(refused.code == 65 && refused.errors.contains("survey.column.unconfirmed"))

    try map.replacing("confirmed=\"false\"", with: "confirmed=\"true\"")
      .write(toFile: home + "/map.xml", atomically: true, encoding: .utf8)
    #expect(try Sipas.run(["check", "map.xml"], in: home).errors == "")
    let done = try Sipas.run(["import", "other.csv"] + options, in: home)
    #expect(done.code == 0)
    #expect(!done.errors.contains("ingest.header.items-missing"))
  }

  @Test func `a mapping is saved by a trial alone`() throws {
    let ended = try Sipas.run(["import", "x.csv", "--survey", "s.xml", "--save-mapping", "m.xml"])
    #expect(ended.code == 64)
    #expect(ended.errors.contains("--save-mapping cần --dry-run"))
  }
}

import Foundation
import Storage
import SurveyModel
import Testing

/// What `import --dry-run --format json` prints, as far as the tests look at it.
struct Trial: Decodable {
  struct Counts: Decodable, Equatable {
    var read: Int
    var accepted: Int
    var rejected: Int
    var duplicate: Int

    init(_ counts: ImportCounts) {
      (read, accepted) = (counts.read, counts.accepted)
      (rejected, duplicate) = (counts.rejected, counts.duplicate)
    }
  }
  struct Stored: Decodable {
    struct Field: Decodable {
      var field: String
      var interviews: Int
    }
    var new: Int
    var same: Int
    var changed: Int
    var changed_ids: [String]
    var changed_fields: [Field]
  }
  struct Column: Decodable {
    var position: Int
    var header: String?
    var field: String?
    var match: String
  }
  struct Header: Decodable {
    var sheet: String?
    var columns: [Column]
    var fields_without_column: [String]
  }
  struct File: Decodable {
    var file: String
    var outcome: String
    var batch: Int64?
    var changed_since_batch: Int64?
    var header: Header?
    var counts: Counts
    var stored: Stored?
  }
  struct Total: Decodable {
    var counts: Counts
    var stored: Stored
  }
  struct Finding: Decodable { var code: String }
  var files: [File]
  var total: Total
  var findings: [Finding]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(Trial.self, from: Data(json.utf8))
  }
}

@Suite struct ImportTrialTests {
  private let folder = projectRoot + "/Tests/Fixtures/import"

  private func arguments(
    _ files: [String], _ name: String = "to-tung-2022", store: String
  ) -> [String] {
    ["import"] + files + ["--survey", sample(name), "--store", store]
  }

  @Test(arguments: ["vi", "en"])
  func aMessyFileIsToldWithoutItsValues(language: String) throws {
    // Run in the folder of the survey, so that names, and with them widths, are always the same.
    let scratch = try Scratch()
    let home = scratch.path + "/samples/to-tung-2022"
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/samples", withIntermediateDirectories: true)
    for name in ["questionnaires", "samples/to-tung-2022"] {
      try FileManager.default.copyItem(
        atPath: projectRoot + "/" + name, toPath: scratch.path + "/" + name)
    }
    for name in ["stored.csv", "messy.csv"] {
      try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: home + "/" + name)
    }
    let options = ["--survey", "survey.xml", "--store", "s.sqlite"]
    #expect(try Sipas.run(["import", "stored.csv"] + options, in: home).code == 0)
    let ended = try Sipas.run(
      ["import", "messy.csv", "stored.csv"] + options + ["--dry-run", "--lang", language],
      in: home)
    #expect(ended.code == 0)
    let text = ended.output + "\n" + ended.errors
    for value in ["Nguyễn", "Synthetic", "SYN999", "0900000"] { #expect(!text.contains(value)) }
    try expectGolden(text, "import-trial-\(language).txt")
  }

  @Test func jsonTellsMappingAndDifferences() throws {
    let scratch = try Scratch()
    let store = scratch.path + "/s.sqlite"
    _ = try Sipas.run(arguments([folder + "/stored.csv"], store: store))
    let ended = try Sipas.run(
      arguments([folder + "/messy.csv", folder + "/stored.csv"], store: store)
        + ["--dry-run", "--format", "json"])
    let trial = try Trial(ended.output)
    #expect(trial.files.map(\.outcome) == ["batch", "already-imported"])
    #expect(trial.files.map(\.batch) == [2, 1])
    let header = try #require(trial.files[0].header)
    let matches = header.columns.filter { $0.match != "id" }.map { "\($0.position) \($0.match)" }
    #expect(
      matches == [
        "1 label-without-diacritics", "2 declared", "4 label", "5 label-tone-folded", "8 label",
        "28 label", "32 none", "33 none",
      ])
    #expect(header.columns.last?.header == nil)
    #expect(header.fields_without_column == ["F3"])
    let stored = try #require(trial.files[0].stored)
    #expect(stored.new == 2 && stored.same == 1 && stored.changed == 3)
    #expect(stored.changed_ids == ["TOTU22-0000001", "TOTU22-0000002", "TOTU22-0000003"])
    #expect(
      stored.changed_fields.map { "\($0.field) \($0.interviews)" } == [
        "interviewer 1", "A1 2", "F3 1",
      ])
  }

  /// Tries, then imports: both must say and count the same, and trying must leave every byte.
  private func expectSame(
    _ files: [String], _ name: String, store: String, in scratch: Scratch
  ) throws -> Trial {
    let command = arguments(files, name, store: store)
    let before = try contents(of: scratch.path)
    let tried = try Sipas.run(command + ["--dry-run", "--format", "json"])
    #expect(try contents(of: scratch.path) == before)
    let imported = try Sipas.run(command)
    #expect(tried.code == imported.code)
    #expect(tried.errors == imported.errors)
    let trial = try Trial(tried.output)
    let opened = try SurveyStore(path: store)
    let all = try opened.batches()
    let rejects = try opened.rejects()
    var codes: [String] = []
    for file in trial.files where file.batch != nil {
      let batch = try #require(all.first { $0.id == file.batch })
      #expect(file.counts == Trial.Counts(batch.counts))
    }
    for reject in rejects where trial.files.contains(where: { $0.batch == reject.batch }) {
      codes += reject.row.findings.map(\.code.id)
    }
    #expect(trial.findings.map(\.code).filter { !$0.hasPrefix("run.") } == codes)
    try opened.close()
    return trial
  }

  @Test(arguments: samples)
  func whatATrialSaysIsWhatTheImportDoes(name: String) throws {
    let scratch = try Scratch()
    let responses = projectRoot + "/samples/\(name)/responses/"
    let files = try FileManager.default.contentsOfDirectory(atPath: responses).sorted()
      .map { responses + $0 }
    let fresh = try expectSame(files, name, store: scratch.path + "/fresh.sqlite", in: scratch)
    #expect(fresh.files.count == files.count)
    #expect(fresh.total.stored.new == fresh.total.counts.accepted)

    // The first rows are stored; then the whole file comes, two of those rows with exchanged ids.
    var lines = try String(contentsOfFile: files[0], encoding: .utf8)
      .split(separator: "\n").prefix(401).map(String.init)
    let store = scratch.path + "/part.sqlite"
    let part = try scratch.write(
      lines.prefix(1 + lines.count / 2).joined(separator: "\n") + "\n", "part.csv")
    let first = try expectSame([part], name, store: store, in: scratch)
    let ids = lines.map { String($0.prefix { $0 != "," }) }
    for (here, other) in [(1, 2), (2, 1)] {
      lines[here] = ids[other] + String(lines[here].dropFirst(ids[here].count))
    }
    let whole = try scratch.write(lines.joined(separator: "\n") + "\n", "whole.csv")
    let second = try expectSame([whole, part], name, store: store, in: scratch)
    let stored = try #require(second.files[0].stored)
    #expect(second.files.map(\.outcome) == ["batch", "already-imported"])
    #expect(stored.changed_ids.prefix(2) == [ids[2], ids[1]])
    #expect(stored.changed == stored.changed_ids.count)
    #expect(stored.new > 0)
    #expect(stored.same >= first.total.counts.accepted - 2)

    // The same name with other content.
    _ = try scratch.write(lines.prefix(5).joined(separator: "\n") + "\n", "part.csv")
    let third = try expectSame([part], name, store: store, in: scratch)
    #expect(third.files[0].changed_since_batch == 1)
  }

  @Test func aTrialWritesNowhere() throws {
    let scratch = try Scratch()
    let temporary = scratch.path + "/tmp"
    let home = scratch.path + "/home"
    for path in [temporary, home] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let command = arguments([folder + "/messy.csv"], store: home + "/s.sqlite") + ["--dry-run"]
    func tryOut() throws -> Ended {
      try Sipas.run(command, environment: ["TMPDIR": temporary])
    }
    // No store: none is made, not even where none could be.
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: home)
    let empty = try tryOut()
    #expect(empty.code == 0, "\(empty.errors)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home)
    #expect(try contents(of: scratch.path).isEmpty)
    // A store that another program has open, its last batch in the -wal file.
    let open = try SurveyStore(path: home + "/s.sqlite")
    _ = try Sipas.run(arguments([folder + "/stored.csv"], store: home + "/s.sqlite"))
    let before = try contents(of: home)
    #expect((before["s.sqlite-wal"]?.count ?? 0) > 0)
    let live = try tryOut()
    #expect(live.code == 0)
    #expect(live.output.contains("3 phiếu khác câu trả lời"))
    #expect(try contents(of: home) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
    try open.close()
  }

  @Test func aTrialEndsAsTheImportWould() throws {
    let scratch = try Scratch()
    let store = scratch.path + "/s.sqlite"
    let wrong = try scratch.write("a,b\n1,2\n", "wrong.csv")
    let notAStore = try scratch.write("not a store at all", "n.sqlite")
    let cases = [
      (arguments([wrong], store: store), Int32(65)),
      (arguments([folder + "/messy.csv", "--strict"], store: store), 65),
      (arguments([scratch.path + "/none.csv"], store: store), 66),
      (arguments([wrong], store: scratch.path + "/no/folder.sqlite"), 74),
      (arguments([wrong], store: notAStore), 74),
      (arguments([wrong], store: scratch.path), 74),
    ]
    for (command, code) in cases {
      let tried = try Sipas.run(command + ["--dry-run"])
      #expect(!FileManager.default.fileExists(atPath: store))
      let imported = try Sipas.run(command)
      #expect(tried.code == code && imported.code == code, "\(command)")
      #expect(tried.errors == imported.errors)
      try? FileManager.default.removeItem(atPath: store)
    }
    #expect(try Sipas.run(cases[0].0 + ["--format", "json"]).code == 64)
  }
}

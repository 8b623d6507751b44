import Foundation
import Storage
import SurveyModel
import Testing

@Suite struct StoreCommandTests {
  /// A copy of the Gia Lai sample in a scratch folder, so that a test may change its files.
  private func copyOfSample(in scratch: Scratch) throws -> String {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/samples", withIntermediateDirectories: true)
    for name in ["questionnaires", "samples/gia-lai-2021"] {
      try FileManager.default.copyItem(
        atPath: projectRoot + "/" + name, toPath: scratch.path + "/" + name)
    }
    return scratch.path + "/samples/gia-lai-2021"
  }

  @Test func `the same file again changes nothing, undo takes it out, and it can come back`() throws
  {
    let scratch = try Scratch()
    let store = scratch.path + "/s.sqlite"
    let file = projectRoot + "/samples/to-tung-2022/responses/responses.csv"
    let arguments = ["import", file, "--survey", sample("to-tung-2022"), "--store", store]
    let first = try Sipas.run(arguments + ["--lang", "en"])
    #expect(first.code == 0, "\(first.errors)")
    let again = try Sipas.run(arguments + ["--lang", "en"])
    #expect(again.code == 0)
    #expect(again.errors.contains("run.file.already-imported"))
    let results = { () throws -> Results in
      try Results(
        try Sipas.run(["assess", sample("to-tung-2022"), "--store", store, "--format", "json"])
          .output)
    }
    let before = try results()
    #expect(try Sipas.run(["undo", "1", "--store", store]).code == 0)
    #expect(try Sipas.run(["undo", "1", "--store", store]).code == 65)
    #expect(try Sipas.run(["assess", sample("to-tung-2022"), "--store", store]).code == 65)
    #expect(try Sipas.run(arguments).code == 0)
    #expect(try results().responses == before.responses)
    let batches = try Sipas.run(["batches", "--store", store, "--lang", "en"])
    #expect(batches.output.contains("responses.csv"))
  }

  @Test func `rejected rows are listed with their places and reasons`() throws {
    let scratch = try Scratch()
    let store = scratch.path + "/s.sqlite"
    _ = try Sipas.run(["run", sample("gia-lai-2021"), "--store", store])
    let listed = try Sipas.run(["rejects", "--store", store, "--lang", "en"])
    #expect(listed.code == 0)
    #expect(listed.output.contains(#/responses/[a-z-]+\.csv:\d+:\d+: error: /#))
    let csv = scratch.path + "/rejects.csv"
    #expect(try Sipas.run(["rejects", "--store", store, "--csv", csv]).code == 0)
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 15)
  }

  @Test func `a run killed at any moment leaves whole batches, and the next run ends it`() throws {
    let scratch = try Scratch()
    let survey = try copyOfSample(in: scratch) + "/survey.xml"
    let whole = try Sipas.run([
      "run", survey, "--store", scratch.path + "/whole.sqlite", "--format", "json",
    ])
    let expected = try Results(whole.output)
    for milliseconds in [40, 90, 150, 230, 320, 450, 700] {
      let store = scratch.path + "/killed-\(milliseconds).sqlite"
      let started = try Sipas.start(
        ["run", survey, "--store", store], in: scratch.path, scratch: scratch.path)
      usleep(UInt32(milliseconds) * 1000)
      kill(started.process.processIdentifier, SIGKILL)
      started.process.waitUntilExit()
      if FileManager.default.fileExists(atPath: store) {
        // Whole batches only: each file's rows are all accounted for, and all are there.
        let opened = try SurveyStore(path: store)
        let batches = try opened.batches()
        for batch in batches {
          let counts = batch.counts
          #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate)
        }
        if !batches.isEmpty {
          let ids = try opened.interviewIDs(survey: "gia-lai-2021")
          #expect(ids.count == batches.reduce(0) { $0 + $1.counts.accepted })
        }
        try opened.close()
      }
      let finished = try Sipas.run(["run", survey, "--store", store, "--format", "json"])
      #expect(finished.code == 0, "\(milliseconds) ms: \(finished.errors)")
      #expect(try Results(finished.output).responses == expected.responses)
      #expect(
        try Results(finished.output).targets.map(\.estimate) == expected.targets.map(\.estimate))
    }
  }

  @Test func `a file changed after its import is said to have changed`() throws {
    let scratch = try Scratch()
    let folder = try copyOfSample(in: scratch)
    let arguments = [
      "run", folder + "/survey.xml", "--store", scratch.path + "/s.sqlite", "--lang", "en",
    ]
    _ = try Sipas.run(arguments)
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder + "/responses").sorted().first)
    let path = folder + "/responses/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let ended = try Sipas.run(arguments)
    #expect(ended.code == 0)
    #expect(ended.errors.contains("run.file.changed"))
  }

  @Test func `a pipe, a device and a folder without submissions are refused, at once`() throws {
    let scratch = try Scratch()
    let pipe = scratch.path + "/pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    let refused: [(file: String, exit: Int32, code: String)] = [
      (pipe, 66, "csv.file.unreadable"), ("/dev/zero", 66, "csv.file.unreadable"),
      (scratch.path, 65, "ingest.submission.none"),
    ]
    for (file, exit, code) in refused {
      let ended = try Sipas.run([
        "import", file, "--survey", sample("to-tung-2022"), "--store", scratch.path + "/s.sqlite",
      ])
      #expect(ended.code == exit, "\(file): \(ended.errors)")
      #expect(ended.errors.contains(code))
    }
  }

  @Test func `rows of a file outside the survey's folder are named by the path it was given by`()
    throws
  {
    let scratch = try Scratch()
    let ended = try Sipas.run([
      "import", "Tests/Fixtures/import/messy.csv", "--survey",
      "samples/to-tung-2022/survey.xml", "--store", scratch.path + "/s.sqlite", "--lang", "en",
    ])
    let places = ended.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(!places.isEmpty)
    #expect(places.allSatisfy { $0.hasPrefix("Tests/Fixtures/import/messy.csv:") })
  }
}

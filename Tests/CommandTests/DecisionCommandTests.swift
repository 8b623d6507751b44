import Foundation
import Testing

/// What office decisions do, through the program as a person uses it.
@Suite struct DecisionCommandTests {
  private static let survey = sample("to-tung-2022")
  private static let file = projectRoot + "/samples/to-tung-2022/responses/responses.csv"

  private struct Report: Decodable {
    struct Counts: Decodable, Equatable {
      var read, accepted, rejected, duplicate, erased, excluded: Int
    }
    struct Step: Decodable {
      struct Figure: Decodable, Equatable {
        var id: String
        var estimate: Double?
        var difference: Double?
      }
      var decisions: [Int]
      var interviews: Int
      var figures: [Figure]?
    }
    struct Estimate: Decodable, Equatable {
      var id: String
      var estimate: Double?
      var n: Int
    }
    var responses: Counts
    var estimates: [Estimate]
    var decision_effects: [Step]?
  }

  private func imported(_ scratch: Scratch) throws -> [String] {
    let store = ["--store", scratch.path + "/s.sqlite"]
    let ended = try Sipas.run(["import", Self.file, "--survey", Self.survey] + store)
    #expect(ended.code == 0, "\(ended.errors)")
    return store
  }

  private func report(_ store: [String]) throws -> Report {
    let ended = try Sipas.run(["assess", Self.survey, "--format", "json"] + store)
    #expect(ended.code == 0, "\(ended.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(ended.output.utf8))
  }

  private func decide(_ arguments: [String], _ store: [String]) throws -> Ended {
    try Sipas.run(arguments + ["--survey", Self.survey, "--lang", "en"] + store)
  }

  @Test func `interviews never leave with weights made before a decision`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let file = scratch.path + "/interviews.csv"
    func header() throws -> (names: String?, told: String) {
      let ended = try Sipas.run(
        ["export", Self.survey, "--interviews", file, "--lang", "en"] + store)
      #expect(ended.code == 0, "\(ended.errors)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      return (text.split(separator: "\n").first.map(String.init), ended.errors)
    }
    func weigh() throws { #expect(try Sipas.run(["weigh", Self.survey] + store).code == 0) }

    #expect(try header().told.contains("without weights: run"))
    try weigh()
    #expect(try header().names?.hasSuffix(",weight") == true)
    // As many interviews as before, other answers.
    let corrected = try decide(
      [
        "correct", "--interview", "TOTU22-0000001", "--field", "gender", "--to", "male",
        "--reason", "gõ nhầm",
      ], store)
    #expect(corrected.code == 0, "\(corrected.errors)")
    let stale = try header()
    #expect(stale.names?.contains("weight") == false)
    #expect(stale.told.contains("the store has changed"))
    try weigh()
    #expect(try header().names?.hasSuffix(",weight") == true)
  }

  @Test func `a sample that decisions leave empty is told from an empty store`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    #expect(try decide(["exclude", "--batch", "1", "--reason", "nhập thử"], store).code == 0)
    for command in [["assess", Self.survey], ["quality", "--survey", Self.survey]] {
      let ended = try Sipas.run(command + ["--lang", "en"] + store)
      #expect(ended.code == 65)
      #expect(ended.errors.contains("decisions leave out all accepted ones (240)"), "\(command)")
    }
  }

  @Test func `an exclusion leaves the sample, is shown step by step, and can be withdrawn`() throws
  {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let raw = try report(store)
    #expect(raw.decision_effects == nil)
    let list = try scratch.write(
      "interview_id\nTOTU22-0000005\nTOTU22-0000006\nTOTU22-0000005\n", "ids.csv")
    for arguments in [
      ["exclude", "--interview", "TOTU22-0000001", "TOTU22-0000002", "--reason", "ghi khống"],
      ["exclude", "--ids", list, "--rule", "quality.x", "--reason", "quá nhanh"],
    ] {
      let ended = try decide(arguments, store)
      #expect(ended.code == 0, "\(ended.errors)")
    }
    let decided = try report(store)
    #expect((decided.responses.accepted, decided.responses.excluded) == (240, 4))
    let steps = try #require(decided.decision_effects)
    #expect(steps.map(\.interviews) == [240, 238, 236])
    #expect(steps.map(\.decisions) == [[], [1], [2]])
    // The first step is what the report said before, the last what it says now, both rounded.
    for (step, whole) in [(steps[0], raw), (steps[2], decided)] {
      for figure in try #require(step.figures) {
        let published = try #require(
          whole.estimates.first { $0.id == figure.id }?.estimate)
        #expect(abs(try #require(figure.estimate) - published) <= 0.0050001, "\(figure.id)")
      }
    }
    #expect(raw.estimates != decided.estimates)

    for number in ["1", "2"] {
      #expect(try decide(["withdraw", number, "--reason", "kiểm tra lại"], store).code == 0)
    }
    let again = try decide(["withdraw", "1", "--reason", "x"], store)
    #expect(again.code == 65 && again.errors.contains("decision.number.withdrawn"))
    let withdrawn = try report(store)
    #expect(withdrawn.estimates == raw.estimates)
    #expect(withdrawn.decision_effects == nil)
  }

  @Test func `what cannot be excluded is refused with everything that is wrong`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let list = try scratch.write("mã phiếu\nTOTU22-0000005\nKHONG-CO\n", "ids.csv")
    let ended = try decide(
      ["exclude", "--ids", list, "--interview", "X-1", "--batch", "9", "--reason", " "], store)
    #expect(ended.code == 65)
    #expect(ended.errors.contains("ids.csv:3:1: error: the store does not have"))
    for code in [
      "decision.interview.unknown", "decision.batch.unknown", "decision.reason.missing",
    ] { #expect(ended.errors.contains(code), "\(code)") }
    let headless = try scratch.write("TOTU22-0000005\n", "bare.csv")
    let bare = try decide(["exclude", "--ids", headless, "--reason", "x"], store)
    #expect(bare.code == 65 && bare.errors.contains("ingest.decisions.column"))
    #expect(
      try decide(["withdraw", "1", "--reason", "x"], store).errors.contains("number.unknown"))
    // A whole batch may be left out; then there is nothing to compute with.
    #expect(try decide(["exclude", "--batch", "1", "--reason", "x"], store).code == 0)
    #expect(try Sipas.run(["assess", Self.survey] + store).code == 65)
    let twice = try decide(["exclude", "--interview", "TOTU22-0000009", "--reason", "x"], store)
    #expect(twice.code == 65 && twice.errors.contains("already-excluded"))
  }

  @Test func `a filter that is corrected takes its questions along, and back`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let raw = try report(store)
    let corrected = try decide(
      [
        "correct", "--interview", "TOTU22-0000001", "--field", "FB", "--from", "Có", "--to", "0",
        "--reason", "phiếu giấy ghi chưa",
      ], store)
    #expect(corrected.code == 0, "\(corrected.errors)")
    #expect(corrected.output.contains("1.4"))
    #expect(corrected.output.contains("follows the filter question"))
    let answered = { (report: Report) in report.estimates.first { $0.id == "F1" }?.n }
    let before = try #require(answered(raw))
    #expect(answered(try report(store)) == before - 1)
    // An answer to what is not asked any more is refused, as an import refuses it.
    let stray = try decide(
      ["correct", "--interview", "TOTU22-0000001", "--field", "F1", "--to", "4", "--reason", "x"],
      store)
    #expect(stray.code == 65 && stray.errors.contains("ingest.answer.not-asked"))
    // One correction cannot leave the others: they were checked together.
    #expect(try decide(["withdraw", "1.2", "--reason", "nhầm"], store).code == 0)
    #expect(try report(store).estimates == raw.estimates)
  }

  @Test func `a log is checked whole, and later corrections see earlier ones`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let header = "interview_id,field,old,new,reason,who,when\n"
    let wrong = try scratch.write(
      header + """
        TOTU22-0000001,A1,1,2,sai,Hoa,05/12/2022
        TOTU22-0000001,A1,1,3,sai,Hoa,05/12/2022
        KHONG-CO,A1,1,2,sai,,
        TOTU22-0000001,Z9,1,2,sai,,
        TOTU22-0000001,phone,,0905123456,sai,,
        TOTU22-0000001,interview_id,,X,sai,,
        TOTU22-0000002,A2,3,77,sai,,

        """, "wrong.csv")
    let refused = try decide(["correct", "--log", wrong], store)
    #expect(refused.code == 65)
    for place in [
      "wrong.csv:3:19: error: A1: the stored answer differs",
      "wrong.csv:4:1: error: the store does not have",
      "wrong.csv:5:16: error: the questionnaire has no field",
      "wrong.csv:6:16: error: phone is personal",
      "wrong.csv:7:16: error: interview_id is the interview id",
    ] { #expect(refused.errors.contains(place), "\(place)\n\(refused.errors)") }
    #expect(refused.errors.contains("wrong.csv:8:21"))
    #expect(!refused.errors.contains("0905123456"))
    #expect(
      try decide(["withdraw", "1", "--reason", "x"], store).errors.contains("number.unknown"))

    let right = try scratch.write(
      header + "TOTU22-0000001,A1,1,2,sai,Hoa,05/12/2022\n"
        + "TOTU22-0000001,A1,Không hài lòng,Hài lòng,sai nữa,,\n", "right.csv")
    #expect(try decide(["correct", "--log", right], store).code == 0)
    let later = try decide(
      [
        "correct", "--interview", "TOTU22-0000001", "--field", "A1", "--from", "4", "--to", "5",
        "--reason", "x",
      ], store)
    #expect(later.code == 0, "\(later.errors)")
    let built = try decide(["withdraw", "1.2", "--reason", "x"], store)
    #expect(built.code == 65 && built.errors.contains("decision.correction.built-upon"))
    let listed = try Sipas.run(["decisions", "--format", "json", "--interviews"] + store)
    #expect(listed.output.contains("2022-12-05") && listed.output.contains("Hoa"))
  }

  @Test func `decisions outlive the batch, and a correction that no longer fits is pointed out`()
    throws
  {
    let scratch = try Scratch()
    let store = try imported(scratch)
    for arguments in [
      ["exclude", "--interview", "TOTU22-0000003", "--reason", "ghi khống"],
      [
        "correct", "--interview", "TOTU22-0000001", "--field", "A1", "--to", "2", "--reason", "sai",
      ],
    ] { #expect(try decide(arguments, store).code == 0) }
    let decided = try report(store)
    #expect(try Sipas.run(["undo", "1"] + store).code == 0)
    #expect(try Sipas.run(["import", Self.file, "--survey", Self.survey] + store).code == 0)
    #expect(try report(store).estimates == decided.estimates)

    #expect(try Sipas.run(["undo", "2"] + store).code == 0)
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    let changed = try scratch.write(
      text.replacingOccurrences(
        of: "Synthetic 1,0900000000,1,1,", with: "Synthetic 1,0900000000,1,5,"),
      "changed.csv")
    #expect(try Sipas.run(["import", changed, "--survey", Self.survey] + store).code == 0)
    let ended = try Sipas.run(["assess", Self.survey, "--lang", "en"] + store)
    #expect(ended.code == 0 && ended.errors.contains("decision.correction.misfit"))
  }

  @Test func `an erased person is in no byte, and does not come back`() throws {
    let scratch = try Scratch()
    let store = try imported(scratch)
    let id = "TOTU22-0000002"
    #expect(try decide(["exclude", "--interview", id, "--reason", "xem \(id)"], store).code == 0)
    let named = try decide(["erase", "--interview", id, "--reason", "theo đơn của \(id)"], store)
    #expect(named.code == 65 && named.errors.contains("decision.reason.names-interview"))
    let erased = try decide(
      ["erase", "--interview", id, "--reason", "theo yêu cầu", "--format", "json"], store)
    #expect(erased.code == 0, "\(erased.errors)")
    struct Record: Decodable {
      struct Search: Decodable { var bytes, strings, traces: Int }
      struct Source: Decodable {
        var file: String
        var lines: [Int]
        var found: Bool
      }
      var search: Search
      var sources: [Source]
      var store_sha256_before, store_sha256_after: String
    }
    let record = try JSONDecoder().decode(Record.self, from: Data(erased.output.utf8))
    #expect(record.sources.map(\.file) == ["responses/responses.csv"])
    #expect(record.sources.map(\.lines) == [[3]])
    #expect(record.search.traces == 0 && record.search.bytes > 100_000)
    #expect(record.store_sha256_before != record.store_sha256_after)
    #expect(!erased.output.contains(id))
    func isGone() throws -> Bool {
      try contents(of: scratch.path).filter { $0.key.hasPrefix("s.sqlite") }
        .allSatisfy { $0.value.range(of: Data(id.utf8)) == nil }
    }
    #expect(try isGone())
    let counts = try report(store).responses
    #expect(
      counts
        == Report.Counts(
          read: 240, accepted: 239, rejected: 0, duplicate: 0, erased: 1, excluded: 0))

    // Asked again, as after an interruption: the file is rebuilt and searched again.
    #expect(try decide(["erase", "--interview", id, "--reason", "x"], store).code == 0)
    #expect(try isGone())
    #expect(try report(store).responses == counts)
    #expect(try decide(["erase", "--interview", "X-1", "--reason", "x"], store).code == 65)
    #expect(try decide(["withdraw", "2", "--reason", "x"], store).errors.contains("erasure.final"))
    // The row again: as it was, with a fault, with its cells in disorder.
    let text = try String(contentsOfFile: Self.file, encoding: .utf8)
    let lines = text.split(separator: "\n")
    let broken = try scratch.write(
      "\(lines[0])\n\(lines[2])\n\(lines[2].replacingOccurrences(of: ",TT01,", with: ",??,"))\n"
        + "x,\(id),7\n\(lines[5].replacingOccurrences(of: "TOTU22-", with: "NEW-"))\n", "again.csv")
    let again = try Sipas.run(["import", broken, "--survey", Self.survey] + store)
    #expect(again.code == 0, "\(again.errors)")
    #expect(try report(store).responses.erased == 4)
    #expect(try Sipas.run(["undo", "1"] + store).code == 0)
    #expect(try Sipas.run(["import", Self.file, "--survey", Self.survey] + store).code == 0)
    #expect(try isGone())
  }
}

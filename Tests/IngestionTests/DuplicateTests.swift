import Ingestion
import SurveyModel
import Testing

struct DuplicateTests {
  private func rows(_ rows: String...) -> [UInt8] {
    Array((["interview_id,district,phone,comment,FB,A1,A2,E1"] + rows).joined(separator: "\n").utf8)
  }

  @Test func `the same interview twice in a file is counted once`() throws {
    var known = InterviewIndex()
    let imported = try importBytes(
      rows("R-001,PLK,1,ghế,0,4,5,", "R-002,PLK,1,,0,4,5,", "R-001,Pleiku city,1,ghế,No,4.0,5,9"),
      known: &known)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 2, duplicate: 1))
    let reject = try #require(imported.rejects.first)
    #expect(reject.kind == .duplicate)
    #expect(reject.line == 4)
    #expect(reject.interviewID == "R-001")
    #expect(reject.findings.map(\.code.id) == ["ingest.interview.duplicate"])
    #expect(known.count == 2)
  }

  @Test func `the same id with other answers is rejected, both places and the fields named`() throws
  {
    var known = InterviewIndex()
    let imported = try importBytes(
      rows("R-001,PLK,1,ghế,0,4,5,", "R-001,PLK,1,bàn,0,3,5,"), known: &known)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.code.id == "ingest.interview.conflict")
    #expect(finding.place?.description == "responses.csv:3:1")
    #expect(finding.message.vi?.contains("responses.csv:2") == true)
    #expect(finding.found?.en == "different in comment, A1 (before 4, here 3)")
    #expect(String(describing: finding).contains("bàn") == false)
  }

  @Test func `personal values are not compared`() throws {
    var known = InterviewIndex()
    let imported = try importBytes(
      rows("R-001,PLK,0905000001,,0,4,5,", "R-001,PLK,0905000002,,0,4,5,"), known: &known)
    #expect(imported.counts.duplicate == 1)
  }

  @Test func `interviews of an earlier file and of the store are known`() throws {
    var known = InterviewIndex()
    let first = try importBytes(rows("R-001,PLK,1,ghế,0,4,5,"), known: &known, file: "a.csv")
    var fromStore = InterviewIndex()
    fromStore.add(first.table, from: "a.csv")
    for var index in [known, fromStore] {
      let again = try importBytes(
        rows("R-001,PLK,1,ghế,0,4,5,", "R-002,DDO,,,0,1,1,"), known: &index, file: "b.csv")
      #expect(again.counts == ImportCounts(read: 2, accepted: 1, duplicate: 1))
      let conflict = try importBytes(rows("R-001,DDO,1,ghế,0,4,5,"), known: &index, file: "c.csv")
      #expect(conflict.counts == ImportCounts(read: 1, rejected: 1))
      #expect(conflict.rejects.first?.findings.first?.message.en?.contains("a.csv") == true)
      #expect(index.count == 2)
    }
  }

  @Test func `an interview of the store is told by its batch`() throws {
    var read = InterviewIndex()
    let stored = try importBytes(
      rows("R-001,PLK,1,,0,4,5,", "R-002,PLK,1,,0,4,5,", "R-003,PLK,1,,0,4,5,"), known: &read)
    func message(_ id: String, _ batches: [InterviewIndex.Batch]) throws -> String? {
      var known = InterviewIndex()
      known.add(stored.table, from: "s.sqlite", batches: batches)
      let again = try importBytes(rows("\(id),DDO,1,,0,4,5,"), known: &known, file: "x.csv")
      return again.rejects.first?.findings.first?.message.en
    }
    let batches = [(1, "a.csv", 1), (4, "b.csv", 2)].map {
      InterviewIndex.Batch(number: $0, file: $1, rowCount: $2)
    }
    #expect(try message("R-001", batches)?.contains("(batch 1, a.csv)") == true)
    for id in ["R-002", "R-003"] {
      #expect(try message(id, batches)?.contains("(batch 4, b.csv)") == true)
    }
    // Batches that do not make up the table name nothing wrong.
    #expect(try message("R-002", [batches[0]])?.contains("(in the store s.sqlite)") == true)
  }

  @Test func `a rejected row does not take its id`() throws {
    var known = InterviewIndex()
    let imported = try importBytes(
      rows("R-001,PLK,1,,0,7,5,", "R-001,PLK,1,,0,4,5,"), known: &known)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(imported.rejects.first?.findings.map(\.code.id) == ["ingest.value.not-in-code-list"])
  }
}

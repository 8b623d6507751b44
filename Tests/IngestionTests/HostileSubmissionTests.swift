import Archives
import Foundation
import Ingestion
import Numerics
import SurveyModel
import Testing

/// Whatever the bytes are, reading ends with interviews or with a finding.
struct HostileSubmissionTests {
  private typealias Fixture = SubmissionFixture

  private func refusal(_ text: String) throws -> [String] {
    let imported = try Fixture.read(text)
    #expect(!imported.isUsable)
    #expect(imported.table.count == 0)
    return imported.findings.map(\.code.id)
  }

  @Test func `an encrypted submission is refused, with what to do`() throws {
    let encrypted =
      "<data id=\"tiny\" version=\"1\" encrypted=\"yes\""
      + " xmlns=\"http://www.opendatakit.org/xforms/encrypted\"><base64EncryptedKey>ZJTc"
      + "</base64EncryptedKey><orx:meta xmlns:orx=\"http://openrosa.org/xforms\"><orx:instanceID>"
      + "uuid:e</orx:instanceID></orx:meta><media><file>a.jpg.enc</file></media><media><file>b.enc"
      + "</file></media><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>"
    #expect(try refusal(encrypted) == ["ingest.submission.encrypted"])
    let among = try Fixture.readZip([("1.xml", encrypted), ("2.xml", Fixture.collect())])
    #expect(among.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(among.rejects.first?.findings.map(\.code) == [SubmissionCodes.encrypted])
    #expect(among.rejects.first?.findings.first?.place?.file == "odk.zip/1.xml")
  }

  @Test func `a file cut off anywhere is refused as a whole`() throws {
    let kobo = #"{"count":1,"next":null,"results":["# + Fixture.kobo("a") + "]}"
    for whole in [Fixture.collect(), kobo] {
      let bytes = Array(whole.utf8)
      for length in stride(from: 40, to: bytes.count - 1, by: 61) {
        var known = InterviewIndex()
        let imported = try importBytes(Array(bytes[..<length]), known: &known)
        #expect(!imported.isUsable)
        #expect(imported.findings.map(\.code) == [SubmissionCodes.damaged])
      }
    }
  }

  @Test func `one damaged submission in a ZIP is one reject`() throws {
    let whole = Fixture.collect("uuid:a")
    let imported = try Fixture.readZip(
      [
        ("1.xml", String(whole.dropLast(9))), ("2.xml", Fixture.collect("uuid:b")),
        ("3.xml", "<!DOCTYPE a [<!ENTITY x \"y\">]><data id=\"tiny\">&x;</data>"),
        ("4.xml", ""), ("5.xml", "no XML at all"),
      ])
    #expect(imported.counts == ImportCounts(read: 5, accepted: 1, rejected: 4))
    #expect(
      imported.rejects.flatMap(\.findings).map(\.code) == [
        SubmissionCodes.damaged, SubmissionCodes.doctype, SubmissionCodes.notASubmission,
        SubmissionCodes.notASubmission,
      ])
    #expect(
      imported.rejects.map { $0.findings[0].place?.file }
        == ["1", "3", "4", "5"].map { "odk.zip/\($0).xml" })
  }

  @Test func `a message about damage is left out where its quotation was all it said`() throws {
    let whole = Fixture.collect("uuid:a")
    for length in stride(from: 60, to: whole.utf8.count - 1, by: 23) {
      let cut = String(decoding: Array(whole.utf8)[..<length], as: UTF8.self)
      let finding = try #require(try Fixture.read(cut).findings.first)
      #expect(finding.found?.vi?.contains("expected ") != true, "\(length)")
    }
  }

  @Test func `messages about damage quote nobody's answers`() throws {
    let imported = try Fixture.read(
      "<data id=\"tiny\"><phone>0905123456<ten>Bí Mật</phone></data>")
    #expect(!String(describing: imported.findings).contains("Mật"))
    #expect(!String(describing: imported.findings).contains("0905"))
  }

  @Test func `document types, entities, depth and huge texts end in a finding`() throws {
    #expect(
      try refusal("<!DOCTYPE data SYSTEM \"file:///etc/passwd\"><data id=\"tiny\"/>")
        == ["ingest.submission.doctype"])
    let deep = String(repeating: "<a>", count: 5000)
    #expect(try refusal("<data id=\"tiny\">" + deep) == ["ingest.submission.damaged"])
    #expect(
      try refusal(String(repeating: "[", count: 5000)) == ["ingest.submission.damaged"])
    #expect(
      try refusal("{\"a\":" + String(repeating: "{\"a\":", count: 5000))
        == ["ingest.submission.damaged"])
    let long = String(repeating: "x", count: 17 << 20)
    #expect(
      try refusal(#"{"district":"PLK","comment":""# + long) == ["ingest.submission.damaged"])
    let text = try Fixture.read(
      Fixture.collect(
        answers: Fixture.answers.replacingOccurrences(of: "Cán bộ", with: long)))
    #expect(text.counts.accepted == 0)
  }

  @Test func `names without end are refused`() throws {
    let many = (0..<30_000).map { "\"x\($0)\":1" }.joined(separator: ",")
    #expect(try refusal("{\(many)}") == ["csv.header.too-many-columns"])
    let elements = (0..<30_000).map { "<x\($0)/>" }.joined()
    #expect(
      try refusal("<data id=\"tiny\">\(elements)</data>") == ["csv.header.too-many-columns"])
  }

  @Test func `a long name above many others rejects the submission and is not kept`() throws {
    let long = String(repeating: "n", count: 1 << 20)
    let many = (0..<15_000).map { "\"x\($0)\":1" }.joined(separator: ",")
    #expect(
      try refusal("{\"\(long)\":{\(many)}}") == ["ingest.submission.too-long"])
    let elements = (0..<15_000).map { "<x\($0)/>" }.joined()
    let name = String(long.prefix(5_000))
    #expect(
      try refusal("<data id=\"tiny\"><\(name)>\(elements)</\(name)></data>")
        == ["ingest.submission.too-long"])
    let among = try Fixture.read(Fixture.kobo("a") + "\n{\"\(long)\":1}")
    #expect(among.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(among.rejects.first?.findings.map(\.code) == [SubmissionCodes.tooLong])
  }

  @Test func `a name that stands twice in an object rejects the submission`() throws {
    let twice = Fixture.kobo("a", extra: #""access":{"A1":"1"},"#)
    let imported = try Fixture.read(Fixture.kobo("b") + "\n" + twice)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.code == SubmissionCodes.repeatedName)
    #expect(finding.place?.line == 2)
    #expect(finding.found?.en == "“access/A1”")
  }

  @Test(arguments: ["[]", "{\"count\":0,\"results\":[]}", "[1,2]", "[[{}]]", "<page></page>"])
  func `no submission is no success`(text: String) throws {
    #expect(try refusal(text) == ["ingest.submission.none"])
  }

  @Test func `XML that is no submission is another questionnaire`() throws {
    #expect(
      try refusal("<Workbook><Worksheet/></Workbook>").contains("ingest.questionnaire.wrong"))
    #expect(try refusal("{}\n{\"x\":1}").contains("ingest.questionnaire.wrong"))
  }

  @Test func `a blank submission is rejected, not passed over`() throws {
    let imported = try Fixture.read(Fixture.kobo("a") + "\n{}\n")
    #expect(imported.counts.read == 2)
    #expect(imported.counts.accepted == 1)
    #expect(imported.counts.rejected == 1)
  }

  @Test func `control characters and half characters are faults of their cell or file`() throws {
    let control = try Fixture.read(
      Fixture.kobo("a").replacingOccurrences(of: #""E1":"3""#, with: #""E1":"\u0000""#))
    #expect(control.counts.rejected == 1)
    let tabs = try Fixture.read(
      Fixture.kobo("a").replacingOccurrences(of: "nhiệt tình", with: #"\tnhiệt \"tình\"\r\n"#))
    #expect(tabs.counts.accepted == 1)
    #expect(
      try refusal(Fixture.kobo("a").replacingOccurrences(of: "nhiệt", with: #"\ud800"#))
        == ["ingest.submission.damaged"])
  }

  @Test func `entries that swell, and a ZIP without submissions, are refused`() throws {
    var known = InterviewIndex()
    let bomb = archiveBytes(of: [
      ("1.xml", Array("<data id=\"tiny\"><comment>".utf8) + [UInt8](repeating: 32, count: 4 << 20))
    ])
    let imported = try importBytes(bomb, known: &known, file: "odk.zip")
    #expect(imported.findings.map(\.code.id) == ["archive.entry.swells"])
    let empty = try importBytes(archiveBytes(of: []), known: &known, file: "odk.zip")
    #expect(!empty.isUsable && empty.findings.count == 1)
    let media = try importBytes(
      archiveBytes(of: [("a.jpg", [1, 2])]), known: &known, file: "odk.zip")
    #expect(!media.isUsable && media.findings.count == 1)
    let folder = try Fixture.readFolder([("a.jpg", "x")], known: &known)
    #expect(folder.findings.map(\.code) == [SubmissionCodes.none])
  }

  @Test func `random damage never hangs and never loses count`() throws {
    var random = SplitMix64(seed: 20_211_005)
    let sources: [[UInt8]] = [
      Array(Fixture.collect().utf8), Array(Fixture.kobo("a").utf8),
      Array(("<root><results>" + Fixture.enketo("uuid:a") + "</results></root>").utf8),
      archiveBytes(of: [
        ("1.xml", Array(Fixture.collect("uuid:a").utf8)), ("2.json", Array(Fixture.kobo("b").utf8)),
      ]),
    ]
    for round in 0..<400 {
      var bytes = sources[round % sources.count]
      for _ in 0...random.next() % 6 {
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: at)
        default: bytes.insert(Array("<>{}[]\",&/".utf8)[Int(random.next() % 10)], at: at)
        }
      }
      var known = InterviewIndex()
      let imported = try importBytes(bytes, known: &known)
      let counts = imported.counts
      #expect(counts.read == counts.accepted + counts.rejected + counts.duplicate)
      #expect(imported.isUsable || !imported.findings.isEmpty)
    }
  }
}

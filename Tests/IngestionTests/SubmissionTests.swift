import Foundation
import Ingestion
import SurveyModel
import Testing

/// Submissions of ODK and KoboToolbox give what the same answers give as a table.
struct SubmissionTests {
  private typealias Fixture = SubmissionFixture
  private let id = "6a4b2f0e-0000-4000-8000-000000000001"

  /// The interview of the fixtures, as a table.
  private func table() throws -> ResponseTable {
    try importText(
      """
      \(TinySurvey.header)
      \(id),PLK,23557,2021-10-05,2021-10-05 08:30,600,12.5,0905000001,Cán bộ & nhân viên nhiệt tình,1,4,5,3

      """
    ).table
  }

  @Test func `one submission of ODK Collect is one interview`() throws {
    let imported = try Fixture.read(Fixture.collect("uuid:\(id)"))
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.table == (try table()))
    #expect(imported.dialect?.encoding == "XML")
    #expect(
      imported.told == [
        "responses ingest.submission.aside", "responses ingest.header.unknown-columns",
        "responses ingest.submission.interview-id",
      ])
    let aside = try #require(imported.findings.first { $0.code == SubmissionCodes.aside })
    #expect(aside.found?.en == "“meta/instanceName”")
  }

  @Test func `KoboToolbox's lists in XML hold one interview per instance`() throws {
    let list =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root><count>2</count><next/><previous/><results>"
      + Fixture.enketo("uuid:\(id)") + Fixture.enketo("uuid:b") + "</results></root>"
    let imported = try Fixture.read(list)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 2))
    #expect(imported.acceptedIDs == [id, "b"])
    let first = try Fixture.read(Fixture.enketo("uuid:\(id)"))
    #expect(first.table == (try table()))
  }

  @Test func `list items are interviews, with the form inside or without`() throws {
    let items =
      "<root><list-item>\(Fixture.answers)<_uuid>\(id)</_uuid></list-item>"
      + "<list-item>\(Fixture.answers)<_uuid>b</_uuid></list-item></root>"
    #expect(try Fixture.read(items).acceptedIDs == [id, "b"])
    let wrapped =
      "<root><results><list-item>\(Fixture.enketo("uuid:\(id)"))</list-item>"
      + "<list-item>\(Fixture.enketo("uuid:b"))</list-item></results></root>"
    let imported = try Fixture.read(wrapped)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 2))
    #expect(imported.acceptedIDs == [id, "b"])
  }

  @Test func `ODK Aggregate's wrapping and the instance id at the root are understood`() throws {
    let text =
      "<submission xmlns=\"http://opendatakit.org/submissions\"><data><data id=\"tiny\""
      + " instanceID=\"uuid:\(id)\" submissionDate=\"2021-10-06T00:00:00.000Z\">\(Fixture.answers)"
      + "</data></data><mediaFile><filename>a.jpg</filename></mediaFile></submission>"
    #expect(try Fixture.read(text).table == (try table()))
  }

  @Test func `a submission without a form id is told by its answers`() throws {
    let text = "<phieu>\(Fixture.answers)<meta><instanceID>\(id)</instanceID></meta></phieu>"
    #expect(try Fixture.read(text).table == (try table()))
  }

  @Test func `KoboToolbox's JSON gives the same interview`() throws {
    let imported = try Fixture.read(
      #"{"count":1,"next":null,"previous":null,"results":["# + Fixture.kobo(id) + "]}")
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.table == (try table()))
    #expect(imported.dialect?.encoding == "JSON")
    let aside = imported.findings.filter { $0.code == SubmissionCodes.aside }
    #expect(aside.count == 1)
    #expect(aside.first?.found?.vi?.contains("_submission_time") == true)
  }

  @Test func `JSON comes as lines, as an array, nested and with numbers and booleans`() throws {
    let nested =
      #"{"__id":"uuid:ID","place":{"district":"PLK","commune":23557},"interview_date":"2021-10-05","#
      + #""started":"2021-10-05T08:30:00.000+07:00","duration":600,"design_weight":1.25e1,"#
      + #""phone":"0905000001","comment":"Cán bộ & nhân viên nhiệt tình","FB":true,"#
      + #""access":{"A1":4.0,"A2":5},"E1":"3","__system":{"submitterId":"7"},"extra":null}"#
    let first = nested.replacingOccurrences(of: "ID", with: id)
    let second = nested.replacingOccurrences(of: "ID", with: "b")
    let forms = [
      first + "\n" + second + "\n", "\u{FEFF}[\(first),\n\(second)]",
      "{\"value\":[\(first),\(second)],\"@odata.context\":\"x\"}",
    ]
    for text in forms {
      let imported = try Fixture.read(text)
      #expect(imported.acceptedIDs == [id, "b"])
      var known = InterviewIndex()
      let one = try Fixture.read(first, known: &known)
      #expect(one.table == (try table()))
    }
  }

  @Test func `a ZIP of instances is one file; media and what systems leave are passed over`() throws
  {
    let other = Fixture.collect("uuid:b")
    let imported = try Fixture.readZip([
      ("tiny/uuid1/submission.xml", Fixture.collect("uuid:\(id)")),
      ("tiny/uuid1/1633400000000.jpg", "not a picture"),
      ("__MACOSX/tiny/uuid1/._submission.xml", "\u{0}\u{5}"), ("tiny/.DS_Store", "x"),
      ("tiny/tiny.xml", "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head/></h:html>"),
      ("tiny/uuid2/uuid2.xml", other),
    ])
    #expect(imported.counts == ImportCounts(read: 2, accepted: 2))
    #expect(imported.dialect?.encoding == "XML (ZIP)")
    let passed = try #require(
      imported.findings.first { $0.code == SubmissionCodes.filesPassedOver })
    #expect(passed.message.en?.hasPrefix("2 files") == true)
    #expect(passed.place?.description == "odk.zip")
  }

  @Test func `a folder of instances is one file, read in the order of the names`() throws {
    var known = InterviewIndex()
    let files = [
      ("b/submission.xml", Fixture.collect("uuid:b")),
      ("a/submission.xml", Fixture.collect("uuid:a")),
      ("a/photo.jpg", "x"),
    ]
    let imported = try Fixture.readFolder(files, known: &known)
    #expect(imported.acceptedIDs == ["a", "b"])
    #expect(imported.counts.read == 2)
    var fresh = InterviewIndex()
    let again = try Fixture.readFolder(Array(files.prefix(2)), known: &fresh)
    #expect(again.sha256 == imported.sha256)
    let changed = try Fixture.readFolder(
      [files[0], ("a/submission.xml", Fixture.collect("uuid:c"))], known: &fresh)
    #expect(changed.sha256 != imported.sha256)
  }

  @Test func `links in a folder are passed over, and a link to a folder is that folder`() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "sipas-\(UUID())")
    let link = files.temporaryDirectory.appending(path: "sipas-\(UUID())")
    defer {
      try? files.removeItem(at: link)
      try? files.removeItem(at: folder)
    }
    try files.createDirectory(
      at: folder.appending(path: "phiếu/1"), withIntermediateDirectories: true)
    try Data(Fixture.collect().utf8).write(to: folder.appending(path: "phiếu/1/submission.xml"))
    try files.createSymbolicLink(at: folder.appending(path: "vòng"), withDestinationURL: folder)
    try files.createSymbolicLink(at: link, withDestinationURL: folder)
    var known = InterviewIndex()
    let imported = readResponses(
      file: link.path, shownAs: "phiếu", fields: TinySurvey.fields,
      interviewIDField: "interview_id", known: &known)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    let passed = imported.findings.first { $0.code == SubmissionCodes.filesPassedOver }
    #expect(passed?.message.en?.hasPrefix("1 file ") == true)
  }

  @Test func `the same submission from XML, JSON and CSV is one interview`() throws {
    var known = InterviewIndex()
    #expect(try Fixture.read(Fixture.collect("uuid:\(id)"), known: &known).counts.accepted == 1)
    #expect(try Fixture.read(Fixture.kobo(id), known: &known).counts.duplicate == 1)
    let header = TinySurvey.header.replacingOccurrences(of: "interview_id", with: "_uuid")
    let row =
      "\(id),PLK,23557,2021-10-05,2021-10-05 08:30,600,12.5,,Cán bộ & nhân viên nhiệt tình,1,4,5,3"
    var csv = try importBytes(Array("\(header)\n\(row)\n".utf8), known: &known)
    #expect(csv.counts == ImportCounts(read: 1, duplicate: 1))
    #expect(csv.findings.map(\.code.id) == ["ingest.submission.interview-id"])
    let central = header.replacingOccurrences(of: "_uuid", with: "meta-instanceID")
    csv = try importBytes(Array("\(central)\nuuid:\(row)\n".utf8), known: &known)
    #expect(csv.counts == ImportCounts(read: 1, duplicate: 1))
  }

  @Test func `an id of the survey's own comes before that of the platform`() throws {
    let answers = Fixture.answers + "<interview_id>R-7</interview_id>"
    let imported = try Fixture.read(Fixture.collect(answers: answers))
    #expect(imported.acceptedIDs == ["R-7"])
    #expect(!imported.told.contains { $0.contains("interview-id") })
    let mapped = try Fixture.read(
      Fixture.collect("uuid:\(id)"),
      mapping: ResponseMapping(
        columns: [.init(header: "meta/instanceID", field: "interview_id")]))
    #expect(mapped.acceptedIDs == [id])
  }

  @Test func `an edited submission bears the id of its first version and replaces nothing`() throws
  {
    let edited = Fixture.collect(
      "uuid:new", answers: Fixture.answers.replacingOccurrences(of: "<A1>4", with: "<A1>2"),
      meta: "<orx:deprecatedID>uuid:\(id)</orx:deprecatedID>")
    let alone = try Fixture.read(edited)
    #expect(alone.acceptedIDs == [id])
    #expect(alone.told.contains { $0.hasSuffix("ingest.submission.edited") })
    let both = try Fixture.readZip([
      ("1.xml", Fixture.collect("uuid:\(id)")), ("2.xml", edited),
      (
        "3.xml",
        Fixture.collect("uuid:newer", meta: "<orx:deprecatedID>uuid:new</orx:deprecatedID>")
      ),
    ])
    #expect(both.counts == ImportCounts(read: 3, accepted: 1, rejected: 1, duplicate: 1))
    let conflict = try #require(both.rejects.first { $0.kind == .rejected }?.findings.first)
    #expect(conflict.code.id == "ingest.interview.conflict")
    #expect(conflict.place?.file == "odk.zip/2.xml")
    #expect(conflict.message.en?.contains("(odk.zip/1.xml)") == true)
    let rooted = try Fixture.read(
      Fixture.collect("uuid:x", meta: "<rootUuid>uuid:root</rootUuid>"))
    #expect(rooted.acceptedIDs == ["root"])
  }

  @Test func `a repeat is named and the rest is read`() throws {
    let child = "<child><A2>1</A2><tuoi>7</tuoi></child>"
    let answers = Fixture.answers.replacingOccurrences(of: "<E1>", with: child + child + "<E1>")
    let imported = try Fixture.read(Fixture.collect("uuid:\(id)", answers: answers))
    #expect(imported.table == (try table()))
    let finding = try #require(imported.findings.first { $0.code == SubmissionCodes.repeatGroup })
    #expect(finding.found?.vi == "“child”")
    let json = try Fixture.read(
      Fixture.kobo(id, extra: #""nha":[{"nha/tuoi":"7"}],"#))
    #expect(json.table == (try table()))
    #expect(
      json.findings.first { $0.code == SubmissionCodes.repeatGroup }?.found?.vi == "“nha”")
  }

  @Test func `submissions of another form are rejected, versions are told`() throws {
    let imported = try Fixture.readZip([
      (
        "0.xml",
        "<data id=\"other\" version=\"1\"><x>1</x><meta><instanceID>o</instanceID></meta></data>"
      ),
      ("1.xml", Fixture.collect("uuid:\(id)")),
      (
        "2.xml",
        Fixture.collect("uuid:b").replacingOccurrences(of: "2021100100", with: "2021100200")
      ),
    ])
    #expect(imported.counts == ImportCounts(read: 3, accepted: 2, rejected: 1))
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.code == SubmissionCodes.otherForm)
    #expect(finding.place?.file == "odk.zip/0.xml")
    #expect(finding.found?.en == "“other”" && finding.expected?.en == "“tiny”")
    #expect(imported.rejects.first?.interviewID == "o")
    let versions = try #require(imported.findings.first { $0.code == SubmissionCodes.versions })
    #expect(versions.found?.vi == "2021100100 (1 phiếu), 2021100200 (1 phiếu)")
  }

  @Test func `a wrong answer is rejected where it stands`() throws {
    let text = Fixture.collect(
      answers: Fixture.answers.replacingOccurrences(of: "<A1>4", with: "<A1>4 5"))
    let imported = try Fixture.read(text)
    let finding = try #require(imported.rejects.first?.findings.first)
    #expect(finding.code.id == "ingest.value.not-in-code-list")
    let column = try #require(text.range(of: "4 5")).lowerBound
    #expect(finding.place?.line == 1)
    // libxml2 counts characters.
    #expect(
      finding.place?.column == text.unicodeScalars.distance(from: text.startIndex, to: column) + 1)
    let json =
      Fixture.kobo("a") + "\n"
      + Fixture.kobo("b").replacingOccurrences(
        of: #""access/A1":"4""#, with: #""access/A1":["4","5"]"#)
    let line = try Fixture.read(json)
    #expect(line.counts == ImportCounts(read: 2, accepted: 1, rejected: 1))
    #expect(line.rejects.first?.findings.first?.place?.line == 2)
    #expect(line.rejects.first?.findings.first?.found?.en == "“4 5”")
    let zipped = try Fixture.readZip([
      ("x/1.xml", Fixture.collect("uuid:\(id)")),
      (
        "x/2.xml",
        Fixture.enketo("uuid:b").replacingOccurrences(
          of: "id=\"aTinyFormUid\"", with: "id=\"tiny\""
        ).replacingOccurrences(of: "<A2>5", with: "<A2>8")
      ),
    ])
    #expect(zipped.rejects.first?.findings.first?.place?.file == "odk.zip/x/2.xml")
    #expect(zipped.rejects.first?.findings.first?.place?.line == 5)
  }

  @Test func `booleans are 1 and 0 where the question has these codes`() throws {
    let answers = Fixture.answers.replacingOccurrences(of: "<FB>1</FB>", with: "<FB>true</FB>")
    #expect(
      try Fixture.read(Fixture.collect("uuid:\(id)", answers: answers)).table == (try table()))
  }

  @Test func `questions with the same name in two groups are not guessed`() throws {
    let answers = Fixture.answers + "<other><A1>1</A1></other>"
    let imported = try Fixture.read(Fixture.collect(answers: answers))
    let missing = try #require(
      imported.findings.first { $0.code == IngestionCodes.missingItems })
    #expect(missing.found?.en == "A1")
    let mapped = try Fixture.read(
      Fixture.collect(answers: answers),
      mapping: ResponseMapping(columns: [.init(header: "access/A1", field: "A1")]))
    #expect(!mapped.findings.contains { $0.code == IngestionCodes.missingItems })
  }

  @Test func `personal answers, free text and unknown names never appear`() throws {
    let answers =
      Fixture.answers.replacingOccurrences(of: "<A1>4", with: "<A1>7")
      + "<ho_ten>Nguyễn Văn Bí Mật</ho_ten>"
    for text in [
      Fixture.collect(answers: answers),
      Fixture.kobo(id, extra: #""ho_ten":"Nguyễn Văn Bí Mật","#)
        .replacingOccurrences(of: #"A1":"4"#, with: #"A1":"7"#),
    ] {
      let imported = try Fixture.read(text)
      #expect(imported.counts.rejected == 1)
      let told = String(describing: imported.findings) + String(describing: imported.rejects)
      #expect(!told.contains("Bí Mật") && !told.contains("0905000001"))
    }
  }

  @Test func `a page of a longer list is told`() throws {
    let imported = try Fixture.read(
      #"{"count":250,"next":"https://kf.example.org/?start=100","previous":null,"results":["#
        + Fixture.kobo(id) + "]}")
    let finding = try #require(imported.findings.first { $0.code == SubmissionCodes.morePages })
    #expect(finding.found?.vi == "1 phiếu trong tệp, 250 trên máy chủ")
    let xml = try Fixture.read(
      "<root><count>9</count><next>https://kf.example.org/?start=1</next><previous/><results>"
        + Fixture.enketo("uuid:\(id)") + "</results></root>")
    #expect(xml.findings.contains { $0.code == SubmissionCodes.morePages })
  }

  @Test(arguments: [1, 100, 1 << 20], [1, 3])
  func `blocks and threads make no difference`(blockSize: Int, threads: Int) throws {
    let files = (0..<60).map { number in
      let answers = Fixture.answers.replacingOccurrences(
        of: "<A1>4", with: "<A1>\(number % 7)")
      return ("\(number).xml", Fixture.collect("uuid:\(number % 50)", answers: answers))
    }
    let plain = try Fixture.readZip(files)
    let other = try Fixture.readZip(
      files, settings: ImportSettings(blockSize: blockSize, threads: threads))
    #expect(plain.counts.read == 60 && plain.counts.rejected > 0)
    #expect(other.table == plain.table)
    #expect(other.counts == plain.counts)
    #expect(other.told == plain.told)
  }
}

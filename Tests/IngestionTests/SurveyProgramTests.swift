import Ingestion
import SurveyModel
import Testing

/// Exports of LimeSurvey, KoboToolbox and ODK.
///
/// Headers as these programs write them (their source
/// code and exports in public repositories); all answers synthetic.
struct SurveyProgramTests {
  private func codes(_ imported: ImportedFile) -> [String] { imported.findings.map(\.code.id) }

  @Test func `LimeSurvey with codes: system columns in one notice, its id taken`() throws {
    let imported = try importText(
      """
      "id","submitdate","lastpage","startlanguage","seed","startdate","datestamp","district","FB","A1","A2","E1"
      "1","2021-10-05 08:30:00","2","vi","123","2021-10-05 08:20:00","2021-10-05 08:30:00","PLK","1","4","5","3"
      "2","2021-10-05 09:30:00","2","vi","124","2021-10-05 09:20:00","2021-10-05 09:30:00","DDO","0","2","N/A",""
      """)
    #expect(imported.counts == ImportCounts(read: 2, accepted: 2))
    #expect(codes(imported) == ["ingest.header.system-id", "ingest.header.system-columns"])
    #expect((0..<2).map { imported.table.ids[$0] } == ["1", "2"])
    #expect(imported.table.columns[10] == .coded8([5, 0]))
    let header = try #require(imported.header)
    #expect(header.columns[0].match == .systemID && header.columns[0].field == "interview_id")
    #expect(header.columns[1...6].allSatisfy { $0.match == .system })
  }

  @Test func `LimeSurvey with codes and texts, and full answers`() throws {
    let imported = try importText(
      """
      "id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language","district. Huyện","FB. Đã từng góp ý?","A1. Nơi ngồi chờ có đủ chỗ ngồi","A2. Trang thiết bị","E1. Tiếp nhận góp ý"
      "7","2021-10-05 08:30:00","2","vi","Đắk Đoa","Có","Hài lòng","Rất hài lòng","Bình thường"
      """)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(codes(imported) == ["ingest.header.system-id", "ingest.header.system-columns"])
    #expect(imported.table.columns[9] == .coded8([4]))
  }

  @Test func `LimeSurvey with full texts of questions and arrays`() throws {
    let imported = try importText(
      """
      "Response ID","Date submitted","Last page","Start language","Huyện","Đã từng góp ý?","Ông bà hài lòng với [Nơi ngồi chờ có đủ chỗ ngồi]","Ông bà hài lòng với [Trang thiết bị]","Tiếp nhận góp ý"
      "7","2021-10-05 08:30:00","2","vi","Pleiku city","Yes","Satisfied","Very satisfied","Neutral"
      """)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.table.columns[10] == .coded8([5]))
  }

  private static let unsent = """
    id,submitdate,lastpage,startlanguage,district,FB,A1,A2,E1
    1,2021-10-05 08:30:00,2,vi,PLK,1,4,5,3
    2,,1,vi,DDO,0,2,,
    3,N/A,1,vi,DDO,0,2,,

    """

  @Test func `interviews that were not submitted are counted in a notice`() throws {
    let imported = try importText(Self.unsent)
    #expect(imported.counts == ImportCounts(read: 3, accepted: 3))
    let notice = try #require(
      imported.findings.first { $0.code.id == "ingest.interview.incomplete-counted" })
    #expect(notice.message.vi == "2 trong 3 phiếu chưa được người trả lời gửi; vẫn được nhận")
  }

  @Test func `interviews that were not submitted are rejected where the survey says so`() throws {
    let imported = try importText(
      Self.unsent, mapping: ResponseMapping(rejectsIncomplete: true))
    #expect(imported.counts == ImportCounts(read: 3, accepted: 1, rejected: 2))
    #expect(
      imported.rejects.map { $0.findings.map(\.code.id) }
        == [["ingest.interview.incomplete"], ["ingest.interview.incomplete"]])
    #expect(imported.rejects.first?.findings.first?.place?.description == "responses.csv:3:3")
  }

  @Test func `LimeSurvey's answer codes stand for nothing until they are declared`() throws {
    let text = """
      id,submitdate,lastpage,startlanguage,district,FB,A1,A2,E1
      1,2021-10-05 08:30:00,2,vi,PLK,1,A4,-oth-,A1
      """
    let refused = try importText(text)
    #expect(refused.counts.rejected == 1)
    #expect(
      refused.rejects[0].findings.map(\.code.id)
        == Array(repeating: "ingest.value.not-in-code-list", count: 3))
    let declared = ["A1", "A2", "E1"].flatMap { item in
      [("A1", "1"), ("a4", "4"), ("-oth-", "9")].map {
        ResponseMapping.Answer(field: item, text: $0.0, code: $0.1)
      }
    }
    let imported = try importText(text, mapping: ResponseMapping(answers: declared))
    #expect(imported.counts.accepted == 1)
    #expect(imported.table.columns[9...11] == [.coded8([4]), .coded8([6]), .coded8([1])])
  }

  @Test func `KoboToolbox with names: group paths, system columns, its uuid`() throws {
    let imported = try importText(
      """
      start;end;today;username;place/district;fb/FB;fb/FB/0;fb/FB/1;access/A1;access/A2;fb/E1;__version__;_id;_uuid;_submission_time;_validation_status;_notes;_status;_submitted_by;_tags;_index
      2021-10-05T08:20:00.000+07:00;2021-10-05T08:30:00.000+07:00;2021-10-05;dtv1;PLK;1;0;1;4;5;3;vKcM;101;0a1b2c3d-0000-4000-8000-000000000001;2021-10-05T01:30:00;;;submitted_via_web;;;1
      """)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(
      codes(imported) == [
        "ingest.header.system-id", "ingest.header.several-answers",
        "ingest.header.system-columns",
      ])
    #expect(imported.table.ids[0] == "0a1b2c3d-0000-4000-8000-000000000001")
    #expect(imported.table.columns[8] == .coded8([2]))
    let parts = imported.header?.columns.filter { $0.match == .severalAnswers }.map(\.header)
    #expect(parts == ["fb/FB/0", "fb/FB/1"])
  }

  @Test func `KoboToolbox with labels as headers and group names`() throws {
    let imported = try importText(
      """
      start,end,Nơi ở/Huyện,Góp ý/Đã từng góp ý?,Tiếp cận/Nơi ngồi chờ có đủ chỗ ngồi,Tiếp cận/Trang thiết bị,Góp ý/Tiếp nhận góp ý,_id,_uuid,_submission_time,_index
      x,y,Đắk Đoa,Không,Hài lòng,Rất hài lòng,,101,u-1,2021-10-05T01:30:00,1
      """)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(imported.table.ids[0] == "u-1")
  }

  @Test func `ODK Central: group names before a hyphen, KEY as the interview's number`() throws {
    let imported = try importText(
      """
      SubmissionDate,place-district,fb-FB,access-A1,access-A2,fb-E1,meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion
      2021-10-05T01:30:00.000Z,PLK,1,4,5,3,uuid:1,uuid:1,5,An,0,0,,,,0,1
      """)
    #expect(imported.counts == ImportCounts(read: 1, accepted: 1))
    #expect(codes(imported) == ["ingest.header.system-id", "ingest.header.system-columns"])
    #expect(imported.table.ids[0] == "1")
  }

  @Test func `a program's columns stay in the survey that has fields of these names`() throws {
    var fields = TinySurvey.fields
    fields.append(Field(id: "start", kind: .datetime))
    let imported = try importText(
      "start,_id,_uuid,interview_id,district,A1,A2,E1\n2021-10-05 08:30,1,u,R-1,PLK,1,2,\n",
      fields: fields)
    #expect(imported.header?.columns.first?.field == "start")
    #expect(imported.table.ids[0] == "R-1")
    #expect(codes(imported).contains("ingest.header.system-id") == false)
  }

  @Test func `one column of a program's names is no program`() throws {
    let imported = try importText("id,interview_id,district,A1,A2,E1\n1,R-1,PLK,1,2,\n")
    #expect(codes(imported).contains("ingest.header.system-columns") == false)
    #expect(codes(imported).contains("ingest.header.unknown-columns"))
  }
}

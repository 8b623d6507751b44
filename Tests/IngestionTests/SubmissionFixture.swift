import Archives
import Foundation
import Ingestion
import SurveyModel

/// Submissions of the tiny survey as the programs of the field write them; everything in them is
/// synthetic.
enum SubmissionFixture {
  /// What a submission holds beside its id.
  static let answers = """
    <start>2021-10-05T08:30:00.000+07:00</start>\
    <place><district>PLK</district><commune>23557</commune></place>\
    <interview_date>2021-10-05</interview_date>\
    <started>2021-10-05T08:30:00.000+07:00</started><duration>600</duration>\
    <design_weight>12.5</design_weight><phone>0905000001</phone>\
    <comment>Cán bộ &amp; nhân viên nhiệt tình</comment><FB>1</FB>\
    <access><A1>4</A1><A2>5</A2></access><E1>3</E1>
    """

  /// ODK Collect: one line, `orx:meta`, attributes of its own.
  static func collect(
    _ id: String = "uuid:6a4b2f0e-0000-4000-8000-000000000001", answers: String = answers,
    form: String = "tiny", meta: String = ""
  ) -> String {
    "<?xml version='1.0' ?><data id=\"\(form)\" version=\"2021100100\""
      + " xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:jr=\"http://openrosa.org/javarosa\""
      + " xmlns:orx=\"http://openrosa.org/xforms\">\(answers)<orx:meta><orx:instanceID>\(id)"
      + "</orx:instanceID><orx:instanceName>Phiếu giả lập</orx:instanceName>\(meta)</orx:meta></data>"
  }

  /// Enketo, as KoboToolbox stores it: the form's uid as root, `formhub/uuid`, `__version__`.
  static func enketo(_ id: String, answers: String = answers) -> String {
    """
    <aTinyFormUid xmlns:jr="http://openrosa.org/javarosa" \
    xmlns:orx="http://openrosa.org/xforms" id="aTinyFormUid" version="1 (2021-10-01 09:00:00)">
              <formhub>
                <uuid>46ea15e2b8134624a47e2c4b77eef0d4</uuid>
              </formhub>
              \(answers)
              <__version__>vTinyVersion</__version__>
              <meta>
                <instanceID>\(id)</instanceID>
              </meta>
    </aTinyFormUid>
    """
  }

  /// One submission of KoboToolbox's API, version 2.
  static func kobo(_ uuid: String, extra: String = "") -> String {
    """
    {"_id":4503,"formhub/uuid":"46ea15e2b8134624a47e2c4b77eef0d4",\
    "start":"2021-10-05T08:30:00.000+07:00","place/district":"PLK","place/commune":"23557",\
    "interview_date":"2021-10-05","started":"2021-10-05T08:30:00.000+07:00","duration":"600",\
    "design_weight":"12.5","phone":"0905000001","comment":"Cán bộ & nhân viên nhiệt tình",\
    "FB":"1","access/A1":"4","access/A2":"5","E1":"3",\(extra)"__version__":"vTinyVersion",\
    "meta/instanceID":"uuid:\(uuid)","_xform_id_string":"aTinyFormUid","_uuid":"\(uuid)",\
    "_attachments":[{"filename":"synthetic.jpg","id":1}],"_status":"submitted_via_web",\
    "_geolocation":[null,null],"_submission_time":"2021-10-05T02:00:00","_tags":[],"_notes":[],\
    "_validation_status":{},"_submitted_by":null}
    """
  }

  static func read(
    _ text: String, known: inout InterviewIndex,
    mapping: ResponseMapping = ResponseMapping(),
    settings: ImportSettings = ImportSettings()
  ) throws -> ImportedFile {
    try importBytes(
      Array(text.utf8), mapping: mapping, known: &known, settings: settings,
      file: "responses")
  }

  static func read(
    _ text: String, mapping: ResponseMapping = ResponseMapping(),
    settings: ImportSettings = ImportSettings()
  ) throws -> ImportedFile {
    var known = InterviewIndex()
    return try read(text, known: &known, mapping: mapping, settings: settings)
  }

  /// A ZIP of these files.
  static func readZip(
    _ files: [(name: String, text: String)], settings: ImportSettings = ImportSettings()
  ) throws -> ImportedFile {
    var known = InterviewIndex()
    return try importBytes(
      archiveBytes(of: files.map { ($0.name, Array($0.text.utf8)) }), known: &known,
      settings: settings, file: "odk.zip")
  }

  /// A folder of these files, named with a slash at the end.
  static func readFolder(
    _ files: [(name: String, text: String)], known: inout InterviewIndex
  ) throws -> ImportedFile {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sipas-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let path = folder.appending(path: file.name)
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: path)
    }
    return readResponses(
      file: folder.path + "/", shownAs: "phiếu/", fields: TinySurvey.fields,
      interviewIDField: "interview_id", known: &known)
  }
}

extension ImportedFile {
  /// The codes of all findings, with place.
  var told: [String] {
    (findings + rejects.flatMap(\.findings)).map {
      "\($0.place?.description ?? "-") \($0.code.id)"
    }
  }

  /// The ids of the accepted interviews.
  var acceptedIDs: [String] {
    (0..<table.ids.count).map {
      String(
        decoding: table.ids.bytes[Int(table.ids.ends[$0])..<Int(table.ids.ends[$0 + 1])],
        as: UTF8.self)
    }
  }
}

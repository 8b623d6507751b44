import DelimitedText
import Foundation
import SurveyModel

/// A program whose exports are told by the columns it adds.
struct SurveyProgram: Sendable {
  let name: String
  /// Columns that tell the program; two of them must be there.
  let marks: Set<String>
  /// Columns it adds that hold no answers, the marks among them; folded.
  let columns: Set<String>
  /// Beginnings of further such columns, folded.
  var prefixes: [String] = []
  /// Columns with an interview's own number, the best first.
  let interviewIDs: [String]
  /// The column that is blank until the respondent submits.
  var completion: [String] = []
  /// Texts its exports write for a blank cell.
  var blanks: [String] = []

  /// LimeSurvey: *Export results*, CSV, with codes, code and text, or full texts as headings.
  static let limeSurvey = SurveyProgram(
    name: "LimeSurvey",
    marks: [
      "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl",
      "ipaddr", "date submitted", "last page", "start language", "date started",
      "date last action", "response id", "referrer url", "ip address",
    ],
    columns: [
      "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
      "ipaddr", "refurl", "interviewtime", "response id", "date submitted", "last page",
      "start language", "access code", "date started", "date last action", "ip address",
      "referrer url", "total time",
    ],
    prefixes: ["grouptime", "group time:", "question time:"], interviewIDs: ["id", "response id"],
    completion: ["submitdate", "date submitted"], blanks: ["n/a"])

  /// KoboToolbox: CSV or XLSX, with names or labels as headers.
  static let kobo = SurveyProgram(
    name: "KoboToolbox",
    marks: [
      "_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_index",
      "__version__", "_xform_id_string",
    ],
    columns: [
      "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
      "_submitted_by", "__version__", "_version_", "_version", "_tags", "_index",
      "_parent_table_name", "_parent_index", "_attachments", "_geolocation", "_xform_id_string",
      "_bamboo_dataset_id", "_media_count", "_total_media", "_media_all_received", "_duration",
      "formhub/uuid", "meta/instanceid", "meta/instancename", "meta/rootuuid",
      "meta/deprecatedid", "meta/audit", "instanceid", "instancename", "start", "end", "today",
      "username", "deviceid", "phonenumber", "simserial", "subscriberid", "simid", "audit",
      "background-audio",
    ], prefixes: ["_version__", "__version__"],
    interviewIDs: ["_uuid", "meta/instanceid", "instanceid", "_id"], blanks: ["n/a"])

  /// ODK Central, ODK Briefcase and SurveyCTO: CSV.
  static let odk = SurveyProgram(
    name: "ODK",
    marks: [
      "submissiondate", "key", "meta-instanceid", "submitterid", "submittername",
      "attachmentspresent", "attachmentsexpected", "formversion", "formdef_version",
      "isvalidated", "reviewstate",
    ],
    columns: [
      "submissiondate", "key", "meta-instanceid", "meta-instancename", "instanceid",
      "instancename", "meta-audit", "submitterid", "submittername", "attachmentspresent",
      "attachmentsexpected", "status", "reviewstate", "deviceid", "edits", "formversion",
      "formdef_version", "isvalidated", "review_status", "review_comments",
      "review_corrections", "review_quality", "starttime", "endtime", "start", "end", "today",
      "username", "subscriberid", "simid", "simserial", "devicephonenum", "phonenumber",
      "caseid", "completiondate", "duration", "text_audit", "audit",
    ], interviewIDs: ["key", "meta-instanceid", "instanceid"])

  static let all = [limeSurvey, kobo, odk]

  /// The header as it is compared: LimeSurvey writes `id. Response ID` with codes and texts.
  static func name(of header: String) -> [String] {
    guard header.utf8.count <= 256 else { return [] }
    let folded = TextFolding.caseFolded(header)
    guard let point = folded.range(of: ". ") else { return [folded] }
    return [folded, String(folded[..<point.lowerBound])]
  }

  /// The program that made a file with these headers, `nil` where none is recognised.
  static func recognise(_ headers: [String]) -> SurveyProgram? {
    let names = headers.map(name(of:))
    let counts = all.map { program in
      names.count { $0.contains(where: program.marks.contains) }
    }
    guard let most = counts.max(), most >= 2, let index = counts.firstIndex(of: most) else {
      return nil
    }
    return all[index]
  }

  /// True for a column of the program that holds no answer.
  func adds(_ header: String) -> Bool {
    Self.name(of: header).contains { name in
      columns.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
  }

  /// The column of the first name that exactly one header has.
  static func column(_ wanted: [String], in headers: [String]) -> Int? {
    for name in wanted {
      let found = headers.indices.filter { Self.name(of: headers[$0]).contains(name) }
      if found.count == 1 { return found[0] }
    }
    return nil
  }
}

import DelimitedText
import SurveyModel

/// The id that ODK and KoboToolbox give every submission, as interview id.
///
/// Exports write it as `uuid:4a2c…` or as `4a2c…`; without the prefix all of them agree, so that one
/// submission from two exports is one interview.
enum InstanceID {
  static let prefix = Array("uuid:".utf8)

  /// The id without `uuid:`.
  static func bare(_ id: String) -> Substring {
    id.hasPrefix("uuid:") ? id.dropFirst(prefix.count) : Substring(id)
  }

  /// The id without `uuid:`; a cell that holds nothing else stays as it is.
  static func bare(_ id: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard id.count > prefix.count, id[0] == prefix[0], id.starts(with: prefix) else { return id }
    return UnsafeBufferPointer(rebasing: id[prefix.count...])
  }

  /// Headers under which exports write the id, the surest first.
  private static let headers = [
    "meta/instanceid", "meta-instanceid", "meta:instanceid", "meta.instanceid", "instanceid",
    "_uuid", "__id",
  ]

  /// The column that holds the id, when no column is the interview id the survey names.
  static func column(in header: [TableCell]) -> Int? {
    let names = header.map { TextFolding.caseFolded($0.text) }
    return headers.lazy.compactMap { names.firstIndex(of: $0) }.first
  }
}

/// Matches a header to the fields; where no column is the interview id, a column with the ids of
/// submissions is.
func matchHeaderOrInstanceID(
  _ header: [TableCell], to expected: HeaderExpectation, file: String
) -> HeaderMatch {
  let match = matchHeader(header, to: expected, file: file)
  guard match.interviewIDColumn == nil, let column = InstanceID.column(in: header),
    match.unknownColumns.contains(column)
  else { return match }
  let name = header[column].text
  var renamed = header
  renamed[column].text = expected.interviewIDField
  var rematch = matchHeader(renamed, to: expected, file: file)
  guard rematch.interviewIDColumn == column else { return match }
  rematch.mapping.columns[column].header = name
  rematch.findings.append(
    Finding(
      SubmissionCodes.interviewID,
      at: SourceLocation(file: file, line: header[column].line, column: header[column].column),
      message: LocalizedText(
        vi: "mã phiếu lấy từ cột “\(name)”, mã do ODK hoặc KoboToolbox đặt, bỏ “uuid:” ở đầu",
        en: "the interview id is taken from “\(name)”, the id ODK or KoboToolbox gave, without"
          + " “uuid:”"),
      remedy: LocalizedText(
        vi: "không cần làm gì; nếu phiếu có mã riêng, khai báo cột đó bằng <column>",
        en: "nothing need be done; if interviews have an id of their own, name its column with"
          + " <column>"),
      subject: expected.interviewIDField))
  return rematch
}

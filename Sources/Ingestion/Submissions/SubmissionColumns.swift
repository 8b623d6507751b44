import DelimitedText
import SurveyModel

/// Which parts of the submissions are the columns of the records, and under which headers.
struct SubmissionColumns {
  /// One per column of the records; the interview id's may be of no node.
  private(set) var header: [TableCell] = []
  /// Column that holds the id ODK or KoboToolbox gave, if it is kept.
  private(set) var instanceID: Int?
  /// Fields of the platforms that are kept out.
  private(set) var aside: [String] = []

  /// Numbers the nodes that are columns.
  init(
    _ leaves: [SubmissionNode], hasIDs: Bool, expected: HeaderExpectation, names: HeaderNames
  ) {
    let ids = HeaderNames(
      HeaderExpectation(
        fields: expected.fields.filter { $0.id == expected.interviewIDField },
        interviewIDField: expected.interviewIDField,
        mapping: ResponseMapping(
          columns: expected.mapping.columns.filter { $0.field == expected.interviewIDField }),
        designFields: []))
    var idHeader = hasIDs ? "meta/instanceID" : nil
    for leaf in leaves {
      if leaf.role == .instanceID || leaf.role == .serverID || leaf.role == .rootID {
        if hasIDs, ids.contains(leaf.path) {
          idHeader = leaf.path
          continue
        }
      }
      // What a platform wrote and the survey does not know is kept out.
      guard names.contains(leaf.path) || !leaf.isAside else {
        aside.append(leaf.path)
        continue
      }
      // Interviews that have an id of their own do not need that of the platform.
      if ids.contains(leaf.path) { idHeader = nil }
      leaf.column = header.count
      header.append(TableCell(text: leaf.path, line: 1, column: header.count + 1))
    }
    if let idHeader {
      instanceID = header.count
      header.append(TableCell(text: idHeader, line: 1, column: header.count + 1))
      aside.removeAll { $0 == "meta/instanceID" || $0 == "instanceID" || $0 == "_uuid" }
    }
  }
}

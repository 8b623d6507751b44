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
    let shortNames = Dictionary(
      leaves.filter { !$0.isAside }.map { (shortName($0.path), 1) }, uniquingKeysWith: +)
    var idHeader = hasIDs ? "meta/instanceID" : nil
    for leaf in leaves {
      if leaf.role == .instanceID || leaf.role == .serverID || leaf.role == .rootID {
        if hasIDs, ids.contains(leaf.path) {
          idHeader = leaf.path
          continue
        }
      }
      guard let text = Self.header(of: leaf, names, shortNames) else {
        aside.append(leaf.path)
        continue
      }
      // Interviews that have an id of their own do not need that of the platform.
      if ids.contains(text) { idHeader = nil }
      leaf.column = header.count
      header.append(TableCell(text: text, line: 1, column: header.count + 1))
    }
    if let idHeader {
      instanceID = header.count
      header.append(TableCell(text: idHeader, line: 1, column: header.count + 1))
      aside.removeAll { $0 == "meta/instanceID" || $0 == "instanceID" || $0 == "_uuid" }
    }
  }

  /// The header of a leaf; `nil` for what a platform wrote and the survey does not know.
  ///
  /// The last part of the path where that alone is a name of the questionnaire and stands once:
  /// questions keep their names when they are put in groups.
  private static func header(
    of leaf: SubmissionNode, _ names: HeaderNames, _ shortNames: [String: Int]
  ) -> String? {
    if names.contains(leaf.path) { return leaf.path }
    if leaf.isAside { return nil }
    let short = shortName(leaf.path)
    return shortNames[short] == 1 && names.contains(short) ? short : leaf.path
  }
}

import DelimitedText
import SurveyModel

/// Looks through all submissions of a file once, for what must be known before the first is read:
/// which columns there are, which form is the survey's, what replaces what.
///
/// Nothing kept grows with the submissions, but the ids of edited ones.
final class SubmissionContents: SubmissionSink {
  /// Forms told apart; all further ones are one.
  private static let forms = 64
  private static let versions = 200
  private static let edits = 200_000

  private struct Form {
    var id: String
    var count = 0
    var versions: [(name: String, count: Int)] = []
  }

  private var forms: [Form] = []
  private(set) var count = 0
  private(set) var hasIDs = false
  private var editCount = 0
  private var firstEdit: SubmissionHead?
  private var edits: [String: String] = [:]
  private(set) var firstFault: (fault: SubmissionFault, head: SubmissionHead)?
  /// The form whose submissions are read.
  private(set) var formID = ""

  func take(_ submission: SubmissionBuilder) {
    count += 1
    let head = submission.head
    if let fault = head.fault {
      if firstFault == nil { firstFault = (fault, head) }
      return
    }
    let own = head.ownID
    if !own.isEmpty || !head.rootID.isEmpty { hasIDs = true }
    if !head.deprecatedID.isEmpty {
      editCount += 1
      if firstEdit == nil { firstEdit = head }
      if edits.count < Self.edits { edits[own] = String(InstanceID.bare(head.deprecatedID)) }
    }
    let form = number(of: head.formID)
    forms[form].count += 1
    note(head.formVersion, of: form)
    for leaf in submission.leaves { leaf.forms |= 1 << UInt64(form) }
  }

  private func number(of id: String) -> Int {
    if let known = forms.firstIndex(where: { $0.id == id }) { return known }
    if forms.count == Self.forms { return Self.forms - 1 }
    forms.append(Form(id: id))
    return forms.count - 1
  }

  private func note(_ version: String, of form: Int) {
    if let known = forms[form].versions.firstIndex(where: { $0.name == version }) {
      forms[form].versions[known].count += 1
    } else if forms[form].versions.count < Self.versions {
      forms[form].versions.append((version, 1))
    }
  }

  /// The interview id of a submission: that of the first version, where it is an edited one.
  func interviewID(of head: SubmissionHead) -> String {
    if !head.rootID.isEmpty { return String(InstanceID.bare(head.rootID)) }
    var id = head.ownID
    guard !head.deprecatedID.isEmpty else { return id }
    id = String(InstanceID.bare(head.deprecatedID))
    // A chain of versions; wrong ids may lead round in a circle.
    for _ in 0..<100 {
      guard let earlier = edits[id], earlier != id else { break }
      id = earlier
    }
    return id
  }

  /// Chooses the form with most of the questionnaire's names, then with most submissions.
  ///
  /// - Returns: Its leaves that can be columns, in the order in which they were met.
  func chooseForm(_ tree: SubmissionTree, names: HeaderNames) -> [SubmissionNode] {
    let leaves = tree.nodes.filter { $0.isLeaf && $0.forms != 0 && $0.children.isEmpty }
    let known = leaves.filter { names.contains($0.path) || names.contains(shortName($0.path)) }
    var best: (form: Int, known: Int)?
    for form in forms.indices {
      let found = known.count { $0.forms & 1 << UInt64(form) != 0 }
      guard let leading = best else {
        best = (form, found)
        continue
      }
      if (found, forms[form].count) > (leading.known, forms[leading.form].count) {
        best = (form, found)
      }
    }
    guard let best else { return [] }
    formID = forms[best.form].id
    // Nodes stand behind those above them.
    for node in tree.nodes where node.isRepeat || node.isInRepeat {
      for child in node.children { child.isInRepeat = true }
    }
    return leaves.filter {
      $0.forms & 1 << UInt64(best.form) != 0 && !$0.isRepeat && !$0.isInRepeat
    }
  }

  /// What there is to be said about the submissions as a whole.
  func findings(
    _ tree: SubmissionTree, _ scan: SubmissionScan, of documents: SubmissionDocuments
  ) -> [Finding] {
    var findings: [Finding] = []
    let repeats = tree.nodes.filter { $0.isRepeat && !$0.isAside }.map(\.path)
    if !repeats.isEmpty {
      findings.append(SubmissionFinding.repeats(repeats, file: documents.file))
    }
    if let firstEdit {
      findings.append(
        SubmissionFinding.edited(
          editCount,
          first: SourceLocation(
            file: documents.name(of: firstEdit.document), line: Int(firstEdit.place.line),
            column: Int(firstEdit.place.column))))
    }
    if let form = forms.first(where: { $0.id == formID }), form.versions.count > 1 {
      findings.append(SubmissionFinding.versions(form.versions, file: documents.file))
    }
    for (document, page) in scan.pages.prefix(10) {
      findings.append(
        SubmissionFinding.page(page, read: count, file: documents.name(of: document)))
    }
    let passedOver = documents.passedOver + scan.passedOver
    if passedOver > 0 {
      findings.append(SubmissionFinding.filesPassedOver(passedOver, file: documents.file))
    }
    return findings
  }
}

/// The last part of a path.
func shortName(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}

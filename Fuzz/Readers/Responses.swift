import Ingestion
import SurveyModel

extension FuzzedReader {
  /// A response file of any kind, read twice: in one piece, and in small blocks by two workers.
  static let responses = FuzzedReader("responses") { bytes in
    let file = MemoryFile(bytes)
    return withExtendedLifetime(file) { faultsOfReading(file.path, byteCount: bytes.count) }
  }

  /// Cells of any content beside a personal and an unknown column: nothing of these two is ever told.
  ///
  /// The input has a row in each line, its cells divided by tabs.
  static let personalValues = FuzzedReader("personal-values") { bytes in
    let name = "Bí Mật 0905123456"
    let hidden = FuzzSurvey.fields.firstIndex { $0.isPersonal } ?? 0
    let header = ["họ tên", "interview_id"] + FuzzSurvey.fields.map(\.id)
    var text = Array(header.joined(separator: ",").utf8) + [10]
    for line in bytes.split(separator: 10, omittingEmptySubsequences: true).prefix(200) {
      var cells = line.split(separator: 9, omittingEmptySubsequences: false).map(quoted)
      cells.insert(quoted(name.utf8), at: 0)
      if cells.count > hidden + 2 { cells[hidden + 2] = quoted(name.utf8) }
      text += cells.joined(separator: [44]) + [10]
    }
    let file = MemoryFile(text)
    var known = InterviewIndex()
    let imported = withExtendedLifetime(file) {
      readResponses(
        file: file.path, shownAs: "responses.csv", fields: FuzzSurvey.fields,
        interviewIDField: "interview_id", known: &known,
        settings: ImportSettings(blockSize: 1 << 16, threads: 1))
    }
    var found = faults(of: imported, byteCount: text.count, known: known)
    let told =
      String(describing: imported.findings) + String(describing: imported.rejects)
      + String(describing: imported.table.columns)
    if told.contains("Bí Mật") || told.contains("0905123456") {
      // What the input says of itself in another column is no personal value.
      let input = String(decoding: bytes, as: UTF8.self)
      if !input.contains("Bí Mật") && !input.contains("0905123456") {
        found.append("a personal value is told")
      }
    }
    return found
  }

  private static func quoted(_ cell: some Sequence<UInt8>) -> [UInt8] {
    [34] + cell.flatMap { $0 == 34 ? [34, 34] : [$0] } + [34]
  }
}

/// Reads the response file at `path` in two ways and says what does not hold of either, and where
/// they differ.
func faultsOfReading(_ path: String, byteCount: Int) -> [String] {
  func read(_ settings: ImportSettings) -> (file: ImportedFile, known: InterviewIndex) {
    var known = InterviewIndex()
    let imported = readResponses(
      file: path, shownAs: "responses.csv", fields: FuzzSurvey.fields,
      interviewIDField: "interview_id", requiredFields: ["design_weight"], known: &known,
      settings: settings)
    return (imported, known)
  }
  let whole = read(ImportSettings(blockSize: 1 << 20, threads: 1))
  let pieces = read(ImportSettings(blockSize: 37, threads: 2))
  // How much is found out about a refused file depends on how far it was read, in whole blocks.
  let same =
    whole.file.isUsable || whole.file.findings == pieces.file.findings
    ? whole : read(ImportSettings(blockSize: 37, threads: 1))
  var found = faults(of: whole.file, byteCount: byteCount, known: whole.known)
  if same.file.counts != pieces.file.counts { found.append("other counts in blocks") }
  if !isSame(same.file.table, pieces.file.table) { found.append("another table in blocks") }
  if same.file.rejects != pieces.file.rejects { found.append("other rejects in blocks") }
  if same.file.findings != pieces.file.findings {
    found.append(
      "findings \(places(same.file.findings)) are \(places(pieces.file.findings)) in blocks")
  }
  if whole.file.isUsable != pieces.file.isUsable { found.append("usable in one way only") }
  return found
}

/// Codes and places, to tell findings apart.
private func places(_ findings: [Finding]) -> [String] {
  findings.map { "\($0.code.id) \($0.place?.description ?? "-") \($0.found?.en ?? "")" }
}

/// What does not hold of a file that was read.
func faults(of file: ImportedFile, byteCount: Int, known: InterviewIndex) -> [String] {
  let counts = file.counts
  var found = faults(of: file.findings) + file.rejects.flatMap { faults(of: $0.findings) }
  func expect(_ holds: Bool, _ words: String) { if !holds { found.append(words) } }
  expect(counts.read == counts.accepted + counts.rejected + counts.duplicate, "counts")
  expect(file.table.count == counts.accepted, "as many interviews as accepted rows")
  expect(
    file.table.columns.allSatisfy { $0.count == counts.accepted }, "columns of the same length")
  expect(file.rejects.count == counts.rejected + counts.duplicate, "every reject is told")
  expect(
    file.rejects.allSatisfy { $0.kind == .duplicate || !$0.findings.isEmpty },
    "every rejected row has its reasons")
  expect(known.count == counts.accepted, "the index knows the accepted interviews")
  expect(file.isUsable || counts == ImportCounts(), "nothing is taken of a refused file")
  expect(
    file.isUsable || file.findings.contains { $0.severity == .error }, "refused for a reason")
  expect(file.byteCount == byteCount && file.sha256.count == 64, "the digest is of these bytes")
  return found
}

/// Equal values, NaN equal to NaN.
func isSame(_ left: ResponseTable, _ right: ResponseTable) -> Bool {
  left.ids == right.ids
    && zip(left.columns, right.columns).allSatisfy { left, right in
      if case .numbers(let left) = left, case .numbers(let right) = right {
        return left.map(\.bitPattern) == right.map(\.bitPattern)
      }
      return left == right
    }
}

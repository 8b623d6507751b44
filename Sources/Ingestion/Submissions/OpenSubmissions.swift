import DelimitedText
import SurveyModel

/// Opens submissions of ODK or KoboToolbox, or JSON, as a response file.
///
/// They are read twice: a submission need not hold every question, so the columns are known only
/// when all have been seen.
///
/// - Parameters:
///   - documents: The files of submissions.
///   - expected: What the names are to be matched against.
///   - blockSize: Bytes of text in a block.
/// - Returns: The header, and the records to come.
/// - Throws: Why they are refused.
func openSubmissions(
  _ documents: SubmissionDocuments, expected: HeaderExpectation, blockSize: Int
) throws(RecordBlockReader.Refusal) -> OpenedResponses {
  let contents = SubmissionContents()
  let builder = SubmissionBuilder(sink: contents)
  let scan = SubmissionScan(documents, to: builder)
  while try scan.step() {}
  let names = HeaderNames(expected)
  let leaves = contents.chooseForm(builder.tree, names: names)
  let columns = SubmissionColumns(
    leaves, hasIDs: contents.hasIDs, expected: expected, names: names)
  guard !leaves.isEmpty else {
    throw RecordBlockReader.Refusal(finding: nothingReadable(contents, documents))
  }
  guard columns.header.count <= TextLimits.columns else {
    throw RecordBlockReader.Refusal(
      finding: FileFinding.tooManyColumns(columns.header.count, file: documents.file))
  }
  var findings = contents.findings(builder.tree, scan, of: documents)
  if !columns.aside.isEmpty {
    findings.append(SubmissionFinding.aside(columns.aside, file: documents.file))
  }
  let format = scan.hasXML ? scan.hasJSON ? "XML, JSON" : "XML" : "JSON"
  return OpenedResponses(
    dialect: FileDialect(
      encoding: format + documents.kind, delimiter: "submissions", hasByteOrderMark: false),
    header: columns.header, delimiter: tabSeparator,
    // The formats have one decimal sign, whatever the survey file says of the tables beside them.
    style: CellStyle(decimal: .point, dates: nil),
    source: SubmissionRecords(
      documents, contents, builder: builder, columns: columns, blockSize: blockSize),
    submissions: SubmissionPlaces(file: documents.file, names: documents.names), findings: findings)
}

/// Why there is no submission to be read.
private func nothingReadable(
  _ contents: SubmissionContents, _ documents: SubmissionDocuments
) -> Finding {
  guard let (fault, head) = contents.firstFault else {
    return SubmissionFinding.none(file: documents.file)
  }
  let place = SourceLocation(
    file: documents.name(of: head.document), line: Int(head.place.line),
    column: Int(head.place.column))
  return SubmissionFinding.rejected(fault, at: place, expected: contents.formID)
}

import DelimitedText
package import SurveyModel

/// Reads one file of responses: every row is accepted, rejected with its reasons, or a duplicate.
///
/// The file is read in blocks and never held in memory as a whole; only the columns grow. Encoding,
/// delimiter, decimal sign and dates are detected unless `pattern` says them. A file that is cut
/// off, not text, of another questionnaire or without a required column is refused as a whole:
/// nothing of it is accepted and `known` stays as it was.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - pattern: Overrides of the survey file for this file.
///   - fields: Variables and items of the questionnaire, code lists filled in.
///   - interviewIDField: The field, or the header, of the interview id. Without such a column ids
///     are made: `FILE#ROW`.
///   - columnMap: Header texts the survey file maps to fields.
///   - requiredFields: Fields the design or the weighting needs, beside those the questionnaire
///     requires; they must hold a valid answer in every row.
///   - known: Interviews already there; the accepted ones are added.
///   - settings: Block size and workers; the result does not depend on them.
///   - knownDigest: The file's digest where it is known already.
/// - Returns: The accepted rows by column, the other rows with their reasons, the counts
///   (`read == accepted + rejected + duplicate`) and what is to be said about the file.
package func readResponses(
  file path: String, shownAs name: String? = nil, pattern: ResponseFilePattern? = nil,
  fields: [Field], interviewIDField: String, columnMap: [(header: String, field: String)] = [],
  requiredFields: Set<String> = [], known: inout InterviewIndex,
  settings: ImportSettings = ImportSettings(), digest knownDigest: FileDigest? = nil
) -> ImportedFile {
  let file = name ?? path
  var refused = ImportedFile(
    file: file, sha256: "", byteCount: 0, dialect: nil, counts: ImportCounts(),
    table: ResponseTable(fields: fields), rejects: [], findings: [],
    isUsable: false)
  let content: FileDigest
  do throws(DigestError) {
    content = if let knownDigest { knownDigest } else { try digest(ofFile: path) }
  } catch {
    refused.findings = [error.finding(file: file)]
    return refused
  }
  (refused.sha256, refused.byteCount) = (content.sha256, content.byteCount)
  let dialect: ResponseDialect
  switch detectDialect(
    path: path, file: file, pattern: pattern, firstBeyondASCII: content.firstBeyondASCII)
  {
  case .refused(let findings):
    refused.findings = findings
    return refused
  case .dialect(let found, let findings):
    dialect = found
    refused.findings = findings
  }
  refused.dialect = dialect.asFileDialect
  do throws(RecordBlockReader.Refusal) {
    let opened = try openFile(path, name: file)
    let reader = RecordBlockReader(
      file: opened, name: file, encoding: dialect.encoding, delimiter: dialect.delimiter,
      blockSize: settings.blockSize)
    guard let start = try readHeader(reader, delimiter: dialect.delimiter, file: file) else {
      refused.findings.append(FileFinding.empty(file: file))
      return refused
    }
    let header = matchHeader(
      start.header,
      to: HeaderExpectation(
        fields: fields, interviewIDField: interviewIDField, columnMap: columnMap,
        designFields: requiredFields), file: file)
    refused.findings += header.findings
    guard header.isUsable else { return refused }
    let plan = ImportPlan(
      file: file, fields: fields, header: header, delimiter: dialect.delimiter,
      style: dialect.style, interviewIDField: interviewIDField, designFields: requiredFields)
    refused.findings += uncheckedConditions(plan)
    let queue = BlockQueue(
      reader, first: (start.block, start.position, start.line),
      merger: BlockMerger(
        plan, index: known, detailedRejects: settings.detailedRejects,
        byteCount: refused.byteCount))
    let merged = try queue.run(plan, threads: settings.threads).get()
    return finish(refused, merged: merged, known: &known)
  } catch {
    refused.findings.append(error.finding)
    return refused
  }
}

private func openFile(
  _ path: String, name: String
) throws(RecordBlockReader.Refusal) -> ByteFile {
  do throws(ByteFile.Failure) { return try ByteFile(path: path) } catch {
    throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
  }
}

private func finish(
  _ started: ImportedFile, merged: BlockMerger, known: inout InterviewIndex
) -> ImportedFile {
  var imported = started
  imported.table = merged.table.finished()
  imported.counts = merged.counts
  imported.rejects = merged.rejects
  imported.isUsable = true
  imported.dialect?.composedText = merged.sawDecomposed
  if merged.emptyRows > 0 {
    imported.findings.append(
      Finding(
        IngestionCodes.emptyRows, at: SourceLocation(file: imported.file),
        message: LocalizedText(
          vi: "\(merged.emptyRows) dòng chỉ có dấu ngăn cột được bỏ qua",
          en: "\(merged.emptyRows) rows that hold only delimiters were passed over"),
        remedy: LocalizedText(vi: "không cần làm gì", en: "nothing need be done")))
  }
  if merged.counts.read == 0 {
    imported.findings.append(
      Finding(
        IngestionCodes.headerOnly, at: SourceLocation(file: imported.file),
        message: LocalizedText(
          vi: "tệp chỉ có dòng tiêu đề, không có phiếu nào",
          en: "the file has a header and no interview"),
        remedy: LocalizedText(
          vi: "kiểm tra việc xuất tệp", en: "check the export of the file")))
  }
  known = merged.extendedIndex(with: imported.table)
  return imported
}

/// The header of a file, and where the rows begin.
private struct FileStart {
  var header: [TableCell]
  var block: RecordBlock
  var position: Int
  var line: Int
}

/// Reads up to the header; `nil` when the file has no record at all.
private func readHeader(
  _ reader: RecordBlockReader, delimiter: UInt8, file: String
) throws(RecordBlockReader.Refusal) -> FileStart? {
  while let block = try reader.next() {
    var cursor = RecordCursor(block.bytes, delimiter: delimiter, line: block.line)
    while cursor.next() {
      if cursor.recordLine == 1, isSeparatorLine(block.bytes[cursor.recordStart...].prefix(4)) {
        continue
      }
      guard cursor.fieldCount <= TextLimits.columns else {
        throw RecordBlockReader.Refusal(
          finding: FileFinding.tooManyColumns(cursor.fieldCount, file: file))
      }
      return FileStart(
        header: tableCells(of: cursor), block: block, position: cursor.position,
        line: cursor.line)
    }
  }
  return nil
}

/// The conditions that cannot be checked because the file lacks a column they read.
private func uncheckedConditions(_ plan: ImportPlan) -> [Finding] {
  let present = Set(
    zip(plan.fields, plan.header.columnOfField).compactMap { $1 == nil ? nil : $0.id })
  var dependents: [(missing: String, fields: [String])] = []
  for field in plan.fields where present.contains(field.id) {
    guard let missing = field.askedWhen?.fields.first(where: { !present.contains($0) }) else {
      continue
    }
    if let known = dependents.firstIndex(where: { $0.missing == missing }) {
      dependents[known].fields.append(field.id)
    } else {
      dependents.append((missing, [field.id]))
    }
  }
  return dependents.map { missing, fields in
    let names = fields.joined(separator: ", ")
    return Finding(
      IngestionCodes.uncheckedCondition,
      at: SourceLocation(file: plan.file, line: 1, column: 1),
      message: LocalizedText(
        vi: "thiếu cột \(missing) nên không biết các câu sau có được hỏi hay không: \(names)",
        en: "the column \(missing) is missing, so it is unknown whether these were asked: \(names)"),
      remedy: LocalizedText(
        vi: "thêm cột \(missing); nếu không, mọi câu trả lời được giữ lại",
        en: "add the column \(missing); without it every answer is kept"),
      subject: missing)
  }
}

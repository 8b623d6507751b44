import DelimitedText
package import SurveyModel

/// Reads one file of responses: every row is accepted, rejected with its reasons, or a duplicate.
///
/// The file is text or an XLSX workbook, told by its content. It is read in blocks and never held in
/// memory as a whole; only the columns grow. Encoding, delimiter, decimal sign and dates are
/// detected unless `pattern` says them. A file that is cut
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
///   - erased: Interviews whose rows are counted and passed over, whatever they hold.
/// - Returns: The accepted rows by column, the other rows with their reasons, the counts
///   (`read == accepted + rejected + duplicate + erased`) and what is to be said about the file.
package func readResponses(
  file path: String, shownAs name: String? = nil, pattern: ResponseFilePattern? = nil,
  fields: [Field], interviewIDField: String, columnMap: [(header: String, field: String)] = [],
  requiredFields: Set<String> = [], known: inout InterviewIndex,
  settings: ImportSettings = ImportSettings(), digest knownDigest: FileDigest? = nil,
  erased: ErasedInterviews? = nil
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
  let expected = HeaderExpectation(
    fields: fields, interviewIDField: interviewIDField, columnMap: columnMap,
    designFields: requiredFields)
  let opened: OpenedResponses
  do throws(ResponsesRefusal) {
    opened = try openResponses(
      path, name: file, pattern: pattern, content: content, expected: expected,
      blockSize: settings.blockSize)
  } catch {
    (refused.findings, refused.dialect) = (error.findings, error.dialect)
    return refused
  }
  refused.dialect = opened.dialect
  let header = matchHeader(opened.header, to: expected, file: file)
  refused.header = header.mapping
  if let sheet = opened.sheet { refused.header = sheet.placing(header.mapping) }
  refused.findings = opened.findings + header.findings.map { opened.sheet?.naming($0) ?? $0 }
  guard header.isUsable else { return refused }
  var plan = ImportPlan(
    file: file, fields: fields, header: header, delimiter: opened.delimiter, style: opened.style,
    interviewIDField: interviewIDField, designFields: requiredFields, sheet: opened.sheet)
  if let erased, !erased.isEmpty { plan.erased = erased }
  refused.findings += uncheckedConditions(plan)
  opened.source.begin(plan)
  let queue = BlockQueue(
    opened.source,
    merger: BlockMerger(
      plan, index: known, detailedRejects: settings.detailedRejects,
      byteCount: refused.byteCount))
  do throws(RecordBlockReader.Refusal) {
    let merged = try queue.run(plan, threads: settings.threads).get()
    refused.findings += opened.source.closingFindings
    return finish(refused, merged: merged, known: &known)
  } catch {
    refused.findings.append(error.finding)
    return refused
  }
}

private func finish(
  _ started: ImportedFile, merged: BlockMerger, known: inout InterviewIndex
) -> ImportedFile {
  var imported = started
  if let mixed = merged.strayRows.finding(file: started.file) {
    imported.findings.append(mixed)
    return imported
  }
  imported.table = merged.table.finished()
  imported.counts = merged.counts
  imported.rejects = merged.rejects
  imported.repeated = merged.repeats.finished
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
      at: plan.sheet?.header(file: plan.file)
        ?? SourceLocation(file: plan.file, line: 1, column: 1),
      message: LocalizedText(
        vi: "thiếu cột \(missing) nên không biết các câu sau có được hỏi hay không: \(names)",
        en: "the column \(missing) is missing, so it is unknown whether these were asked: \(names)"),
      remedy: LocalizedText(
        vi: "thêm cột \(missing); nếu không, mọi câu trả lời được giữ lại",
        en: "add the column \(missing); without it every answer is kept"),
      subject: missing)
  }
}

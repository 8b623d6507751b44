import DelimitedText
package import SurveyModel

/// Reads one file of responses: every row is accepted, rejected with its reasons, or a duplicate.
///
/// The file is text, an XLSX workbook, a file of SPSS or Stata, JSON, or submissions of ODK (an XML
/// file, a ZIP or a folder of them), told by its content. It is read in blocks and never held in
/// memory as a whole; only the columns grow. Encoding, delimiter, decimal sign and dates are
/// detected unless `pattern` says them. A file that is cut off, not text, of another questionnaire,
/// without a required column or that changes while it is read is refused as a whole: nothing of it
/// is accepted and `known` stays as it was.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings; `path` unless given.
///   - pattern: Overrides of the survey file for this file.
///   - fields: Variables and items of the questionnaire, code lists filled in.
///   - interviewIDField: The field, or the header, of the interview id. Without such a column ids
///     are made: `FILE#ROW`.
///   - mapping: What the survey file says of this file's columns, texts and scale.
///   - requiredFields: Fields the design or the weighting needs, beside those the questionnaire
///     requires; they must hold a valid answer in every row.
///   - known: Interviews already there; the accepted ones are added.
///   - settings: Block size and workers; the result does not depend on them.
///   - knownDigest: The file's digest where it is known already.
///   - erased: Interviews whose rows are counted and passed over, whatever they hold.
///   - pseudonymKey: Of the fields that keep pseudonyms; without it they are blank.
/// - Returns: The accepted rows by column, the other rows with their reasons, the counts
///   (`read == accepted + rejected + duplicate + erased`) and what is to be said about the file.
package func readResponses(
  file path: String, shownAs name: String? = nil, pattern: ResponseFilePattern? = nil,
  fields: [Field], interviewIDField: String, mapping: ResponseMapping = ResponseMapping(),
  requiredFields: Set<String> = [], known: inout InterviewIndex,
  settings: ImportSettings = ImportSettings(), digest knownDigest: FileDigest? = nil,
  erased: ErasedInterviews? = nil, pseudonymKey: PseudonymKey? = nil
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
    fields: fields, interviewIDField: interviewIDField, mapping: mapping,
    designFields: requiredFields)
  let opened: OpenedResponses
  do throws(ResponsesRefusal) {
    opened = try openResponses(
      path, name: file, pattern: pattern, content: content, expected: expected,
      blockSize: settings.blockSize)
  } catch {
    (refused.findings, refused.dialect) = (error.findings, error.dialect)
    return settled(refused, path: path, content: content)
  }
  refused.dialect = opened.dialect
  var header = matchHeaderOrInstanceID(opened.header, to: expected, file: file)
  if opened.submissions != nil {
    // Submissions have no header line to point at.
    for finding in header.findings.indices {
      header.findings[finding].place = SourceLocation(file: file)
    }
  }
  refused.header = header.mapping
  if let sheet = opened.sheet { refused.header = sheet.placing(header.mapping) }
  refused.findings = opened.findings + header.findings.map { opened.sheet?.naming($0) ?? $0 }
  var plan = ImportPlan(
    file: file, fields: fields, header: header, delimiter: opened.delimiter, style: opened.style,
    interviewIDField: interviewIDField, designFields: requiredFields, mapping: mapping,
    sheet: opened.sheet, submissions: opened.submissions)
  if let erased, !erased.isEmpty { plan.erased = erased }
  plan.pseudonymKey = pseudonymKey
  guard header.isUsable else {
    opened.source.begin(plan)
    if !opened.source.openingFindings.contains(where: { $0.severity == .error }) {
      refused.unreadTexts = unreadTexts(opened.source, plan)
    }
    return settled(refused, path: path, content: content)
  }
  refused.findings += uncheckedConditions(plan)
  opened.source.begin(plan)
  refused.findings += opened.source.openingFindings
  guard !opened.source.openingFindings.contains(where: { $0.severity == .error }) else {
    return settled(refused, path: path, content: content)
  }
  let queue = BlockQueue(
    opened.source,
    merger: BlockMerger(
      plan, index: known, detailedRejects: settings.detailedRejects,
      // The size of submissions says little about the size of their records.
      byteCount: opened.submissions == nil ? refused.byteCount : 0))
  do throws(RecordBlockReader.Refusal) {
    let merged = try queue.run(plan, threads: settings.threads).get()
    refused.findings += opened.source.closingFindings
    if let changed = changedFile(path, since: content, name: file) {
      return refused.changed(changed)
    }
    return finish(refused, plan: plan, merged: merged, known: &known)
  } catch {
    refused.findings.append(error.finding)
    return settled(refused, path: path, content: content)
  }
}

/// `refused` itself; or, when the file changed while it was read, this alone: nothing else that was
/// found need be so.
private func settled(
  _ refused: ImportedFile, path: String, content: FileDigest
) -> ImportedFile {
  changedFile(path, since: content, name: refused.file).map(refused.changed) ?? refused
}

extension ImportedFile {
  /// The file refused for this reason alone.
  fileprivate func changed(_ finding: Finding) -> ImportedFile {
    var changed = self
    (changed.findings, changed.dialect, changed.header) = ([finding], nil, nil)
    changed.unreadTexts = []
    return changed
  }
}

private func finish(
  _ started: ImportedFile, plan: ImportPlan, merged: BlockMerger, known: inout InterviewIndex
) -> ImportedFile {
  var imported = started
  if let mixed = merged.strayRows.finding(file: started.file) {
    imported.findings.append(mixed)
    return imported
  }
  let table = merged.table.finished()
  let reversed = checkScaleDirection(table, plan: plan, known: known)
  guard reversed.isEmpty else {
    imported.findings += reversed
    return imported
  }
  if let mirrored = mirroredNotice(plan) { imported.findings.append(mirrored) }
  imported.table = table
  imported.counts = merged.counts
  imported.rejects = merged.rejects
  imported.repeated = merged.repeats.finished
  imported.unreadTexts = merged.unread.finished(plan.fields)
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
  if merged.incompleteRows > 0, !plan.mapping.rejectsIncomplete {
    imported.findings.append(
      incompleteNotice(merged.incompleteRows, of: merged.counts.read, file: imported.file))
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

private func incompleteNotice(_ count: Int, of read: Int, file: String) -> Finding {
  Finding(
    IngestionCodes.incompleteCounted, at: SourceLocation(file: file),
    message: LocalizedText(
      vi: "\(count) trong \(read) phiếu chưa được người trả lời gửi; vẫn được nhận",
      en: "\(count) of \(read) interviews were not submitted; they are taken all the same"),
    remedy: LocalizedText(
      vi: "muốn loại các phiếu này, ghi <responses incomplete=\"reject\"> trong tệp khảo sát",
      en: "to leave them out, write <responses incomplete=\"reject\"> in the survey file"))
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
        ?? (plan.submissions == nil
          ? SourceLocation(file: plan.file, line: 1, column: 1) : SourceLocation(file: plan.file)),
      message: LocalizedText(
        vi: "thiếu cột \(missing) nên không biết các câu sau có được hỏi hay không: \(names)",
        en: "the column \(missing) is missing, so it is unknown whether these were asked: \(names)"),
      remedy: LocalizedText(
        vi: "thêm cột \(missing); nếu không, mọi câu trả lời được giữ lại",
        en: "add the column \(missing); without it every answer is kept"),
      subject: missing)
  }
}

import DelimitedText
import Ingestion
import Storage
package import SurveyModel

extension SurveySession {
  /// Removes interviews from the store for good, and proves it by searching the store's bytes.
  ///
  /// What is erased is everything of these interviews: accepted, rejected and duplicate rows, and what
  /// decisions say of them. Source files are not changed: the record tells where they hold the
  /// interviews. An imported row of an erased interview is passed over from then on.
  ///
  /// - Parameters:
  ///   - interviews: By id; each must be known to the store, or have been erased from it: then the
  ///     file is rebuilt and searched again.
  ///   - reason: Why, for the record; it must not name the interviews.
  /// - Returns: The record, and what a person should know.
  /// - Throws: ``RunStopped`` with everything that is wrong, before anything is erased; or, after it,
  ///   when traces are left.
  package func erase(
    _ interviews: [NamedInterview], reason: String
  ) throws(RunStopped) -> (record: ErasureRecord, findings: [Finding]) {
    generation = try currentGeneration()
    let ids = try checkedIDs(interviews, reason: reason)
    try stored { () throws(StoreError) in try store.settle() }
    let before = try storeDigest()
    let key = try stored { () throws(StoreError) in try store.erasureKey() }
    let keyed = ErasedInterviews(key: key, survey: survey.definition.id, digests: [])
    let wanted = try ids.map { id throws(RunStopped) -> InterviewToErase in
      guard let digest = keyed.digest(of: id.utf8) else {
        throw RunStopped([DigestError.library.finding(file: store.path)], exit: .internalFault)
      }
      return InterviewToErase(id: id, digest: digest)
    }
    let decision = Decision(
      survey: survey.definition.id, kind: .erasure, at: invocation.now, by: invocation.user,
      reason: trimmedReason(reason), interviewCount: ids.count)
    let sources = try sourceLines(of: ids)
    forgetResponses()
    rejects = nil
    let (erased, search) = try stored { () throws(StoreError) -> (ErasedContent, TraceSearch) in
      let erased = try store.erase(wanted, decision: decision, ifGeneration: generation)
      return (erased, try store.searchTraces(of: ids + erased.texts))
    }
    let record = ErasureRecord(
      decision: erased.decision, survey: decision.survey, at: decision.at, by: decision.by,
      reason: decision.reason, interviews: ids.count,
      sources: erased.sources.map { source in
        guard let found = sources[source.batch] else { return source }
        var source = source
        source.isFound = true
        source.lines = found
        return source
      }, storeBefore: before, storeAfter: try storeDigest(), search: search)
    guard search.traces == 0 else {
      throw RunStopped([.tracesLeft(record, in: store.path)], exit: .inputOutput)
    }
    return (record, madeIDs(ids, record))
  }

  /// Erased interviews by their digests, for an import; `nil` when there are none.
  func erasedInterviews() throws(RunStopped) -> ErasedInterviews? {
    let known = try stored { () throws(StoreError) in
      try store.erasedDigests(survey: survey.definition.id)
    }
    return known.map {
      ErasedInterviews(key: $0.key, survey: survey.definition.id, digests: $0.digests)
    }
  }

  /// The ids in composed form, each once; refused when the store knows nothing of one.
  private func checkedIDs(
    _ interviews: [NamedInterview], reason: String
  ) throws(RunStopped) -> [String] {
    var findings = reasonFindings(reason)
    var ids: [String] = []
    for named in interviews where !ids.contains(composed(named.id)) {
      ids.append(composed(named.id))
    }
    if ids.isEmpty { findings.append(.nothingNamed()) }
    if withoutNames(Set(ids), in: trimmedReason(reason)) != trimmedReason(reason) {
      findings.append(.reasonNames())
    }
    let accepted = try stored { () throws(StoreError) in
      try store.interviewIDs(survey: survey.definition.id)
    }
    let rows = InterviewRows(of: ids, in: accepted)
    var others: Set<String> = []
    for decision in try storedDecisions() {
      others.formUnion(decision.interviews + decision.corrections.map(\.interview))
    }
    let rejects = try storedRejects()
    // An erasure that was interrupted before the file was rebuilt is finished by asking again.
    let erased = try erasedInterviews()
    for named in interviews {
      let id = composed(named.id)
      let isKnown =
        rows[id] != nil || others.contains(id) || erased?.contains(id.utf8) == true
        || rejects.contains {
          $0.row.interviewID == id
            || ($0.row.interviewID == nil && namesAny(of: [id], in: $0.row.rawText))
        }
      if !isKnown { findings.append(.unknownInterview(named, shown: shownID(id))) }
    }
    guard findings.isEmpty else { throw RunStopped(findings, exit: .badData) }
    return ids
  }

  private func storeDigest() throws(RunStopped) -> String {
    do {
      return try digest(ofFile: store.path).sha256
    } catch {
      throw RunStopped([error.finding(file: store.path)], exit: .inputOutput)
    }
  }

  /// By batch whose file still stands as it was imported: the lines that hold rows of the interviews.
  private func sourceLines(of ids: [String]) throws(RunStopped) -> [Int64: [Int]] {
    let folder = folderOf(survey.definition.file)
    let wanted = Set(ids)
    var found: [Int64: [Int]] = [:]
    for batch in try liveBatches() {
      let path = fileExists(folder + batch.file) ? folder + batch.file : batch.file
      guard fileExists(path), let content = try? digest(ofFile: path),
        content.sha256 == batch.sha256
      else { continue }
      let pattern = survey.definition.responses.first { filesMatch($0.pattern, path) }
      var index = InterviewIndex()
      let file = ResponseFile(
        path: path, name: batch.file, pattern: pattern ?? ResponseFilePattern(pattern: path))
      let read = readResponses(
        file: file.path, shownAs: file.name, pattern: file.pattern,
        fields: survey.questionnaire.fields, interviewIDField: survey.definition.interviewID,
        mapping: survey.definition.mapping.applying(to: file),
        requiredFields: survey.definition.requiredFields, known: &index, digest: content)
      guard read.isUsable else { continue }
      let refused = read.rejects.filter { reject in
        reject.interviewID.map(wanted.contains) ?? namesAny(of: wanted, in: reject.rawText)
      }
      found[batch.id] = (ids.compactMap { index.line(of: $0) } + refused.map(\.line)).sorted()
    }
    return found
  }

  private func filesMatch(_ pattern: String, _ path: String) -> Bool {
    responseFiles(of: survey.definition).contains {
      $0.path == path && $0.pattern.pattern == pattern
    }
  }

  /// A warning where ids were made from file name and row, and so tell nobody apart in another file.
  private func madeIDs(_ ids: [String], _ record: ErasureRecord) -> [Finding] {
    let names = Set(
      record.sources.map { $0.file.split(separator: "/").last.map(String.init) ?? $0.file })
    let isMade = ids.contains { id in
      names.contains { id.hasPrefix($0 + "#") && Int(id.dropFirst($0.count + 1)) != nil }
    }
    return isMade ? [.madeIDErased()] : []
  }
}

extension Finding {
  fileprivate static func reasonNames() -> Finding {
    Finding(
      DecisionCodes.reasonNames, at: nil,
      message: LocalizedText(
        vi: "lý do nêu chính mã phiếu cần xóa", en: "the reason names an interview to be erased"),
      remedy: LocalizedText(
        vi: "viết lý do không có mã phiếu và tên người: lý do được giữ lại",
        en: "write a reason without ids and names: it is kept"))
  }

  fileprivate static func tracesLeft(_ record: ErasureRecord, in path: String) -> Finding {
    Finding(
      DecisionCodes.tracesLeft, at: SourceLocation(file: path),
      message: LocalizedText(
        vi: "các dòng đã được xóa (quyết định \(record.decision)) nhưng tệp còn "
          + "\(record.search.traces) dấu vết",
        en: "the rows are gone (decision \(record.decision)), but the files hold "
          + "\(record.search.traces) traces"),
      remedy: LocalizedText(
        vi:
          "đóng mọi chương trình đang mở kho, chạy `sqlite3 \(path) VACUUM`, rồi báo cho người bảo "
          + "trì chương trình",
        en:
          "close every program that has the store open, run `sqlite3 \(path) VACUUM`, and tell the "
          + "program's maintainers"))
  }

  fileprivate static func madeIDErased() -> Finding {
    Finding(
      DecisionCodes.madeID, at: nil,
      message: LocalizedText(
        vi: "tệp không có cột mã phiếu nên mã được đặt theo số thứ tự dòng: nếu tệp thay đổi, dòng "
          + "của người này có thể được nhập lại",
        en: "the file has no id column, so ids are made from row numbers: if the file changes, the "
          + "person's row may be imported again"),
      remedy: LocalizedText(
        vi: "xóa dòng trong tệp gốc trước khi nhập lại",
        en: "delete the row in the source file before importing it again"))
  }
}

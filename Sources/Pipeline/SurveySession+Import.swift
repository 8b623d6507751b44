import Ingestion
import Storage
package import SurveyModel

extension SurveySession {
  /// Imports response files, one batch each; all files of the survey when none are named.
  ///
  /// A file already in the store is passed over; the batches of the named files are returned.
  ///
  /// - Throws: ``RunStopped``; before the first file is read when the survey keeps pseudonyms and
  ///   the key is not in order.
  @discardableResult
  package func importResponses(
    files paths: [String]? = nil, progress: (_ done: Int, _ total: Int, _ file: String) -> Void
  ) throws(RunStopped) -> [BatchSummary] {
    let key = try pseudonymKey()
    let folder = folderOf(survey.definition.file)
    let files =
      paths?.map { path in
        let path = withoutLastSlash(path)
        return ResponseFile(
          path: path, name: relative(path, to: folder), pattern: ResponseFilePattern(pattern: path))
      } ?? responseFiles(of: survey.definition)
    var known: InterviewIndex?
    var batches: [BatchSummary] = []
    for (number, file) in files.enumerated() {
      progress(number, files.count, file.name)
      if let batch = try importOne(file, known: &known, key: key, sayWhenKnown: paths != nil) {
        batches.append(batch)
      }
    }
    progress(files.count, files.count, "")
    return batches
  }

  private func importOne(
    _ file: ResponseFile, known: inout InterviewIndex?, key: PseudonymKey?, sayWhenKnown: Bool
  ) throws(RunStopped) -> BatchSummary? {
    let content: FileDigest
    do {
      content = try timings.measure("digest") { () throws(DigestError) in
        try digest(ofFile: file.path)
      }
    } catch {
      throw RunStopped([error.finding(file: file.path)], exit: .missingFile)
    }
    let before = try liveBatches()
    if let batch = before.first(where: { $0.sha256 == content.sha256 }) {
      if sayWhenKnown { notices.append(.alreadyImported(file.path, batch: batch)) }
      readings.append(
        FileReading(
          file: file.path, sha256: content.sha256, outcome: .alreadyImported, batch: batch.id,
          dialect: batch.dialect, counts: batch.counts))
      return batch
    }
    let older = before.first { $0.file == file.name }
    if let older {
      notices.append(.changed(file.path, batch: older))
    }
    if known == nil {
      generation = try currentGeneration()
      var index = InterviewIndex()
      if !before.isEmpty {
        index.add(
          try rawResponses(), from: store.path,
          batches: before.map {
            InterviewIndex.Batch(number: $0.id, file: $0.file, rowCount: $0.counts.accepted)
          })
      }
      known = index
    }
    let erased = try erasedInterviews()
    let imported = timings.measure("parse") {
      var index = known ?? InterviewIndex()
      // The only copy, so that adding to the index does not copy it.
      known = nil
      let imported = readResponses(
        file: file.path, shownAs: file.name, pattern: file.pattern,
        fields: survey.questionnaire.fields, interviewIDField: survey.definition.interviewID,
        mapping: survey.definition.mapping.applying(to: file),
        requiredFields: survey.definition.requiredFields, known: &index, digest: content,
        erased: erased, pseudonymKey: key)
      known = index
      return imported
    }
    guard imported.isUsable else {
      refusals += imported.findings
      readings.append(
        FileReading(imported, path: file.path, batch: nil, changedSince: older?.id))
      return nil
    }
    table = nil
    rejects = nil
    let batch = try timings.measure("store") { () throws(RunStopped) in
      try stored { () throws(StoreError) in
        try store.commit(
          imported, survey: survey.definition.id, fields: survey.questionnaire.fields,
          importedAt: invocation.now, by: invocation.user, ifGeneration: generation,
          keyFingerprint: key?.fingerprint)
      }
    }
    // Each commit moves the survey on by one; what another program commits meanwhile is refused
    // at the next commit, because duplicates were looked for among older responses.
    generation += 1
    readings.append(
      FileReading(imported, path: file.path, batch: batch.id, changedSince: older?.id))
    return batch
  }
}

/// The path of a folder as it is called elsewhere: `phieu/` is `phieu`.
private func withoutLastSlash(_ path: String) -> String {
  var path = path
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}

extension FileReading {
  /// What was made of a file: a batch, or nothing when it was refused.
  fileprivate init(_ file: ImportedFile, path: String, batch: Int64?, changedSince: Int64?) {
    self.init(
      file: path, sha256: file.sha256, outcome: batch == nil ? .refused : .batch, batch: batch,
      changedSince: changedSince, dialect: file.dialect, header: file.header, counts: file.counts,
      repeated: file.repeated, unreadTexts: file.unreadTexts, findings: file.findings)
  }
}

internal import SurveyModel

struct HTMLFileRow {
  let fileName: String
  let fileDialect: String
  let fileRead: String
  let fileAccepted: String
  let fileRejected: String
  let fileDuplicate: String
  let fileSHA: String
}

struct HTMLReasonRow {
  let reasonText: String
  let reasonCode: String
  let reasonRows: String
}

struct HTMLWeightRow {
  let stepLabel: String
  let weightErrorBefore: String
  let weightErrorAfter: String
  let weightRatios: String
  let weightLimited: String
  let weightSum: String
  let weightMinimum: String
  let weightMaximum: String
  let weightKish: String
  let weightEffective: String
}

struct HTMLFindingRow {
  let findingSeverity: String
  let findingPlace: String
  let findingMessage: String
  let findingRemedy: String
  let findingCode: String
}

/// What came in, what was left out and why, and what the weights look like.
struct HTMLQuality {
  let run: RunResult
  let texts: Texts

  func fileRows() -> [HTMLFileRow] {
    run.batches.map { batch in
      let dialect = batch.dialect.map {
        "\(texts.dialect($0)); \(texts.delimiterName($0.delimiter))"
      }
      return HTMLFileRow(
        fileName: batch.undoneAt == nil ? batch.file : "\(batch.file) (\(texts.wasUndone))",
        fileDialect: dialect ?? NumberStyle.missing,
        fileRead: texts.numbers.whole(batch.counts.read),
        fileAccepted: texts.numbers.whole(batch.counts.accepted),
        fileRejected: texts.numbers.whole(batch.counts.rejected),
        fileDuplicate: texts.numbers.whole(batch.counts.duplicate), fileSHA: batch.sha256)
    }
  }

  /// Reasons by number of rows, most frequent first; a row counts once for each of its reasons.
  func reasonRows() -> [HTMLReasonRow] {
    var codes: [FindingCode] = []
    var rows: [String: Int] = [:]
    for reject in run.rejects where reject.row.kind == .rejected {
      var seen: [String] = []
      for finding in reject.row.findings where !seen.contains(finding.code.id) {
        seen.append(finding.code.id)
        if rows[finding.code.id] == nil { codes.append(finding.code) }
        rows[finding.code.id, default: 0] += 1
      }
    }
    let sorted = codes.sorted { left, right in
      let (first, second) = (rows[left.id, default: 0], rows[right.id, default: 0])
      return first == second ? left.id < right.id : first > second
    }
    return sorted.map { code in
      HTMLReasonRow(
        reasonText: code.meaning.text(in: texts.language), reasonCode: code.id,
        reasonRows: texts.numbers.whole(rows[code.id, default: 0]))
    }
  }

  func weightRows() -> [HTMLWeightRow] {
    run.weights.enumerated().map { position, step in
      let diagnostics = step.diagnostics
      let numbers = texts.numbers
      return HTMLWeightRow(
        stepLabel: position == 0
          ? texts.stepName(step) : "\(position). \(texts.stepName(step))",
        weightErrorBefore: step.hasMargins
          ? texts.relativeError(step.maximumRelativeErrorBefore) : NumberStyle.missing,
        weightErrorAfter: step.hasMargins
          ? texts.relativeError(step.maximumRelativeError) : NumberStyle.missing,
        weightRatios: position == 0 ? NumberStyle.missing : texts.ratios(step),
        weightLimited: step.isLimited ? numbers.whole(step.limitedCount) : NumberStyle.missing,
        weightSum: numbers.compact(diagnostics.sum, places: 1),
        weightMinimum: numbers.decimal(diagnostics.minimum, places: 3),
        weightMaximum: numbers.decimal(diagnostics.maximum, places: 3),
        weightKish: numbers.decimal(diagnostics.kishDesignEffect, places: 3),
        weightEffective: numbers.decimal(diagnostics.effectiveCount, places: 1))
    }
  }

  /// Findings of files and of the run, capped per code as on the terminal.
  func findingRows() -> [HTMLFindingRow] {
    let listing = FindingListing(run.findings, limit: 20)
    let language = texts.language
    let shown = listing.shown.map { finding in
      HTMLFindingRow(
        findingSeverity: texts.severity(finding.severity),
        findingPlace: finding.place?.description ?? "",
        findingMessage: finding.message.text(in: language),
        findingRemedy: finding.remedy.text(in: language), findingCode: finding.code.id)
    }
    let rest = listing.rest.map { rest in
      HTMLFindingRow(
        findingSeverity: texts.severity(rest.code.severity), findingPlace: "",
        findingMessage: texts.moreFindings(rest.count, code: rest.code.id), findingRemedy: "",
        findingCode: rest.code.id)
    }
    return shown + rest
  }
}

package import SurveyModel

/// One reader of the product, given any bytes at all, and what must hold of what it made of them.
///
/// A crash, a hang and memory without bound are found by whoever runs it; `check` tells the rest.
package struct FuzzedReader: Sendable {
  /// Names the folders of the reader in `Corpus` and `Regressions`.
  package var name: String
  /// Reads the bytes; what does not hold, in words, empty when all is well.
  package var check: @Sendable ([UInt8]) -> [String]

  package init(_ name: String, check: @escaping @Sendable ([UInt8]) -> [String]) {
    self.name = name
    self.check = check
  }

  /// Every reader; a new one is a file in this folder and a line here.
  package static let all: [FuzzedReader] = [
    .questionnaire, .survey, .plan, .reportSettings, .forms, .condition, .codeList, .xmlStream,
    .table, .encoding, .responses, .personalValues, .workbookBytes, .workbookParts,
    .population, .sampled, .replicateWeights, .unitNumbers, .store,
    .submissions, .submissionDocuments, .jsonText, .statisticalFile, .xlsForm, .limeSurvey,
    .mapping, .savedMapping, .corrections, .interviewList, .scaleDirection, .twoEntries,
    .formNumber,
  ]
}

/// What does not hold of findings: each must say in both languages what is wrong, where, and what to
/// do about it.
package func faults(of findings: [Finding]) -> [String] {
  findings.flatMap { finding in
    var faults: [String] = []
    if finding.place?.file.isEmpty != false { faults.append("no place") }
    if let place = finding.place, place.line.map({ $0 < 1 }) ?? false { faults.append("no line") }
    let texts = [
      ("message", finding.message), ("remedy", finding.remedy), ("meaning", finding.code.meaning),
    ]
    for (name, text) in texts
      + [("found", finding.found), ("expected", finding.expected)]
      .compactMap({ name, text in text.map { (name, $0) } })
    where text.vi?.isEmpty != false || text.en?.isEmpty != false {
      faults.append("\(name) not in both languages")
    }
    return faults.map { "\(finding.code.id): \($0)" }
  }
}

/// What does not hold of a value that comes with findings: there is one exactly when no finding is an
/// error.
func faults<Value>(of value: Value?, _ findings: [Finding]) -> [String] {
  let isRefused = findings.contains { $0.severity == .error }
  var found = faults(of: findings)
  if value == nil && !isRefused { found.append("no value and no reason") }
  if value != nil && isRefused { found.append("a value in spite of an error") }
  return found
}

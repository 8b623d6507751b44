import Ingestion
import SurveyModel

extension FuzzedReader {
  /// A log of corrections, and its new answers judged by the rules of an import.
  static let corrections = FuzzedReader("corrections") { bytes in
    let file = MemoryFile(bytes)
    let log = withExtendedLifetime(file) {
      readCorrectionLog(path: file.path, interviewIDField: "interview_id")
    }
    var found = faults(of: log.findings)
    let isSound = !log.findings.contains { $0.severity == .error }
    if isSound && log.requests.isEmpty { found.append("no correction and no reason") }
    for request in log.requests.prefix(50) {
      if isSound, request.interview.isEmpty || request.field.isEmpty || request.reason == "" {
        found.append("a correction without interview, field or reason")
      }
      guard let field = FuzzSurvey.fields.first(where: { $0.id == request.field }) else { continue }
      let read = readCells([request.new, request.old ?? ""], of: field)
      if read.values.count != 2 || read.faults.count != 2 { found.append("a value per cell") }
      let judged = read.faults.compactMap { $0 }
      if !judged.allSatisfy({ $0.subject == field.id }) { found.append("a fault of another field") }
      if field.isPersonal, !judged.isEmpty { found.append("a personal cell was looked at") }
    }
    return found
  }

  /// A list of interviews.
  static let interviewList = FuzzedReader("interview-list") { bytes in
    let file = MemoryFile(bytes)
    let list = withExtendedLifetime(file) {
      readInterviewList(path: file.path, interviewIDField: "interview_id")
    }
    var found = faults(of: list.findings)
    if list.interviews.contains(where: { $0.id.isEmpty || $0.place?.line == nil }) {
      found.append("an interview without id or place")
    }
    if list.interviews.isEmpty && !list.findings.contains(where: { $0.severity == .error }) {
      found.append("no interview and no reason")
    }
    return found
  }
}

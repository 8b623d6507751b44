import Ingestion
import SurveyModel

extension FuzzedReader {
  /// Answers to four items on one scale, read as they are, mirrored, and with nothing declared.
  ///
  /// Four bytes of the input are the answers of an interview.
  static let scaleDirection = FuzzedReader("scale-direction") { bytes in
    let items = (1...4).map {
      Field(id: "A\($0)", kind: .coded(FuzzSurvey.scale), isItem: true)
    }
    var text = "interview_id,A1,A2,A3,A4\n"
    for start in stride(from: 0, to: min(bytes.count, 4_000) / 4 * 4, by: 4) {
      let codes = bytes[start..<start + 4].map { ["9", "1", "2", "3", "4", "5"][Int($0) % 6] }
      text += "R-\(start),\(codes.joined(separator: ","))\n"
    }
    let file = MemoryFile(Array(text.utf8))
    func read(isReversed: Bool?) -> ImportedFile {
      var known = InterviewIndex()
      let directions = isReversed.map {
        [ResponseMapping.Direction(items: nil, isReversed: $0)]
      }
      return readResponses(
        file: file.path, shownAs: "responses.csv", fields: items,
        interviewIDField: "interview_id", mapping: ResponseMapping(directions: directions ?? []),
        known: &known, settings: ImportSettings(blockSize: 1 << 16, threads: 1))
    }
    let (plain, mirrored, open) = (
      read(isReversed: false), read(isReversed: true), read(isReversed: nil)
    )
    var found = [plain, mirrored, open].flatMap { faults(of: $0.findings) }
    if !plain.isUsable || !mirrored.isUsable { found.append("a declared direction is refused") }
    if plain.counts != mirrored.counts { found.append("other counts when mirrored") }
    for (column, other) in zip(plain.table.columns, mirrored.table.columns) {
      guard case .coded8(let values) = column, case .coded8(let others) = other else { continue }
      let answers = UInt8(FuzzSurvey.scale.answers.count)
      let expected = values.map { (1...answers).contains($0) ? answers + 1 - $0 : $0 }
      if expected != others { found.append("answers are mirrored, and nothing else") }
    }
    if open.isUsable ? !isSame(open.table, plain.table) : open.counts != ImportCounts() {
      found.append("what is not declared is read as it is, or not at all")
    }
    return found
  }
}

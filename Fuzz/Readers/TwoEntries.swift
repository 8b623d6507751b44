import Comparison
import Ingestion
import SurveyModel

extension FuzzedReader {
  /// Two response files as two entries of the same forms: compared either way, and the cells that
  /// differ found again in the files.
  ///
  /// The input holds both, divided by the byte FF.
  static let twoEntries = FuzzedReader("two-entries") { bytes in
    let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let files = parts.map { MemoryFile(Array($0)) }
    func read(_ file: MemoryFile) -> (file: ImportedFile, known: InterviewIndex) {
      var known = InterviewIndex()
      let imported = readResponses(
        file: file.path, fields: FuzzSurvey.fields, interviewIDField: "interview_id",
        known: &known, settings: ImportSettings(blockSize: 1 << 16, threads: 1))
      return (imported, known)
    }
    let first = read(files[0])
    let second = read(files[files.count - 1])
    return withExtendedLifetime(files) {
      var found = faults(of: first.file.findings)
      found += faultsOfComparing(first.file.table, second.file.table)
      found += faultsOfLocating(first.file, first.known, at: files[0].path)
      return found
    }
  }

  private static func compare(_ first: ResponseTable, _ second: ResponseTable) -> ComparedTables {
    let fields = FuzzSurvey.fields
    return compareEntries(
      first, second, fields: fields, compared: fields.map { !$0.isPersonal }, limit: 1_000_000)
  }

  private static func faultsOfComparing(
    _ first: ResponseTable, _ second: ResponseTable
  ) -> [String] {
    let (there, back, same) = (
      compare(first, second), compare(second, first), compare(first, first)
    )
    var found: [String] = []
    func expect(_ holds: Bool, _ words: String) { if !holds { found.append(words) } }
    expect(there.pairs.count == back.pairs.count, "as many pairs either way")
    expect(there.onlyFirst == back.onlySecond, "what only one has, either way")
    expect(there.identicalPairs == back.identicalPairs, "as many identical pairs either way")
    expect(there.agreements == back.agreements, "the same agreement either way")
    let turned = back.cells.map {
      DifferingCell(first: $0.second, second: $0.first, field: $0.field)
    }
    expect(Set(there.cells) == Set(turned), "the same cells either way")
    expect(same.cells.isEmpty && same.identicalPairs == first.count, "a table is like itself")
    expect(
      there.pairs.count + there.onlyFirst.count == first.count, "every interview is told once")
    return found
  }

  /// Every cell of an accepted row of a text file is found, on the row's line or below it.
  private static func faultsOfLocating(
    _ file: ImportedFile, _ known: InterviewIndex, at path: String
  ) -> [String] {
    let present = FuzzSurvey.fields.indices.filter { number in
      file.header?.columns.contains { $0.field == FuzzSurvey.fields[number].id } == true
    }
    var cells: [CellAddress] = []
    for row in 0..<min(file.table.count, 20) {
      guard let line = known.line(of: file.table.ids[row]) else {
        return ["an accepted interview without a line"]
      }
      cells += present.map { CellAddress(line: line, field: $0) }
    }
    let places = locateCells(
      cells, inFile: path, pattern: nil, fields: FuzzSurvey.fields,
      interviewIDField: "interview_id", mapping: ResponseMapping(), requiredFields: [])
    var found = places.values.compactMap { place -> String? in
      place.line.map { $0 >= 1 } == true ? nil : "a place without a line"
    }
    if !places.allSatisfy({ ($1.line ?? 0) >= $0.line }) { found.append("a cell above its row") }
    let isText = file.dialect.map { ["comma", "semicolon", "tab", "pipe"].contains($0.delimiter) }
    if isText == true, places.count != Set(cells).count {
      found.append("\(places.count) of \(Set(cells).count) cells are found")
    }
    return found
  }
}

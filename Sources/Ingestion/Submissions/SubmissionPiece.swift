import SurveyModel

/// What a piece of records made of submissions has beside its text.
struct SubmissionPiece: Sendable {
  var columnCount: Int
  /// One per record: what stands for its line in results.
  var lines: [UInt32] = []
  /// One per record: number of the file it stands in.
  var documents: [Int32] = []
  /// One per record: where it begins.
  var starts: [CellPlace] = []
  /// One per record and column: where the answer stands.
  var cells: [CellPlace] = []
  /// Records of which nothing can be read, in order.
  var faults: [(record: Int, finding: Finding)] = []
}

/// Tells where submissions stand.
struct SubmissionPlaces: Sendable {
  var file: String
  /// Names of the files in a folder or ZIP; empty for a single file.
  var names: [String]

  func file(_ document: Int) -> String { names.isEmpty ? file : "\(file)/\(names[document])" }

  /// Where an answer stands; the beginning of the submission for `nil`.
  func place(of column: Int?, record: Int, in piece: SubmissionPiece) -> SourceLocation {
    let cell = column.map { piece.cells[record * piece.columnCount + $0] } ?? piece.starts[record]
    return SourceLocation(
      file: file(Int(piece.documents[record])), line: Int(cell.line), column: Int(cell.column))
  }

  /// The submission that stands in results under `line`, in words.
  func name(ofLine line: UInt32) -> String {
    Self.name(ofLine: line, file: file, names: names)
  }

  static func name(ofLine line: UInt32, file: String, names: [String]) -> String {
    let number = Int(line) - 1
    return names.indices.contains(number) ? "\(file)/\(names[number])" : "\(file):\(line)"
  }
}

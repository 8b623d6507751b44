import DelimitedText
import Spreadsheets
import SurveyModel

/// Whole records of a response file, in UTF-8 with one delimiter, and where they begin.
struct RecordPiece {
  var block: RecordBlock
  /// First byte of the records: after the header in the first block of a text.
  var position = 0
  /// Line of that byte.
  var line: Int
  /// Where the records stand in a sheet; `nil` for text, whose lines are counted.
  var sheet: SheetPiece?
  /// Where the records stand, when they are submissions.
  var submissions: SubmissionPiece?
}

/// What a piece of a sheet has beside its text.
struct SheetPiece: Sendable {
  /// Row in the sheet of each record.
  var rowNumbers: [UInt32] = []
  /// Cells of columns in use from which nothing can be read, by record and then by column.
  var faults: [SheetCellFault] = []
}

/// A cell of a sheet from which nothing can be read.
struct SheetCellFault: Sendable {
  /// Number of the record in its piece.
  var record: Int
  /// Column of the records.
  var column: Int
  var kind: SheetCellKind
  /// What stands in the cell, for an error of the spreadsheet.
  var text: String
}

/// Gives the records of a file piece by piece; called by one thread at a time.
protocol RecordSource: AnyObject {
  /// Told once the header is matched, before the first piece.
  func begin(_ plan: ImportPlan)
  /// What there is to be said once the header is matched, before the first piece; an error refuses
  /// the file.
  var openingFindings: [Finding] { get }
  /// The next piece, `nil` at the end of the file.
  func next() throws(RecordBlockReader.Refusal) -> RecordPiece?
  /// What there is to be said about the file when all of it has been read.
  var closingFindings: [Finding] { get }
}

extension RecordSource {
  var openingFindings: [Finding] { [] }
}

/// The records of a text file after its header.
final class TextRecords: RecordSource {
  private let reader: RecordBlockReader
  /// What was read while the header was looked for, the next piece last.
  private var first: [RecordPiece]

  init(_ reader: RecordBlockReader, first: [RecordPiece]) {
    self.reader = reader
    self.first = first.reversed()
  }

  func begin(_ plan: ImportPlan) {}

  func next() throws(RecordBlockReader.Refusal) -> RecordPiece? {
    if let piece = first.popLast() { return piece }
    guard let block = try reader.next() else { return nil }
    return RecordPiece(block: block, line: block.line)
  }

  var closingFindings: [Finding] { [] }
}

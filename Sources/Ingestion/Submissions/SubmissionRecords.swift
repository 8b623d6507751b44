import DelimitedText
import SurveyModel

/// Writes submissions as records of tab-separated text, which the readers of text files then check:
/// one set of rules serves all formats.
final class SubmissionRecords: RecordSource, SubmissionSink {
  private let documents: SubmissionDocuments
  private let contents: SubmissionContents
  private let scan: SubmissionScan
  private let builder: SubmissionBuilder
  private let columns: SubmissionColumns
  private let blockSize: Int
  private let places: SubmissionPlaces
  /// Columns in which `true` and `false` stand for 1 and 0.
  private var readsBooleans: [Bool]
  private var text: [UInt8] = []
  private var piece: SubmissionPiece
  private var pieceNumber = 0

  /// Records of the submissions that `contents` has looked through.
  init(
    _ documents: SubmissionDocuments, _ contents: SubmissionContents, builder: SubmissionBuilder,
    columns: SubmissionColumns, blockSize: Int
  ) {
    self.documents = documents
    self.contents = contents
    self.builder = builder
    self.columns = columns
    self.blockSize = blockSize
    scan = SubmissionScan(documents, to: builder)
    places = SubmissionPlaces(file: documents.file, names: documents.names)
    readsBooleans = [Bool](repeating: false, count: columns.header.count)
    piece = SubmissionPiece(columnCount: columns.header.count)
    builder.keep(columns: columns.header.count)
    builder.sink = self
  }

  func begin(_ plan: ImportPlan) {
    for (field, column) in zip(plan.fields, plan.header.columnOfField) {
      guard let column else { continue }
      switch field.kind {
      case .coded(let list):
        readsBooleans[column] =
          list.position(of: "1") != nil && list.position(of: "0") != nil
          && list.position(of: "true") == nil
      case .integer, .number: readsBooleans[column] = true
      default: break
      }
    }
  }

  func next() throws(RecordBlockReader.Refusal) -> RecordPiece? {
    text.removeAll(keepingCapacity: true)
    piece = SubmissionPiece(columnCount: columns.header.count)
    while text.count < blockSize, try scan.step() {}
    guard let line = piece.lines.first else { return nil }
    pieceNumber += 1
    return RecordPiece(
      block: RecordBlock(text, line: Int(line), number: pieceNumber - 1), line: Int(line),
      submissions: piece)
  }

  func take(_ submission: SubmissionBuilder) {
    let head = submission.head
    let record = piece.lines.count
    piece.lines.append(
      documents.isSingle ? head.place.line : UInt32(clamping: head.document + 1))
    piece.documents.append(Int32(clamping: head.document))
    piece.starts.append(head.place)
    piece.cells.append(contentsOf: submission.places)
    var fault = head.fault
    // JSON need not say of which form it is.
    if fault == nil, !head.formID.isEmpty, head.formID != contents.formID {
      fault = .otherForm(head.formID)
    }
    let start = text.count
    submission.text.withUnsafeBufferPointer { values in
      for column in submission.cells.indices {
        if column > 0 { text.append(tabSeparator) }
        if column == columns.instanceID {
          var id = contents.interviewID(of: head)
          id.withUTF8 { appendTabCell($0, to: &text) }
        } else if fault == nil {
          append(UnsafeBufferPointer(rebasing: values[submission.cells[column]]), column)
        }
      }
    }
    // A record of empty cells would be passed over; quotation marks around nothing are nothing.
    if text.count - start == submission.cells.count - 1 {
      text.append(contentsOf: [0x22, 0x22])
    }
    text.append(10)
    guard let fault else { return }
    var place = places.place(of: nil, record: record, in: piece)
    if let cell = head.faultPlace {
      (place.line, place.column) = (Int(cell.line), Int(cell.column))
    }
    piece.faults.append(
      (record, SubmissionFinding.rejected(fault, at: place, expected: contents.formID)))
  }

  private func append(_ value: UnsafeBufferPointer<UInt8>, _ column: Int) {
    if readsBooleans[column] {
      if value.elementsEqual("true".utf8) { return text.append(0x31) }
      if value.elementsEqual("false".utf8) { return text.append(0x30) }
    }
    appendTabCell(value, to: &text)
  }

  var closingFindings: [Finding] { [] }
}

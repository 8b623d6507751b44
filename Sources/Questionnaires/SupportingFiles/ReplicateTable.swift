import DelimitedText
import SurveyModel

/// A file of replicate weights, read row by row.
struct ReplicateTable {
  /// Which column holds what.
  struct Columns: Sendable, Hashable {
    var interviewID: Int
    /// The column of each replicate.
    var numbers: [Int]
    /// The header of each replicate.
    var names: [String]
  }

  let file: String
  let interviewID: [String]
  /// Bytes that are in memory at a time.
  let blockSize: Int
  /// Known once the header has been read and found right.
  private(set) var columns: Columns?
  private(set) var findings: [Finding] = []

  init(file: String, interviewID: [String], blockSize: Int) {
    self.file = file
    self.interviewID = interviewID
    self.blockSize = blockSize
  }

  /// Hands over each row with as many fields as the header, until `take` has enough.
  mutating func read(_ take: (Columns, RecordCursor) -> Bool) {
    do throws(RecordBlockReader.Refusal) {
      guard let reader = try open() else { return }
      var width = 0
      while let block = try reader.blocks.next() {
        var cursor = RecordCursor(block.bytes, delimiter: reader.delimiter, line: block.line)
        while cursor.next() {
          if columns == nil {
            guard cursor.fieldCount <= TextLimits.columns else {
              findings.append(FileFinding.tooManyColumns(cursor.fieldCount, file: file))
              return
            }
            let header = tableCells(of: cursor)
            width = header.count
            columns = matched(header)
            guard columns != nil else { return }
          } else if let columns, cursor.fieldCount == width {
            guard take(columns, cursor) else { return }
          } else {
            findings.append(
              wrongFieldCount(
                cursor.fieldCount, expected: width,
                at: SourceLocation(file: file, line: cursor.recordLine, column: 1)))
            if findings.count >= 100 { return }
          }
        }
      }
      if columns == nil { findings.append(FileFinding.empty(file: file)) }
    } catch {
      findings.append(error.finding)
    }
  }

  private mutating func open() throws(RecordBlockReader.Refusal) -> (
    blocks: RecordBlockReader, delimiter: UInt8
  )? {
    do throws(ByteFile.Failure) {
      let sample = try ByteFile(path: file).readAll(limit: 1 << 18)
      guard !sample.isEmpty else {
        findings.append(FileFinding.empty(file: file))
        return nil
      }
      switch detectEncoding(of: sample) {
      case .binary(let kind):
        findings.append(FileFinding.binary(kind, file: file))
        return nil
      case .text(let encoding):
        let delimiter = delimiter(of: sample, encoding)
        let blocks = RecordBlockReader(
          file: try ByteFile(path: file), name: file, encoding: encoding, delimiter: delimiter,
          blockSize: blockSize)
        return (blocks, delimiter)
      }
    } catch {
      throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: file))
    }
  }

  private func delimiter(of sample: [UInt8], _ encoding: DetectedEncoding) -> UInt8 {
    let content = Array(sample.dropFirst(encoding.prefixLength))
    var text = content
    if encoding.encoding != .utf8, var converter = TextConverter(from: encoding.encoding) {
      text = []
      content.withUnsafeBufferPointer { _ = converter.convert($0, into: &text, isLast: false) }
    }
    return text.withUnsafeBufferPointer { detectDelimiter(in: $0).delimiter }
  }

  private mutating func matched(_ header: [TableCell]) -> Columns? {
    let wanted = interviewID.map(TextFolding.plain)
    let first = header.firstIndex { wanted.contains(TextFolding.plain($0.text)) }
    guard let first else {
      findings.append(missingInterviewID(header))
      return nil
    }
    var columns = Columns(interviewID: first, numbers: [], names: [])
    var seen: Set<String> = []
    for (index, cell) in header.enumerated() where index != first {
      if !seen.insert(cell.text).inserted {
        findings.append(
          Finding(
            ReplicatesCode.columnRepeated,
            at: SourceLocation(file: file, line: cell.line, column: cell.column),
            message: LocalizedText(
              vi: "cột “\(shownText(cell.text))” có hai lần",
              en: "the column “\(shownText(cell.text))” stands twice"),
            remedy: LocalizedText(
              vi: "đặt tên khác nhau cho các lần lặp", en: "name the replicates differently"),
            subject: shownText(cell.text)))
      }
      columns.numbers.append(index)
      columns.names.append(cell.text)
    }
    if columns.numbers.count < 2 {
      findings.append(
        Finding(
          ReplicatesCode.tooFew, at: SourceLocation(file: file, line: 1, column: 1),
          message: LocalizedText(
            vi: "tệp chỉ có \(columns.numbers.count) lần lặp",
            en: "the file has \(columns.numbers.count) replicates"),
          expected: LocalizedText(vi: "ít nhất 2 cột lặp", en: "at least 2 replicates"),
          remedy: LocalizedText(
            vi: "kiểm tra xem có nhầm tệp không", en: "check that it is the right file")))
    }
    return findings.isEmpty ? columns : nil
  }

  private func missingInterviewID(_ header: [TableCell]) -> Finding {
    Finding(
      ReplicatesCode.columnMissing, at: SourceLocation(file: file, line: 1, column: 1),
      message: LocalizedText(
        vi: "tệp thiếu cột số phiếu “\(interviewID[0])”",
        en: "the file has no column “\(interviewID[0])” with the interview number"),
      found: shownHeaders(header, atMost: 8),
      remedy: LocalizedText(
        vi: "thêm cột “\(interviewID[0])”", en: "add the column “\(interviewID[0])”"),
      subject: interviewID[0])
  }
}

import DelimitedText
import Spreadsheets
import SurveyModel

/// A response file opened at its first row: the header, and the records to come.
struct OpenedResponses {
  var dialect: FileDialect
  var header: [TableCell]
  var delimiter: UInt8
  var style: CellStyle
  var source: any RecordSource
  /// Where the columns stand, in a workbook or a statistical file.
  var sheet: SheetPlace?
  /// Where the records stand, when they are submissions.
  var submissions: SubmissionPlaces?
  var findings: [Finding]
}

/// Why a response file is refused before its first row.
struct ResponsesRefusal: Error {
  var findings: [Finding]
  /// How it would have been read, as far as that is known.
  var dialect: FileDialect?
}

/// Opens a response file, told by its content: submissions in a folder, a ZIP or a file,
/// a statistical file, a workbook, or text.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings.
///   - pattern: What the survey file says of it.
///   - content: Its digest.
///   - expected: What the header is to be matched against.
///   - blockSize: Bytes read at a time.
/// - Returns: The header, and the records to come.
/// - Throws: Why the file is refused.
func openResponses(
  _ path: String, name: String, pattern: ResponseFilePattern?, content: FileDigest,
  expected: HeaderExpectation, blockSize: Int
) throws(ResponsesRefusal) -> OpenedResponses {
  do throws(RecordBlockReader.Refusal) {
    if isFolder(path) {
      return try openSubmissions(
        .folder(path, name: name), expected: expected, blockSize: blockSize)
    }
    if let kind = try statisticalKind(ofFile: path, name: name) {
      return try openStatisticalFile(
        path, name: name, kind: kind, pattern: pattern, expected: expected, blockSize: blockSize)
    }
    switch try officeKind(ofFile: path, name: name) {
    case .archive:
      if let documents = try SubmissionDocuments.archive(path, name: name) {
        return try openSubmissions(documents, expected: expected, blockSize: blockSize)
      }
      return try openWorkbook(
        path, name: name, pattern: pattern, expected: expected, blockSize: blockSize)
    case .some(let kind):
      throw RecordBlockReader.Refusal(finding: findingOfOfficeFile(kind, file: name))
    case nil:
      let start = try firstBytes(ofFile: path, name: name)
      if let page = WebPage(start) {
        throw RecordBlockReader.Refusal(finding: page.finding(file: name))
      }
      if SubmissionFormat(start) != nil {
        return try openSubmissions(
          .file(path, name: name), expected: expected, blockSize: blockSize)
      }
    }
  } catch {
    throw ResponsesRefusal(findings: [error.finding])
  }
  return try openText(
    path, name: name, pattern: pattern, content: content, expected: expected, blockSize: blockSize)
}

private func openText(
  _ path: String, name: String, pattern: ResponseFilePattern?, content: FileDigest,
  expected: HeaderExpectation, blockSize: Int
) throws(ResponsesRefusal) -> OpenedResponses {
  let dialect: ResponseDialect
  let findings: [Finding]
  switch detectDialect(
    path: path, file: name, pattern: pattern, firstBeyondASCII: content.firstBeyondASCII)
  {
  case .refused(let reasons): throw ResponsesRefusal(findings: reasons)
  case .dialect(let found, let said): (dialect, findings) = (found, said)
  }
  do throws(RecordBlockReader.Refusal) {
    let reader = RecordBlockReader(
      file: try openFile(path, name: name), name: name, encoding: dialect.encoding,
      delimiter: dialect.delimiter, blockSize: blockSize)
    let header = try findTextHeader(
      reader, delimiter: dialect.delimiter, names: HeaderNames(expected), file: name)
    guard let header else {
      throw RecordBlockReader.Refusal(finding: FileFinding.empty(file: name))
    }
    return OpenedResponses(
      dialect: dialect.asFileDialect, header: header.cells, delimiter: dialect.delimiter,
      style: dialect.style, source: TextRecords(reader, first: header.pieces), sheet: nil,
      findings: findings + header.findings)
  } catch {
    throw ResponsesRefusal(findings: findings + [error.finding], dialect: dialect.asFileDialect)
  }
}

func openFile(
  _ path: String, name: String
) throws(RecordBlockReader.Refusal) -> ByteFile {
  do throws(ByteFile.Failure) { return try ByteFile(path: path) } catch {
    throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
  }
}

/// Enough of a file to tell XML, JSON and web pages: no table of text begins as they do.
private func firstBytes(
  ofFile path: String, name: String
) throws(RecordBlockReader.Refusal) -> [UInt8] {
  let file = try openFile(path, name: name)
  do throws(ByteFile.Failure) {
    return try Array(file.readAll(limit: 1 << 16))
  } catch {
    throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
  }
}

/// What an office file is by its first bytes; a file in the old container is looked through for
/// the names in its directory.
private func officeKind(
  ofFile path: String, name: String
) throws(RecordBlockReader.Refusal) -> OfficeFileKind? {
  let file = try openFile(path, name: name)
  do throws(ByteFile.Failure) {
    let kind = officeKind(of: try file.readAll(limit: 1))
    guard let kind, kind != .archive else { return kind }
    try file.skip(to: 0)
    return officeKind(of: try file.readAll(limit: 16 << 20))
  } catch {
    throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
  }
}

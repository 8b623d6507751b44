import DelimitedText
import StatisticalFiles
import SurveyModel

/// What a file of a statistical program is by its first bytes; `nil` for other files.
func statisticalKind(
  ofFile path: String, name: String
) throws(RecordBlockReader.Refusal) -> StatisticalFileKind? {
  let file = try openFile(path, name: name)
  do throws(ByteFile.Failure) {
    return StatisticalFileKind(start: try file.readAll(limit: StatisticalFileKind.lookedAt))
  } catch {
    throw RecordBlockReader.Refusal(finding: FileFinding.failed(error, file: name))
  }
}

/// Opens a file of SPSS or Stata as a response file.
///
/// - Parameters:
///   - path: The file to open.
///   - name: Its name in findings.
///   - kind: What its first bytes say it is.
///   - pattern: What the survey file says of it.
///   - expected: What the header is to be matched against.
///   - blockSize: Bytes of text in a block.
/// - Returns: The header, and the records to come.
/// - Throws: Why the file is refused.
func openStatisticalFile(
  _ path: String, name: String, kind: StatisticalFileKind, pattern: ResponseFilePattern?,
  expected: HeaderExpectation, blockSize: Int
) throws(RecordBlockReader.Refusal) -> OpenedResponses {
  var dictionary: StatisticalDictionary
  let text: StatisticalText
  do throws(StatisticalFault) {
    dictionary = try readDictionary(path, kind: kind)
    text = StatisticalText(of: dictionary, declared: pattern?.encoding.flatMap(namedEncoding))
    if text.isConvertedByReader {
      dictionary = try readDictionary(path, kind: kind, convertingText: true)
    }
  } catch {
    throw RecordBlockReader.Refusal(finding: error.finding(file: name))
  }
  guard !dictionary.variables.isEmpty else {
    throw RecordBlockReader.Refusal(finding: FileFinding.empty(file: name))
  }
  let names = dictionary.variables.map { text.decoded($0.name) }
  let header = statisticalHeader(
    names: names, labels: dictionary.variables.map { text.decoded($0.label) }, expected: expected,
    file: name)
  let style = CellStyle(
    decimal: pattern?.decimal.flatMap { DecimalSign(named: $0) },
    dates: pattern?.dates.flatMap { DateOrder(named: $0) })
  let place = SheetPlace(
    name: "", headerRow: 0, columns: Array(names.indices), variables: names)
  return OpenedResponses(
    dialect: FileDialect(
      encoding: "\(kind.rawValue), \(text.name)", delimiter: "variables", hasByteOrderMark: false),
    header: header, delimiter: 9, style: style,
    source: StatisticalRecords(
      path, file: name, kind: kind, dictionary: dictionary, text: text,
      decimal: style.decimal, blockSize: blockSize),
    sheet: place,
    findings: [text.detected.flatMap { FileFinding.detectedEncoding($0, file: name) }]
      .compactMap { $0 })
}

import DelimitedText
import StatisticalFiles
import SurveyModel

/// Gives the rows of a statistical file as records of tab-separated text, which the readers of text
/// files then check: one set of rules serves both.
final class StatisticalRecords: RecordSource {
  private let path: String
  private let file: String
  private let kind: StatisticalFileKind
  private let dictionary: StatisticalDictionary
  private let text: StatisticalText
  private let decimal: DecimalSign?
  private let blockSize: Int
  private(set) var openingFindings: [Finding] = []
  /// Set when the header is matched.
  private var rows: StatisticalRows?
  private var fieldOfVariable: [Int: Field] = [:]
  private var pieceNumber = 0

  init(
    _ path: String, file: String, kind: StatisticalFileKind, dictionary: StatisticalDictionary,
    text: StatisticalText, decimal: DecimalSign?, blockSize: Int
  ) {
    self.path = path
    self.file = file
    self.kind = kind
    self.dictionary = dictionary
    self.text = text
    self.decimal = decimal
    self.blockSize = blockSize
  }

  func begin(_ plan: ImportPlan) {
    var plans = [CellPlan?](repeating: nil, count: dictionary.variables.count)
    var labels = ValueLabelReview(file: file)
    let plain = CellPlan(usesComma: decimal == .comma)
    if let column = plan.header.interviewIDColumn { plans[column] = plain }
    for (field, column) in zip(plan.fields, plan.header.columnOfField) {
      guard let column else { continue }
      fieldOfVariable[column] = field
      let reading = VariableReading(dictionary.variables[column], as: field, text: text)
      var plan = plain
      plan.texts = reading.texts
      plans[column] = plan
      labels.add(reading, of: field)
    }
    openingFindings = labels.findings
    guard !openingFindings.contains(where: { $0.severity == .error }) else { return }
    rows = StatisticalRows(
      path, kind: kind, dictionary: dictionary, plans: plans,
      convertingText: text.isConvertedByReader, pieceSize: blockSize)
  }

  func next() throws(RecordBlockReader.Refusal) -> RecordPiece? {
    let piece: RowPiece?
    do throws(StatisticalFault) { piece = try rows?.next() } catch {
      throw RecordBlockReader.Refusal(finding: error.finding(file: file))
    }
    guard let piece, let first = piece.rowNumbers.first else { return nil }
    let utf8 = text.encoding.map { utf8Text(of: piece.text, from: $0) } ?? piece.text
    pieceNumber += 1
    return RecordPiece(
      block: RecordBlock(utf8, line: Int(first), number: pieceNumber - 1), line: Int(first),
      sheet: SheetPiece(rowNumbers: piece.rowNumbers))
  }

  /// The codes that the file declares missing and the questionnaire does not know; variables with the
  /// same codes share a finding.
  var closingFindings: [Finding] {
    guard let blanked = rows?.blanked else { return [] }
    var groups: [(codes: LocalizedText, fields: [Field], count: Int)] = []
    for (variable, counts) in blanked.sorted(by: { $0.key < $1.key }) {
      guard let field = fieldOfVariable[variable] else { continue }
      let codes = shown(Array(counts.keys), field: field)
      let count = counts.values.reduce(0, +)
      if let same = groups.firstIndex(where: { $0.codes == codes }) {
        groups[same].fields.append(field)
        groups[same].count += count
      } else {
        groups.append((codes, [field], count))
      }
    }
    return groups.map { codes, fields, count in
      let names = FindingNames.names(fields)
      return Finding(
        StatisticalFileCodes.missingBlanked, at: SourceLocation(file: file),
        message: LocalizedText(
          vi:
            "\(names.text(in: .vi)): \(count) ô mang mã mà tệp khai là khuyết, phiếu hỏi không có,"
            + " được coi là bỏ trống",
          en: "\(names.text(in: .en)): \(count) cells with codes that the file declares missing and"
            + " the questionnaire lacks count as blank"),
        found: codes,
        remedy: LocalizedText(
          vi: "nếu mã là một câu trả lời hoặc một lý do khuyết, khai báo mã đó trong phiếu hỏi",
          en: "if a code is an answer or a reason for missing, declare it in the questionnaire"),
        subject: fields.count == 1 ? fields[0].id : nil)
    }
  }

  /// `“98”, “99”`, twelve at most; of text and personal fields only that they are hidden.
  private func shown(_ values: [StatisticalValue], field: Field) -> LocalizedText {
    guard !field.isPersonal, field.kind != .text else {
      return LocalizedText(vi: "«đã ẩn»", en: "«hidden»")
    }
    let ordered = values.map { text.decoded(Self.text($0)) }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    func list(_ language: Language) -> String {
      ordered.prefix(12).map { ShownValue.open($0).text(in: language) }.joined(separator: ", ")
        + (ordered.count > 12 ? ", …" : "")
    }
    return LocalizedText(vi: list(.vi), en: list(.en))
  }

  private static func text(_ value: StatisticalValue) -> [UInt8] {
    switch value {
    case .number(let number): Array(spelled(number).utf8)
    case .text(let text): text
    case .tag(let letter): [0x2E, letter]
    }
  }
}

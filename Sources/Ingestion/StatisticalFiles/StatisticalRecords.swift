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
  private let place: SheetPlace
  private let decimal: DecimalSign?
  private let blockSize: Int
  private(set) var openingFindings: [Finding] = []
  /// Set when the header is matched.
  private var rows: StatisticalRows?
  private var fieldOfVariable: [Int: Field] = [:]
  private var pieceNumber = 0

  init(
    _ path: String, file: String, kind: StatisticalFileKind, dictionary: StatisticalDictionary,
    text: StatisticalText, place: SheetPlace, decimal: DecimalSign?, blockSize: Int
  ) {
    self.path = path
    self.file = file
    self.kind = kind
    self.dictionary = dictionary
    self.text = text
    self.place = place
    self.decimal = decimal
    self.blockSize = blockSize
  }

  func begin(_ plan: ImportPlan) {
    var plans = [CellPlan?](repeating: nil, count: dictionary.variables.count)
    var labels = ValueLabelReview(file: file, place: place)
    let plain = CellPlan(usesComma: decimal == .comma)
    if let column = plan.header.interviewIDColumn { plans[column] = plain }
    for (field, column) in zip(plan.fields, plan.header.columnOfField) {
      guard let column else { continue }
      fieldOfVariable[column] = field
      let reading = VariableReading(dictionary.variables[column], as: field, text: text)
      var plan = plain
      plan.texts = reading.texts
      plans[column] = plan
      labels.add(reading, of: field, column: column)
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

  /// The codes that the file declares missing and the questionnaire does not know.
  var closingFindings: [Finding] {
    guard let blanked = rows?.blanked else { return [] }
    return blanked.sorted { $0.key < $1.key }.compactMap { variable, counts in
      guard let field = fieldOfVariable[variable] else { return nil }
      let name = FindingNames.name(field)
      return place.naming(
        Finding(
          StatisticalFileCodes.missingBlanked,
          at: SourceLocation(file: file, line: 0, column: variable + 1),
          message: LocalizedText(
            vi: "\(name.text(in: .vi)): mã khai là khuyết trong tệp được coi là bỏ trống",
            en: "\(name.text(in: .en)): codes that the file declares missing count as blank"),
          found: shown(counts, field: field),
          remedy: LocalizedText(
            vi: "nếu mã là một câu trả lời hoặc một lý do khuyết, khai báo mã đó trong phiếu hỏi",
            en: "if a code is an answer or a reason for missing, declare it in the questionnaire"),
          subject: field.id))
    }
  }

  /// `98 (3), 99 (12)`, twelve at most; of text and personal fields only how many.
  private func shown(_ counts: [StatisticalValue: Int], field: Field) -> LocalizedText {
    let total = counts.values.reduce(0, +)
    guard !field.isPersonal, field.kind != .text else {
      return LocalizedText(vi: "\(total) ô, đã ẩn", en: "\(total) cells, hidden")
    }
    let ordered = counts.map { (text: text.decoded(Self.text($0.key)), count: $0.value) }
      .sorted { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) }
    func list(_ language: Language) -> String {
      ordered.prefix(12).map { "\(ShownValue.open($0.text).text(in: language)) ×\($0.count)" }
        .joined(separator: ", ") + (ordered.count > 12 ? ", …" : "")
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

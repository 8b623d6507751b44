import DelimitedText
import SurveyModel

/// Which column of the file holds which field.
struct HeaderMatch: Sendable {
  /// One per field of the questionnaire: column of the file, from 0, `nil` where there is none.
  var columnOfField: [Int?]
  var interviewIDColumn: Int?
  /// Columns that stand for no field.
  var unknownColumns: [Int]
  var columnCount: Int
  /// The same for people: every column with how it was matched.
  var mapping: HeaderMapping
  var findings: [Finding]
  /// False when the file is refused.
  var isUsable: Bool
}

/// What the header is matched against.
struct HeaderExpectation: Sendable {
  var fields: [Field]
  var interviewIDField: String
  /// Header text and field id, from the survey file.
  var columnMap: [(header: String, field: String)]
  /// Fields needed by the design or the weighting.
  var designFields: Set<String>
}

/// Matches headers to fields: by the survey's own map, by id (letter case ignored), by label in
/// Vietnamese or English, then by label with tone marks moved and without diacritics.
func matchHeader(_ header: [TableCell], to expected: HeaderExpectation, file: String) -> HeaderMatch
{
  var matcher = HeaderMatcher(expected: expected, file: file, firstCell: header.first)
  for (column, cell) in header.enumerated() { matcher.place(cell, column: column) }
  return matcher.finish(header)
}

private struct HeaderMatcher {
  let expected: HeaderExpectation
  let file: String
  private let firstCell: TableCell?
  var columnOfField: [Int?]
  var interviewIDColumn: Int?
  var unknownColumns: [Int] = []
  var columns: [HeaderMapping.Column] = []
  var findings: [Finding] = []
  var isUsable = true
  /// Fields by folded map text, id, label, tone-folded label, plain label: the steps in order.
  private var steps: [[String: [Int]]]
  /// Stands for the interview id where the questionnaire has no such field.
  private let idOnly = -1
  private var placeOfField: [Int: TableCell] = [:]

  init(expected: HeaderExpectation, file: String, firstCell: TableCell?) {
    self.expected = expected
    self.file = file
    self.firstCell = firstCell
    columnOfField = [Int?](repeating: nil, count: expected.fields.count)
    steps = [[:], [:], [:], [:], [:]]
    func index(_ id: String) -> Int? {
      if let found = expected.fields.firstIndex(where: { $0.id == id }) { return found }
      return id == expected.interviewIDField ? -1 : nil
    }
    for (header, field) in expected.columnMap {
      if let found = index(field) { add(found, as: TextFolding.caseFolded(header), step: 0) }
    }
    for (number, field) in expected.fields.enumerated() {
      add(number, as: TextFolding.caseFolded(field.id), step: 1)
      for label in field.label.all {
        add(number, as: TextFolding.caseFolded(label), step: 2)
        add(number, as: TextFolding.toneFolded(label), step: 3)
        add(number, as: TextFolding.plain(label), step: 4)
      }
    }
    if index(expected.interviewIDField) == -1 {
      add(idOnly, as: TextFolding.caseFolded(expected.interviewIDField), step: 1)
    }
  }

  private mutating func add(_ number: Int, as key: String, step: Int) {
    guard !key.isEmpty, steps[step][key]?.contains(number) != true else { return }
    steps[step][key, default: []].append(number)
  }

  mutating func place(_ cell: TableCell, column: Int) {
    if let letters = DamagedLetters.named(in: cell.text) {
      findings.append(damaged(cell, letters: letters))
    }
    let (candidates, match) = candidates(for: cell.text)
    guard let field = candidates.first else {
      unknownColumns.append(column)
      note(cell, column, nil, .none)
      return
    }
    guard candidates.count == 1 else {
      isUsable = false
      note(cell, column, nil, .ambiguous)
      findings.append(ambiguous(cell, candidates))
      return
    }
    if let earlier = placeOfField[field] {
      isUsable = false
      note(cell, column, nil, .repeated)
      findings.append(duplicate(cell, earlier: earlier, field: field))
      return
    }
    placeOfField[field] = cell
    note(cell, column, field, match)
    if field == idOnly {
      interviewIDColumn = column
    } else {
      columnOfField[field] = column
      if expected.fields[field].id == expected.interviewIDField { interviewIDColumn = column }
    }
  }

  /// What stands for no field may be anything, also an answer where a file has no header.
  private mutating func note(
    _ cell: TableCell, _ column: Int, _ field: Int?, _ match: HeaderMapping.Match
  ) {
    columns.append(
      HeaderMapping.Column(
        position: column + 1,
        header: match != .none || ShownValue.isOpen(cell.text) ? cell.text : nil,
        field: field.map(name), match: match))
  }

  /// The fields of the first step that knows the text, and which step that was.
  private func candidates(for text: String) -> ([Int], HeaderMapping.Match) {
    guard text.utf8.count <= 4096 else { return ([], .none) }
    let folded = TextFolding.caseFolded(text)
    if folded.isEmpty { return ([], .none) }
    if let found = steps[0][folded] { return (found, .declared) }
    if let found = steps[1][folded] { return (found, .id) }
    if let found = steps[2][folded] { return (found, .label) }
    if let found = steps[3][TextFolding.toneFolded(text)] { return (found, .toneFolded) }
    return (steps[4][TextFolding.plain(text)] ?? [], .plain)
  }

  mutating func finish(_ header: [TableCell]) -> HeaderMatch {
    let items = expected.fields.indices.filter { expected.fields[$0].isItem }
    let present = items.filter { columnOfField[$0] != nil }
    if !items.isEmpty && present.count * 2 < items.count {
      isUsable = false
      findings.append(wrongQuestionnaire(header, present: present.count, of: items.count))
    } else {
      noteMissing(items: items)
    }
    if interviewIDColumn == nil { findings.append(missingInterviewID()) }
    if !unknownColumns.isEmpty { findings.append(unknown(header)) }
    return HeaderMatch(
      columnOfField: columnOfField, interviewIDColumn: interviewIDColumn,
      unknownColumns: unknownColumns, columnCount: header.count,
      mapping: HeaderMapping(
        columns: columns,
        missingFields: expected.fields.indices.filter { columnOfField[$0] == nil }.map(name)),
      findings: findings, isUsable: isUsable)
  }

  private mutating func noteMissing(items: [Int]) {
    for (number, field) in expected.fields.enumerated() where columnOfField[number] == nil {
      // The interview id has its own finding: ids can be made.
      if field.id == expected.interviewIDField { continue }
      if field.isRequired || expected.designFields.contains(field.id) {
        isUsable = false
        findings.append(missingColumn(field))
      }
    }
    let optional = items.filter {
      columnOfField[$0] == nil && !expected.fields[$0].isRequired
        && !expected.designFields.contains(expected.fields[$0].id)
    }
    if !optional.isEmpty { findings.append(missingItems(optional.map { expected.fields[$0].id })) }
  }
}

extension HeaderMatcher {
  /// Where findings about the header as a whole point: at its first cell.
  private var firstLine: SourceLocation {
    SourceLocation(file: file, line: firstCell?.line ?? 1, column: firstCell?.column ?? 1)
  }

  private func place(of cell: TableCell) -> SourceLocation {
    SourceLocation(file: file, line: cell.line, column: cell.column)
  }

  private func name(_ number: Int) -> String {
    number == idOnly ? expected.interviewIDField : expected.fields[number].id
  }

  private func damaged(_ cell: TableCell, letters: LocalizedText) -> Finding {
    Finding(
      DelimitedTextCodes.letterUnknown, at: place(of: cell),
      message: LocalizedText(
        vi: "tên cột có chữ không giải mã được",
        en: "the column header holds a letter that cannot be decoded"),
      found: letters,
      remedy: LocalizedText(
        vi: "sửa tên cột, hoặc đổi thành mã biến",
        en: "correct the header, or name the column by the variable's id"))
  }

  private func ambiguous(_ cell: TableCell, _ candidates: [Int]) -> Finding {
    let names = candidates.map(name)
    return Finding(
      IngestionCodes.ambiguousColumn, at: place(of: cell),
      message: LocalizedText(
        vi: "tên cột khớp với nhiều biến", en: "the column header fits several variables"),
      found: ShownValue.open(cell.text),
      expected: LocalizedText(
        vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or ")),
      remedy: LocalizedText(
        vi: "đổi tên cột thành mã biến, hoặc thêm <column> trong tệp khảo sát",
        en: "name the column by the variable's id, or add a <column> to the survey file"))
  }

  private func duplicate(_ cell: TableCell, earlier: TableCell, field: Int) -> Finding {
    Finding(
      IngestionCodes.duplicateColumn, at: place(of: cell),
      message: LocalizedText(
        vi: "hai cột cùng ứng với biến \(name(field))",
        en: "two columns stand for the variable \(name(field))"),
      found: LocalizedText(
        vi: "“\(earlier.text)” (vị trí \(earlier.column)) và “\(cell.text)”",
        en: "“\(earlier.text)” (at \(earlier.column)) and “\(cell.text)”"),
      remedy: LocalizedText(
        vi: "xóa hoặc đổi tên một trong hai cột", en: "remove or rename one of the two columns"),
      subject: name(field))
  }

  private func missingColumn(_ field: Field) -> Finding {
    let name = FindingNames.name(field)
    return Finding(
      IngestionCodes.missingColumn, at: firstLine,
      message: LocalizedText(
        vi: "thiếu cột bắt buộc \(name.text(in: .vi))",
        en: "the required column \(name.text(in: .en)) is missing"),
      remedy: LocalizedText(
        vi: "thêm cột, hoặc khai báo tên cột của tệp bằng <column> trong tệp khảo sát",
        en: "add the column, or name the file's column with <column> in the survey file"),
      subject: field.id)
  }

  private func missingInterviewID() -> Finding {
    Finding(
      IngestionCodes.missingInterviewID, at: firstLine,
      message: LocalizedText(
        vi: "không có cột mã phiếu \(expected.interviewIDField); mã được đặt theo tên tệp và số thứ"
          + " tự, nên không tìm được phiếu trùng",
        en: "there is no interview id column \(expected.interviewIDField); ids are made from file"
          + " name and row number, so duplicates cannot be found"),
      remedy: LocalizedText(
        vi: "thêm cột mã phiếu, hoặc khai báo bằng <column> trong tệp khảo sát",
        en: "add an id column, or name it with <column> in the survey file"),
      subject: expected.interviewIDField)
  }

  private func missingItems(_ ids: [String]) -> Finding {
    Finding(
      IngestionCodes.missingItems, at: firstLine,
      message: LocalizedText(
        vi: "thiếu cột của \(ids.count) câu hỏi; coi như bỏ trống",
        en: "columns of \(ids.count) items are missing; they count as blank"),
      found: LocalizedText(vi: ids.joined(separator: ", "), en: ids.joined(separator: ", ")),
      remedy: LocalizedText(
        vi: "kiểm tra việc xuất tệp; nếu các câu này không được hỏi thì không cần làm gì",
        en: "check the export; if these items were not asked, nothing need be done"))
  }

  private func unknown(_ header: [TableCell]) -> Finding {
    let names = listed(unknownColumns.map { header[$0].text })
    return Finding(
      IngestionCodes.unknownColumns, at: firstLine,
      message: LocalizedText(
        vi: "\(unknownColumns.count) cột không có trong phiếu hỏi được bỏ qua",
        en: unknownColumns.count == 1
          ? "1 column that is not in the questionnaire is kept out"
          : "\(unknownColumns.count) columns that are not in the questionnaire are kept out"),
      found: names,
      remedy: LocalizedText(
        vi: "không cần làm gì; nếu cột cần dùng, khai báo bằng <column> trong tệp khảo sát",
        en: "nothing need be done; if a column is needed, name it with <column> in the survey file")
    )
  }

  private func wrongQuestionnaire(_ header: [TableCell], present: Int, of count: Int) -> Finding {
    Finding(
      IngestionCodes.wrongQuestionnaire, at: firstLine,
      message: LocalizedText(
        vi: "tệp không giống với phiếu hỏi: chỉ có \(present) trong \(count) câu hỏi",
        en: "this file does not look like the questionnaire: it has \(present) of \(count) items"),
      found: listed(header.map(\.text)),
      expected: listed(expected.fields.filter(\.isItem).map(\.id)),
      remedy: LocalizedText(
        vi: "kiểm tra rằng đây đúng là tệp của đợt khảo sát này, dấu ngăn cột và dòng tiêu đề đúng",
        en:
          "check that the file belongs to this survey, and that its delimiter and header are right"
      ))
  }

  /// Twelve names at most, each short and printable, then how many more there are.
  private func listed(_ names: [String]) -> LocalizedText {
    let shown = 12
    let parts = names.prefix(shown).map { ShownValue.open($0) }
    let rest = names.count - shown
    return LocalizedText(
      vi: (parts.map { $0.text(in: .vi) } + (rest > 0 ? ["và \(rest) cột nữa"] : []))
        .joined(separator: ", "),
      en: (parts.map { $0.text(in: .en) } + (rest > 0 ? ["and \(rest) more"] : []))
        .joined(separator: ", "))
  }
}

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
  /// The program that made the file, where its columns tell.
  var program: SurveyProgram?
  /// The program's column that is blank until the respondent submits.
  var completionColumn: Int?
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
  /// Headers and texts the survey file declares.
  var mapping: ResponseMapping
  /// Fields needed by the design or the weighting.
  var designFields: Set<String>
}

/// Matches headers to fields.
///
/// First each header by itself: by the survey's own map, by id (letter case ignored), by label in
/// Vietnamese or English, then by label with tone marks moved and without diacritics; two fields for
/// one header, or two headers for one field, refuse the file. Then what is left: the columns that
/// survey programs add, and the ids and labels that they write into longer headers, each only where
/// one column and one free field have nothing but each other. What nobody knows is offered the
/// fields it is most like, and left out.
func matchHeader(_ header: [TableCell], to expected: HeaderExpectation, file: String) -> HeaderMatch
{
  var matcher = HeaderMatcher(expected: expected, file: file, header: header)
  for (column, cell) in header.enumerated() { matcher.place(cell, column: column) }
  matcher.passOverSystemColumns()
  matcher.matchPatterns()
  matcher.takeSystemInterviewID()
  matcher.noteSeveralAnswers()
  matcher.offerNearest()
  return matcher.finish()
}

struct HeaderMatcher {
  let expected: HeaderExpectation
  let file: String
  let header: [TableCell]
  private let names: FieldNames
  private let program: SurveyProgram?
  private(set) var columnOfField: [Int?]
  private(set) var interviewIDColumn: Int?
  /// One per column of the file.
  private(set) var columns: [HeaderMapping.Column] = []
  private var findings: [Finding] = []
  private var isUsable = true
  private var columnOfNumber: [FieldNames.Number: Int] = [:]

  init(expected: HeaderExpectation, file: String, header: [TableCell]) {
    self.expected = expected
    self.file = file
    self.header = header
    names = FieldNames(expected)
    program = SurveyProgram.recognise(header.map(\.text))
    columnOfField = [Int?](repeating: nil, count: expected.fields.count)
  }

  mutating func place(_ cell: TableCell, column: Int) {
    if let letters = DamagedLetters.named(in: cell.text) {
      findings.append(damaged(cell, letters: letters))
    }
    if names.isIgnored(cell.text) {
      note(column, nil, .ignored)
      return
    }
    let (candidates, match) = names.exact(cell.text)
    guard let field = candidates.first else {
      note(column, nil, .none)
      return
    }
    guard candidates.count == 1 else {
      isUsable = false
      note(column, nil, .ambiguous)
      findings.append(ambiguous(cell, candidates))
      return
    }
    if let earlier = columnOfNumber[field] {
      isUsable = false
      note(column, nil, .repeated)
      findings.append(duplicate(cell, earlier: header[earlier], field: field))
      return
    }
    note(column, nil, .none)
    assign(column, to: field, match)
  }

  private mutating func assign(
    _ column: Int, to field: FieldNames.Number, _ match: HeaderMapping.Match
  ) {
    columnOfNumber[field] = column
    columns[column].header = header[column].text
    columns[column].field = name(field)
    columns[column].match = match
    if field == FieldNames.interviewID {
      interviewIDColumn = column
    } else {
      columnOfField[field] = column
      if expected.fields[field].id == expected.interviewIDField { interviewIDColumn = column }
    }
  }

  /// What stands for no field may be anything, also an answer where a file has no header.
  private mutating func note(_ column: Int, _ field: Int?, _ match: HeaderMapping.Match) {
    let text = header[column].text
    columns.append(
      HeaderMapping.Column(
        position: column + 1, header: match != .none || ShownValue.isOpen(text) ? text : nil,
        field: field.map(name), match: match))
  }

  /// Columns nothing is known of yet.
  private var open: [Int] { columns.indices.filter { columns[$0].match == .none } }

  mutating func passOverSystemColumns() {
    guard let program else { return }
    for column in open where program.adds(header[column].text) {
      columns[column].match = .system
      columns[column].header = header[column].text
    }
  }

  /// Gives a column the field its header names among other things, where both have nobody else.
  mutating func matchPatterns() {
    var claims: [FieldNames.Number: [(column: Int, match: HeaderMapping.Match)]] = [:]
    for column in open {
      let found = names.inside(header[column].text)
      guard found.count == 1, columnOfNumber[found[0].field] == nil else { continue }
      claims[found[0].field, default: []].append((column, found[0].match))
    }
    for (field, claimants) in claims.sorted(by: { $0.key < $1.key }) where claimants.count == 1 {
      assign(claimants[0].column, to: field, claimants[0].match)
    }
  }

  /// Takes the program's own number of an interview where the survey's id has no column.
  mutating func takeSystemInterviewID() {
    guard let program, interviewIDColumn == nil,
      let column = SurveyProgram.column(program.interviewIDs, in: header.map(\.text)),
      columns[column].field == nil
    else { return }
    let field =
      expected.fields.firstIndex { $0.id == expected.interviewIDField } ?? FieldNames.interviewID
    if field >= 0, expected.fields[field].kind != .text { return }
    assign(column, to: field, .systemID)
    findings.append(systemID(header[column], program: program))
  }

  /// Marks the columns that each hold one answer of a question (`FB/1`, `access-FB/1`).
  mutating func noteSeveralAnswers() {
    var parts: [FieldNames.Number: [Int]] = [:]
    var matchers: [FieldNames.Number: AnswerMatcher] = [:]
    for column in open {
      let text = header[column].text
      guard text.utf8.count <= 256, let slash = text.lastIndex(of: "/") else { continue }
      let question = String(text[..<slash])
      let fields = names.exact(question).fields + names.inside(question).map(\.field)
      guard let field = fields.first, field >= 0, let list = expected.fields[field].codeList
      else { continue }
      let matcher = matchers[field] ?? AnswerMatcher(list)
      matchers[field] = matcher
      guard case .position = matcher.match(String(text[text.index(after: slash)...])) else {
        continue
      }
      parts[field, default: []].append(column)
    }
    for (field, found) in parts.sorted(by: { $0.key < $1.key }) where found.count >= 2 {
      for column in found {
        columns[column].match = .severalAnswers
        columns[column].header = header[column].text
      }
      findings.append(severalAnswers(field, found.map { header[$0] }))
    }
  }

  mutating func offerNearest() {
    let free = expected.fields.indices.filter {
      columnOfField[$0] == nil && expected.fields[$0].id != expected.interviewIDField
    }
    let nearest = NearestFields(expected.fields, among: Array(free))
    for column in open.prefix(200) {
      let text = header[column].text
      var fields = names.inside(text).map(\.field).filter { free.contains($0) }
      fields += nearest.fields(like: text).filter { !fields.contains($0) }
      if interviewIDColumn == nil, Self.isInterviewNumber(text) {
        fields.insert(
          expected.fields.firstIndex { $0.id == expected.interviewIDField }
            ?? FieldNames.interviewID, at: 0)
      }
      guard !fields.isEmpty else { continue }
      columns[column].offers = fields.prefix(3).map(name)
      // So much like a label that it is a header.
      if ShownValue.isPrintable(text) { columns[column].header = text }
    }
  }

  /// True for the names that the number of an interview mostly has.
  private static func isInterviewNumber(_ header: String) -> Bool {
    guard header.utf8.count <= 64 else { return false }
    let name = TextFolding.plain(header).filter { $0.isLetter || $0.isNumber }
    return [
      "id", "uuid", "key", "caseid", "respid", "respondentid", "responseid", "interviewid",
      "formid", "maphieu", "sophieu", "masophieu", "maso", "phieuso",
    ].contains(name)
  }

  mutating func finish() -> HeaderMatch {
    let items = expected.fields.indices.filter { expected.fields[$0].isItem }
    let present = items.filter { columnOfField[$0] != nil }
    if !items.isEmpty && present.count * 2 < items.count {
      isUsable = false
      findings.append(wrongQuestionnaire(present: present.count, of: items.count))
    } else {
      noteMissing(items: items)
    }
    if interviewIDColumn == nil { findings.append(missingInterviewID()) }
    let passedOver = columns.indices.filter { columns[$0].match == .system }
    if let program, !passedOver.isEmpty {
      findings.append(systemColumns(passedOver.map { header[$0].text }, program: program))
    }
    let unknown = columns.indices.filter { columns[$0].field == nil }
    let unnamed = open
    if !unnamed.isEmpty { findings.append(self.unknown(unnamed)) }
    return HeaderMatch(
      columnOfField: columnOfField, interviewIDColumn: interviewIDColumn,
      unknownColumns: unknown, columnCount: header.count, program: program,
      completionColumn: program.flatMap {
        SurveyProgram.column($0.completion, in: header.map(\.text))
      },
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

  func name(_ number: FieldNames.Number) -> String {
    number == FieldNames.interviewID ? expected.interviewIDField : expected.fields[number].id
  }

  /// Headers of the columns that are offered a field.
  func headersOffered(_ field: String) -> [String] {
    columns.filter { $0.offers.contains(field) }.compactMap(\.header)
  }
}

import DelimitedText
import SurveyModel

/// The names by which the columns of a file may call the fields.
struct FieldNames: Sendable {
  /// Number of a field, or ``interviewID`` where the questionnaire has no field for the id.
  typealias Number = Int
  static let interviewID: Number = -1
  /// Longest header worth comparing, in UTF-8 bytes.
  private static let longest = 4096

  private let expected: HeaderExpectation
  /// By folded header of the survey file, id, label, tone-folded label, plain label: in order.
  private var steps: [[String: [Number]]] = [[:], [:], [:], [:], [:]]
  /// By plain label without question number, star and question mark.
  private var bareLabels: [String: [Number]] = [:]
  private let ignored: Set<String>

  init(_ expected: HeaderExpectation) {
    self.expected = expected
    ignored = Set(expected.mapping.ignored.map(TextFolding.caseFolded))
    func index(_ id: String) -> Number? {
      if let found = expected.fields.firstIndex(where: { $0.id == id }) { return found }
      return id == expected.interviewIDField ? Self.interviewID : nil
    }
    for column in expected.mapping.columns {
      guard let found = index(column.field) else { continue }
      Self.add(found, as: TextFolding.caseFolded(column.header), to: &steps[0])
    }
    for (number, field) in expected.fields.enumerated() {
      Self.add(number, as: TextFolding.caseFolded(field.id), to: &steps[1])
      for label in field.label.all {
        Self.add(number, as: TextFolding.caseFolded(label), to: &steps[2])
        Self.add(number, as: TextFolding.toneFolded(label), to: &steps[3])
        Self.add(number, as: TextFolding.plain(label), to: &steps[4])
        Self.add(number, as: BareHeader(label).plain, to: &bareLabels)
      }
    }
    if index(expected.interviewIDField) == Self.interviewID {
      Self.add(
        Self.interviewID, as: TextFolding.caseFolded(expected.interviewIDField), to: &steps[1])
    }
  }

  private static func add(
    _ number: Number, as key: String, to table: inout [String: [Number]]
  ) {
    guard !key.isEmpty, table[key]?.contains(number) != true else { return }
    table[key, default: []].append(number)
  }

  /// True for a header that the survey file leaves out.
  func isIgnored(_ text: String) -> Bool {
    !ignored.isEmpty && text.utf8.count <= Self.longest
      && ignored.contains(TextFolding.caseFolded(text))
  }

  /// The fields of the first step that knows the text as it stands, and which step that was.
  func exact(_ text: String) -> (fields: [Number], match: HeaderMapping.Match) {
    guard text.utf8.count <= Self.longest else { return ([], .none) }
    let folded = TextFolding.caseFolded(text)
    if folded.isEmpty { return ([], .none) }
    if let found = steps[0][folded] { return (found, .declared) }
    if let found = steps[1][folded] { return (found, .id) }
    return labelled(text)
  }

  /// The fields that have the text as their id.
  func identified(_ text: some StringProtocol) -> [Number] {
    guard text.utf8.count <= 128 else { return [] }
    return steps[1][TextFolding.caseFolded(String(text))] ?? []
  }

  /// The fields that have the text as a label.
  func labelled(_ text: String) -> (fields: [Number], match: HeaderMapping.Match) {
    if let found = steps[2][TextFolding.caseFolded(text)] { return (found, .label) }
    if let found = steps[3][TextFolding.toneFolded(text)] { return (found, .toneFolded) }
    return (steps[4][TextFolding.plain(text)] ?? [], .plain)
  }

  /// The fields that have the text as a label once number, star and marks are taken off both.
  func labelled(_ header: BareHeader) -> [Number] { bareLabels[header.plain] ?? [] }

  /// The plain labels of a field, bare.
  func bareLabels(of number: Number) -> [String] {
    guard number >= 0 else { return [] }
    return expected.fields[number].label.all.map { BareHeader($0).plain }
  }
}

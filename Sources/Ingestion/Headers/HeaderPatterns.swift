import DelimitedText
import SurveyModel

/// The ways in which survey programs write a field's id or label into a longer header.
extension FieldNames {
  /// Longest header looked at, in UTF-8 bytes: question texts are shorter.
  private static let longestPattern = 1024
  /// Parts of a path looked at; groups are not nested deeper.
  private static let deepestPath = 16

  /// Every field that the header may name, each with how; more than one means that it is unclear.
  ///
  /// Read are group paths (`access/A1`, `access-A1`, `access:A1`, `access.A1`, `Nhóm/Nhãn`), codes
  /// with their text (`A1. Nơi ngồi chờ…`, `"A1" …`), brackets (`G1[A1]`, `A[SQ001]` for `A_SQ001`,
  /// `Câu hỏi [Nhãn]`), and labels with a question number, star or unit.
  func inside(_ text: String) -> [(field: Number, match: HeaderMapping.Match)] {
    guard text.utf8.count <= Self.longestPattern else { return [] }
    let header = composed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var found: [(field: Number, match: HeaderMapping.Match)] = []
    func add(_ fields: [Number], _ match: HeaderMapping.Match) {
      for field in fields where !found.contains(where: { $0.field == field }) {
        found.append((field, match))
      }
    }
    add(inBrackets(header), .subquestion)
    add(afterPath(header), .groupPath)
    add(beforeText(header), .codeAndText)
    add(labelled(BareHeader(header)), .numbered)
    if let bracket = trailingBracket(header) {
      add(labelled(BareHeader(bracket.before)), .numbered)
    }
    return found
  }

  /// The longest last part of a path that is an id, or after `/` and `:` a label.
  private func afterPath(_ header: String) -> [Number] {
    for index in header.indices.filter({ "/:-.".contains(header[$0]) }).prefix(Self.deepestPath) {
      let rest = header[header.index(after: index)...].drop { $0 == " " }
      guard !rest.isEmpty, index > header.startIndex else { continue }
      let mark = header[index]
      if mark == "/" || mark == ":" {
        let fields = exact(String(rest)).fields
        if !fields.isEmpty { return fields }
      } else if !header[..<index].contains(" ") {
        let fields = identified(rest)
        if !fields.isEmpty { return fields }
      }
    }
    return []
  }

  /// The field whose id the header begins with, where the text after it is that field's label.
  private func beforeText(_ header: String) -> [Number] {
    var rest = header[...]
    // A quoted or bracketed code.
    let openers: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "[": "]", "(": ")"]
    if let first = rest.first, let closer = openers[first],
      let end = rest.dropFirst().firstIndex(of: closer)
    {
      let fields = identified(rest.dropFirst()[..<end])
      let text = rest[rest.index(after: end)...]
      return fields.filter { fits(text, $0) }
    }
    rest = rest.prefix(80)
    for index in rest.indices where " .:)-–—|".contains(rest[index]) {
      let fields = identified(rest[..<index])
      let text = header[index...]
      let fitting = fields.filter { fits(text, $0) }
      if !fitting.isEmpty { return fitting }
    }
    return []
  }

  /// True where `text` is empty, the field's label, or its beginning as programs cut it.
  private func fits(_ text: Substring, _ field: Number) -> Bool {
    let bare = BareHeader(text.drop { " .:)-–—|".contains($0) }).plain
    if bare.isEmpty { return true }
    return bareLabels(of: field).contains { label in
      bare == label || (bare.count >= 8 && label.hasPrefix(bare))
        || (label.count >= 8 && bare.hasPrefix(label))
    }
  }

  private func trailingBracket(_ header: String) -> (before: Substring, inside: Substring)? {
    var text = header[...]
    while let last = text.last, "*?: ".contains(last) { text = text.dropLast() }
    let pairs: [Character: Character] = ["]": "[", ")": "("]
    guard let last = text.last, let opener = pairs[last],
      let open = text.lastIndex(of: opener), open > text.startIndex
    else { return nil }
    return (
      text[..<open], text[text.index(after: open)...].dropLast()
    )
  }

  private func inBrackets(_ header: String) -> [Number] {
    guard let bracket = trailingBracket(header), header.contains("["), !bracket.inside.isEmpty
    else {
      return []
    }
    let inside = String(bracket.inside)
    // LimeSurvey's own columns beside a question: `A1[comment]` is no field called comment.
    if ["other", "comment"].contains(TextFolding.caseFolded(inside)) { return [] }
    let fields = exact(inside).fields
    if !fields.isEmpty { return fields }
    let bare = labelled(BareHeader(inside))
    if !bare.isEmpty { return bare }
    // `A[SQ001]` for a field called A_SQ001, A.SQ001, A-SQ001 or ASQ001.
    for mark in ["_", "", ".", "-"] {
      let fields = identified(bracket.before + mark + inside)
      if !fields.isEmpty { return fields }
    }
    return identified(header)
  }
}

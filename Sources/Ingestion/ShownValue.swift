import DelimitedText
import SurveyModel

/// How a value from a file may appear in a finding.
enum ShownValue {
  /// Longest value shown, in Unicode scalars.
  private static let longest = 40

  /// Values of coded and numeric fields: shown when short and printable.
  static func open(_ value: String) -> LocalizedText {
    guard isOpen(value) else { return hidden(value) }
    return LocalizedText(vi: "“\(value)”", en: "“\(value)”")
  }

  /// True for a value short and printable enough to be shown.
  static func isOpen(_ value: String) -> Bool {
    value.unicodeScalars.count <= longest && isPrintable(value)
  }

  /// True for a value of printable characters alone, of any length.
  static func isPrintable(_ value: String) -> Bool {
    value.unicodeScalars.allSatisfy {
      $0.value >= 32 && $0.value != 127 && !(0x80...0x9F).contains($0.value) && $0.value != 0xFFFD
        && !isInvisible($0.value) && UndecodedByte.byte(of: $0) == nil
    }
  }

  /// Text, personal and unknown values: their length only.
  static func hidden(_ value: String) -> LocalizedText {
    let count = value.unicodeScalars.count
    return LocalizedText(
      vi: "«\(count) ký tự, đã ẩn»",
      en: count == 1 ? "«1 character, hidden»" : "«\(count) characters, hidden»")
  }

  /// The value of a cell of `field`.
  static func of(_ value: String, field: Field) -> LocalizedText {
    if field.isPersonal { return hidden(value) }
    switch field.kind {
    case .coded, .integer, .number, .date, .datetime: return open(value)
    case .text: return hidden(value)
    }
  }

  /// Characters that change the direction or look of the text around them.
  private static func isInvisible(_ value: UInt32) -> Bool {
    (0x200B...0x200F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2060...0x206F).contains(value) || value == 0xFEFF
  }
}

/// Names of fields and codes as findings write them.
enum FindingNames {
  /// `A1 "Nơi ngồi chờ có đủ chỗ ngồi"`, or the id alone.
  static func name(_ field: Field) -> LocalizedText {
    guard !field.label.isEmpty else { return LocalizedText(vi: field.id, en: field.id) }
    return LocalizedText(
      vi: "\(field.id) “\(field.label.text(in: .vi))”",
      en: "\(field.id) “\(field.label.text(in: .en))”")
  }

  /// The name of a field, or how many fields there are and the ids of the first twelve.
  static func names(_ fields: [Field]) -> LocalizedText {
    if fields.count == 1 { return name(fields[0]) }
    let ids = fields.prefix(12).map(\.id).joined(separator: ", ")
    let rest = fields.count > 12 ? ", …" : ""
    return LocalizedText(
      vi: "\(fields.count) biến (\(ids)\(rest))", en: "\(fields.count) variables (\(ids)\(rest))")
  }

  /// `1 Nam`, or the code alone.
  static func name(_ code: AnswerCode, in language: Language) -> String {
    let label = code.label.text(in: language)
    return label.isEmpty || label == code.code ? code.code : "\(code.code) \(label)"
  }

  /// The codes of a list with their labels, eight at most, then how many more there are.
  static func codes(_ list: CodeList) -> LocalizedText {
    let shown = 8
    func text(_ language: Language, more: (Int) -> String) -> String {
      var parts = list.codes.prefix(shown).map { name($0, in: language) }
      if list.codes.count > shown { parts.append(more(list.codes.count - shown)) }
      return parts.joined(separator: ", ")
    }
    return LocalizedText(
      vi: text(.vi) { "và \($0) mã nữa" }, en: text(.en) { "and \($0) more" })
  }
}

import DelimitedText
import SurveyModel

/// The columns of one text in its languages: `label`, `label::Tiếng Việt (vi)`, `label::en`.
struct FormTexts {
  private var columns: [(column: Int, language: Language)] = []
  /// A column taken in place of Vietnamese where the form has neither language.
  private var substitute: Int?

  /// Finds the columns of `name`, for example `label`; `defaultLanguage` is what the settings say of
  /// the column without a language.
  init(
    _ name: String, in sheet: FormSheet, defaultLanguage: String?, findings: inout [Finding]
  ) {
    var foreign: [(column: Int, language: String)] = []
    var plain: Int?
    for (column, header) in sheet.header.sorted(by: { $0.key < $1.key }) {
      guard let language = Self.language(ofHeader: header, name) else { continue }
      if language.isEmpty {
        plain = plain ?? column
      } else if let known = FormLanguage.known(language) {
        columns.append((column, known))
      } else {
        foreign.append((column, language))
      }
    }
    if let plain {
      if let defaultLanguage, defaultLanguage.lowercased() != "default",
        FormLanguage.known(defaultLanguage) == nil
      {
        foreign.insert((plain, defaultLanguage), at: 0)
      } else {
        addPlain(plain, sheet, defaultLanguage, &findings)
      }
    }
    if columns.isEmpty, let first = foreign.first {
      substitute = first.column
      foreign.removeFirst()
      findings.append(.foreignLanguage(first.language, at: sheet.place(ofHeader: first.column)))
    }
    for (column, language) in foreign {
      findings.append(.leftOutLanguage(language, at: sheet.place(ofHeader: column)))
    }
  }

  private mutating func addPlain(
    _ column: Int, _ sheet: FormSheet, _ defaultLanguage: String?, _ findings: inout [Finding]
  ) {
    if let defaultLanguage, let known = FormLanguage.known(defaultLanguage) {
      columns.append((column, known))
      return
    }
    let taken = columns.map(\.language)
    let texts = sheet.rows.lazy.compactMap { $0.cells[column] }
    let guess: Language = FormLanguage.looksVietnamese(texts) ? .vi : .en
    let language = taken.contains(guess) ? (guess == .vi ? Language.en : .vi) : guess
    guard !taken.contains(language) else {
      findings.append(.leftOutLanguage("label", at: sheet.place(ofHeader: column)))
      return
    }
    columns.append((column, language))
    findings.append(.assumedLanguage(language, at: sheet.place(ofHeader: column)))
  }

  /// The language in a header of this text: empty where it names none, `nil` for other headers.
  private static func language(ofHeader header: String, _ name: String) -> String? {
    if header == name { return "" }
    for separator in ["::", ":"] where header.hasPrefix(name + separator) {
      return collapsed(String(header.dropFirst(name.count + separator.count)))
    }
    return nil
  }

  func text(of row: FormSheet.Row) -> LocalizedText {
    var text = LocalizedText()
    for (column, language) in columns {
      guard let cell = row.cells[column].map(plainText), !cell.isEmpty else { continue }
      switch language {
      case .vi: text.vi = text.vi ?? cell
      case .en: text.en = text.en ?? cell
      }
    }
    if text.isEmpty, let substitute, let cell = row.cells[substitute].map(plainText), !cell.isEmpty
    {
      text.vi = cell
    }
    return text
  }
}

/// How forms name the two languages of the product.
enum FormLanguage {
  static func known(_ name: String) -> Language? {
    let plain = TextFolding.plain(name)
    let words = Set(plain.split { !$0.isLetter }.map(String.init))
    if plain.contains("viet") || words.contains("vi") || words.contains("vn") { return .vi }
    if words.contains("en") || words.contains("english") || plain.contains("tieng anh") {
      return .en
    }
    return nil
  }

  /// True when a text has letters that only Vietnamese writes.
  static func looksVietnamese(_ texts: some Sequence<String>) -> Bool {
    texts.contains { text in
      text.precomposed.unicodeScalars.contains { scalar in
        (0x1EA0...0x1EF9).contains(scalar.value) || "ăđơưĂĐƠƯ".unicodeScalars.contains(scalar)
      }
    }
  }
}

extension String {
  fileprivate var precomposed: String { TextFolding.toneFolded(self) }
}

extension Finding {
  static func foreignLanguage(_ language: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.languageForeign, at: place,
      vi:
        "biểu mẫu không có chữ tiếng Việt hay tiếng Anh; chữ bằng “\(shortened(language, to: 40))”"
        + " được chép nguyên",
      en: "the form has neither Vietnamese nor English texts; those in"
        + " “\(shortened(language, to: 40))” are copied as they are",
      remedy: LocalizedText(
        vi: "dịch các nhãn trong phiếu", en: "translate the labels of the questionnaire"))
  }

  static func leftOutLanguage(_ language: String, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.languageLeftOut, at: place,
      vi: "chữ bằng “\(shortened(language, to: 40))” không được chuyển",
      en: "texts in “\(shortened(language, to: 40))” are not carried over",
      expected: LocalizedText(vi: "tiếng Việt, tiếng Anh", en: "Vietnamese, English"),
      remedy: LocalizedText(vi: "không phải làm gì", en: "nothing is to be done"))
  }

  static func assumedLanguage(_ language: Language, at place: FormPlace) -> Finding {
    Finding(
      InterchangeCodes.languageAssumed, at: place,
      vi: "cột không ghi ngôn ngữ được coi là tiếng \(language == .vi ? "Việt" : "Anh")",
      en:
        "the column without a language is taken for \(language == .vi ? "Vietnamese" : "English")",
      remedy: LocalizedText(
        vi: "ghi default_language trong trang settings nếu không đúng",
        en: "state default_language in the sheet settings if that is wrong"))
  }
}

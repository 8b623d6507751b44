package import Documents
package import SurveyModel

/// How an office's reports look and what they are called: letterhead, wording, page and style.
///
/// ```swift
/// let words = ReportTemplate.standard.wording(.vi)
/// let head = ReportTemplate.standard.letterhead(.vi, abstract: "Kết quả đo lường sự hài lòng")
/// ```
package struct ReportTemplate: Sendable, Hashable {
  private let settings: ReportSettings
  private let words: [Language: Wording]
  /// The page in Mustache, see ``HTMLFrame`` for what it may name.
  let page: String
  let style: String

  /// What the program carries.
  package static let standard = ReportTemplate(ReportSettings())

  /// A template with the office's words, page and style in place of the program's.
  ///
  /// - Precondition: ``findings(of:)`` has found no error in the settings.
  package init(_ settings: ReportSettings) {
    self.settings = settings
    var words: [Language: Wording] = [:]
    for language in Language.allCases {
      let own = settings.wording.filter { $0.language == language }.map { ($0.id, $0.text) }
      words[language] = Wording.standard(language).saying(Dictionary(own) { _, last in last })
    }
    self.words = words
    page = settings.page?.text ?? String(decoding: CarriedTemplate.page, as: UTF8.self)
    style = settings.style?.text ?? String(decoding: CarriedTemplate.style, as: UTF8.self)
  }

  package func wording(_ language: Language) -> Wording {
    words[language] ?? Wording.standard(language)
  }

  /// The administrative frame in one language.
  ///
  /// What the office has not said is empty, to be filled by hand; only the kind of document and the
  /// last recipient, the archive, are the same everywhere.
  ///
  /// - Parameters:
  ///   - language: The language of the report.
  ///   - abstract: What the report is about, where the office has not said it.
  /// - Returns: The letterhead with texts in that language, or in the other where there is no such.
  package func letterhead(_ language: Language, abstract: String) -> Letterhead {
    func text(_ text: LocalizedText, else other: String = "") -> String {
      text.isEmpty ? other : text.text(in: language)
    }
    let words = wording(language)
    return Letterhead(
      superior: text(settings.superior), issuer: text(settings.issuer),
      symbol: text(settings.symbol), place: text(settings.place),
      kind: text(settings.kind, else: words["letterhead.kind"]),
      abstract: text(settings.abstract, else: abstract),
      addressees: settings.addressees.map { text($0) },
      recipients: settings.recipients.isEmpty
        ? [words["letterhead.archive"]] : settings.recipients.map { text($0) },
      authority: text(settings.authority), position: text(settings.position),
      signer: text(settings.signer),
      logo: settings.logo.map { logo in
        Letterhead.Logo(
          bytes: logo.bytes, type: logo.type, text: text(logo.text, else: words["page.logo"]))
      })
  }
}

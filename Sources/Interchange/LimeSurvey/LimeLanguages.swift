import SurveyModel
import XML

/// Which of a LimeSurvey form's languages become the two of the product.
struct LimeLanguages {
  private var vi: String?
  private var en: String?
  /// Taken in place of Vietnamese where the form has neither.
  private var substitute: String?

  init(_ root: LimeTables, file: String, findings: inout [Finding]) {
    let survey = root.rows("surveys").first
    var codes = root.root.child("languages")?.children(named: "language").map(\.text) ?? []
    if let base = survey?["language"] { codes = [base] + codes.filter { $0 != base } }
    let place = FormPlace(
      location: root.root.child("languages")?.place ?? SourceLocation(file: file), cell: nil)
    var foreign: [String] = []
    for code in codes where !code.isEmpty {
      let prefix = code.lowercased().split(separator: "-").first ?? ""
      switch prefix {
      case "vi": vi = vi ?? code
      case "en": en = en ?? code
      default: foreign.append(code)
      }
    }
    if vi == nil, en == nil, let first = foreign.first {
      substitute = first
      foreign.removeFirst()
      findings.append(.foreignLanguage(first, at: place))
    }
    for code in foreign { findings.append(.leftOutLanguage(code, at: place)) }
  }

  /// The texts, tags taken off; a text without a language is the base language's.
  func text(_ texts: [String: String]?) -> LocalizedText {
    guard let texts else { return LocalizedText() }
    func plain(_ code: String?) -> String? {
      guard let code, let text = texts[code].map(plainText), !text.isEmpty else { return nil }
      return text
    }
    var result = LocalizedText(vi: plain(vi) ?? plain(substitute), en: plain(en))
    if result.isEmpty, let only = texts[""].map(plainText), !only.isEmpty {
      if vi == nil, en != nil { result.en = only } else { result.vi = only }
    }
    return result
  }
}

/// A language people read the product in; Vietnamese is the default everywhere.
package enum Language: String, Sendable, CaseIterable, Hashable {
  case vi
  case en
}

/// One text in Vietnamese and English; either may be missing, never both in a valid file.
package struct LocalizedText: Sendable, Hashable {
  package var vi: String?
  package var en: String?

  package init(vi: String? = nil, en: String? = nil) {
    self.vi = vi
    self.en = en
  }

  /// The text in `language`, else in the other language, else empty.
  package func text(in language: Language) -> String {
    switch language {
    case .vi: vi ?? en ?? ""
    case .en: en ?? vi ?? ""
    }
  }

  package var isEmpty: Bool { vi == nil && en == nil }

  /// The texts present, Vietnamese first.
  package var all: [String] { [vi, en].compactMap { $0 } }
}

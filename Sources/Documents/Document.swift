package import Pictures
package import SurveyModel

/// A report as its reader meets it, apart from any file format.
///
/// What a report says is put together once, in `Reporting`; the page, the text document, the printed
/// pages and the workbook are made from this and nothing else, so they cannot say different things.
package struct Document: Sendable, Hashable {
  package var language: Language
  package var title: String
  package var subtitle: String
  /// Said before everything else: that data are synthetic, for example.
  package var banners: [String]
  /// The administrative frame of a filed document; the page shows its logo alone.
  package var letterhead: Letterhead
  package var sections: [DocumentSection]
  /// Versions and time: the last lines of every format.
  package var imprint: [String]
  /// The titles carry numbers of their own, as a form prints them: no format numbers them again.
  package var hasOwnNumbers: Bool

  package init(
    language: Language, title: String, subtitle: String, banners: [String],
    letterhead: Letterhead, sections: [DocumentSection], imprint: [String],
    hasOwnNumbers: Bool = false
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.banners = banners
    self.letterhead = letterhead
    self.sections = sections
    self.imprint = imprint
    self.hasOwnNumbers = hasOwnNumbers
  }
}

package struct DocumentSection: Sendable, Hashable {
  /// Unique in the document, ASCII, begins with a letter: the anchor on the page.
  package var id: String
  package var title: String
  package var blocks: [Block]

  package init(id: String, title: String, blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

package indirect enum Block: Sendable, Hashable {
  /// A heading one level below the section's.
  case heading(String, id: String)
  case paragraph(Paragraph)
  case list([Paragraph])
  /// Terms with what they are, such as the steps of the method.
  case facts([Fact])
  case table(DocumentTable)
  case picture(DocumentPicture)
  /// Detail that the page folds away under its summary; every other format shows it in place.
  case more(summary: String, [Block])
}

extension [Block] {
  /// True where a paragraph leads to the table or picture after it, so that both belong on one page:
  /// its answer, small print about it, or a few lines of running text before a table.
  package func introduces(_ index: Int) -> Bool {
    // More text than this needs pages of its own.
    let longest = 400
    guard case .paragraph(let paragraph) = self[index],
      paragraph.runs.reduce(0, { $0 + $1.text.count }) <= longest
    else { return false }
    for block in self[(index + 1)...] {
      switch block {
      case .paragraph(let next) where next.role == .note: continue
      case .table: return true
      case .picture: return paragraph.role != .body
      case .heading, .paragraph, .list, .facts, .more: return false
      }
    }
    return false
  }
}

package struct Fact: Sendable, Hashable {
  package var term: String
  package var texts: [Paragraph]

  package init(term: String, texts: [Paragraph]) {
    self.term = term
    self.texts = texts
  }
}

/// Running text of one or more pieces.
package struct Paragraph: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case body
    /// The sentence that answers the question of the section.
    case lead
    /// Small print beside a table or picture.
    case note
  }

  package struct Run: Sendable, Hashable {
    package enum Style: String, Sendable, Hashable, CaseIterable { case plain, strong, emphasis }

    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var role: Role
  package var runs: [Run]

  package init(_ runs: [Run], role: Role = .body) {
    self.runs = runs
    self.role = role
  }

  package init(_ text: String, role: Role = .body) {
    self.init([Run(text)], role: role)
  }

  /// The whole text without its styles.
  package var text: String { runs.map(\.text).joined() }
}

/// A picture with the table of its figures, which stands for it where it cannot be seen.
package struct DocumentPicture: Sendable, Hashable {
  package var chart: Chart
  package var table: DocumentTable

  package init(chart: Chart, table: DocumentTable) {
    self.chart = chart
    self.table = table
  }
}

/// What a paragraph style sets, after the decree where the decree speaks of the element.
struct StyleLook: Sendable, Hashable {
  var basedOn: Style?
  var next: Style?
  var paragraph = ParagraphProperties()
  var letters = RunProperties()

  init(
    on basedOn: Style? = .normal, next: Style? = nil,
    _ paragraph: ParagraphProperties = .init(), _ letters: RunProperties = .init()
  ) {
    self.basedOn = basedOn
    self.next = next
    self.paragraph = paragraph
    self.letters = letters
  }
}

extension Style {
  /// Sizes are those of the decree's own examples (appendix I, part I, section V) where it gives a
  /// range; table and small print, of which it does not speak, are smaller than the text.
  var look: StyleLook {
    switch self {
    case .normal: StyleLook(on: nil, .init(spacing: .init()))
    case .body:
      StyleLook(
        .init(
          spacing: .init(after: 120, line: 264), indent: .init(first: Page.firstLine),
          alignment: .both))
    case .lead: StyleLook(on: .body, next: .body, .init(), .init(isBold: true))
    case .section: heading(level: 0, .init(isBold: true, isCapital: true), numbered: true)
    case .subsection: heading(level: 1, .init(isBold: true), numbered: true)
    case .detail: heading(level: 2, .init(isBold: true, isItalic: true), numbered: false)
    case .subdetail: heading(level: 3, .init(isItalic: true), numbered: false)
    case .note:
      StyleLook(.init(spacing: .init(before: 40, after: 80), alignment: .both), .init(size: 12))
    case .listItem:
      StyleLook(
        on: .body,
        .init(
          numbering: .init(id: Numbering.bullets, level: 0),
          indent: .init(left: Page.firstLine + 284, first: -284)))
    case .term:
      StyleLook(
        on: .body, next: .fact, .init(keepsWithNext: true, spacing: .init(after: 40, line: 264)),
        .init(isBold: true))
    case .fact: StyleLook(on: .body, .init())
    case .banner:
      StyleLook(
        next: .body,
        .init(
          keepsTogether: true, border: .frame, spacing: .init(before: 120, after: 120),
          // The frame stands 4 points outside the text, and so on the margins.
          indent: .init(left: 80, right: 80), alignment: .center), .init(isBold: true))
    case .caption:
      StyleLook(
        next: .body,
        .init(
          keepsWithNext: true, keepsTogether: true, spacing: .init(before: 120, after: 80),
          alignment: .center), .init(isBold: true, size: 13))
    case .figure:
      StyleLook(
        next: .caption,
        .init(
          keepsWithNext: true, spacing: .init(before: 120, after: 0), alignment: .center))
    case .imprint: StyleLook(.init(spacing: .init(before: 0, after: 20)), .init(size: 10))
    case .tableHead, .tableText, .tableDetail, .tableEnd: tableLook
    case .header: StyleLook(.init(alignment: .center))
    case .plainTable, .reportTable, .columnsTable: StyleLook(on: nil)
    default: frameLook
    }
  }

  private func heading(
    level: Int, _ letters: RunProperties, numbered: Bool
  ) -> StyleLook {
    StyleLook(
      next: .body,
      .init(
        keepsWithNext: true, keepsTogether: true,
        numbering: numbered ? .init(id: Numbering.headings, level: level) : nil,
        spacing: .init(before: level == 0 ? 240 : 160, after: 120),
        indent: .init(first: Page.firstLine), alignment: .both, outlineLevel: level), letters)
  }

  private var tableLook: StyleLook {
    switch self {
    case .tableHead:
      StyleLook(
        .init(spacing: .init(before: 20, after: 20), alignment: .center),
        .init(isBold: true, size: TableLayout.size))
    case .tableDetail:
      StyleLook(
        on: .tableText, .init(spacing: .init(after: 20)),
        .init(size: TableLayout.detailSize(for: TableLayout.size)))
    case .tableEnd:
      StyleLook(next: .body, .init(spacing: .init(line: 160, isExact: true)), .init(size: 6))
    default:
      StyleLook(.init(spacing: .init(before: 20, after: 20)), .init(size: TableLayout.size))
    }
  }
}

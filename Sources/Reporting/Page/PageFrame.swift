internal import Documents
internal import Foundation
internal import SurveyModel

/// What the page's template names; see `page.mustache`.
///
/// `{{{content}}}`, `{{{style}}}` and `{{{logo}}}` are markup made here, everything else is text and
/// escaped by the template: texts come here with nothing left in them that acts on a page.
struct PageFrame {
  struct Link {
    let link: String
    let linkText: String
  }

  let language: String
  let title: String
  let subtitle: String
  let hasSubtitle: Bool
  let banners: [String]
  let logo: String
  let skip: String
  let hasContents: Bool
  let contentsTitle: String
  let contents: [Link]
  let content: String
  let imprint: [String]
  let style: String

  /// From how many sections on a document has a table of contents.
  private static let longDocument = 4

  init(_ document: Document, template: ReportTemplate) {
    let words = template.wording(document.language)
    var blocks = PageBlocks(words: words)
    let ids = document.sections.map { blocks.identifiers.unique($0.id) }
    for (section, id) in zip(document.sections, ids) { blocks.write(section, id: id) }
    language = document.language.rawValue
    title = printable(document.title)
    subtitle = printable(document.subtitle)
    hasSubtitle = !document.subtitle.isEmpty
    banners = document.banners.map(printable)
    logo = document.letterhead.logo.map { Self.image($0) } ?? ""
    skip = words["page.skip"]
    hasContents = document.sections.count >= Self.longDocument
    contentsTitle = words["page.contents"]
    contents = zip(document.sections, ids).map { section, id in
      Link(link: id, linkText: printable(section.title))
    }
    content = String(decoding: blocks.html.bytes, as: UTF8.self)
    imprint = document.imprint.map(printable)
    style = template.style
  }

  private static func image(_ logo: Letterhead.Logo) -> String {
    var html = HTMLWriter()
    html.markup("<img class=\"logo\"")
    html.attribute("alt", logo.text)
    html.attribute("src", "data:\(logo.type);base64,\(Data(logo.bytes).base64EncodedString())")
    html.markup("/>")
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// The names that are markup, and only these: `{{{name}}}`.
  static let markupNames: Set<String> = ["content", "logo", "style"]

  /// Every name a template may use, for the check of an office's own page.
  static let names: Set<String> = [
    "language", "title", "subtitle", "hasSubtitle", "banners", "logo", "skip", "hasContents",
    "contentsTitle", "contents", "link", "linkText", "content", "imprint", "style",
  ]
}

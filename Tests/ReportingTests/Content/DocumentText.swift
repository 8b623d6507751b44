import Documents
import Pictures
import SurveyModel

@testable import Reporting

extension Document {
  /// Everything that a reader of any format meets, as plain text: what the golden files hold.
  var plainText: String {
    var lines = ["# \(title)", subtitle] + banners.map { "!! \($0)" }
    lines.append("letterhead: \(letterhead.kind) · \(letterhead.abstract)")
    for section in sections {
      lines += ["", "## [\(section.id)] \(section.title)"]
      for block in section.blocks { lines += block.plainLines }
    }
    return (lines + [""] + imprint).joined(separator: "\n") + "\n"
  }

  func table(_ id: String) -> DocumentTable? { allTables.first { $0.id == id } }

  var allTables: [DocumentTable] { sections.flatMap { $0.blocks.flatMap(\.tables) } }
  var allCharts: [Chart] { sections.flatMap { $0.blocks.flatMap(\.charts) } }
  var allCells: [Cell] { allTables.flatMap { $0.rows.joined() } }
}

extension Block {
  var tables: [DocumentTable] {
    switch self {
    case .table(let table): [table]
    case .picture(let picture): [picture.table]
    case .more(_, let blocks): blocks.flatMap(\.tables)
    default: []
    }
  }

  var charts: [Chart] {
    switch self {
    case .picture(let picture): [picture.chart]
    case .more(_, let blocks): blocks.flatMap(\.charts)
    default: []
    }
  }

  var headingIDs: [String] {
    switch self {
    case .heading(_, let id): [id]
    case .more(_, let blocks): blocks.flatMap(\.headingIDs)
    default: []
    }
  }

  var plainLines: [String] {
    switch self {
    case .heading(let text, let id): ["", "### [\(id)] \(text)"]
    case .paragraph(let paragraph): [paragraph.plainLine]
    case .list(let paragraphs): paragraphs.map { "- " + $0.plainLine }
    case .facts(let facts):
      facts.flatMap { fact in ["\(fact.term):"] + fact.texts.map { "  " + $0.plainLine } }
    case .table(let table): table.plainLines
    case .picture(let picture):
      [
        "picture [\(picture.chart.id)] \(picture.chart.title) (\(picture.chart.content.kind))",
        "  \(picture.chart.description)",
      ] + picture.table.plainLines
    case .more(let summary, let blocks):
      ["▸ \(summary)"] + blocks.flatMap(\.plainLines).map { "  " + $0 } + ["◂"]
    }
  }
}

extension Paragraph {
  fileprivate var plainLine: String { (role == .body ? "" : "(\(role.rawValue)) ") + text }
}

extension ChartContent {
  var kind: String {
    switch self {
    case .attainment: "attainment"
    case .intervals: "intervals"
    case .trend: "trend"
    case .answers: "answers"
    case .histograms: "histograms"
    case .bars: "bars"
    }
  }
}

extension DocumentTable {
  fileprivate var plainLines: [String] {
    let heads = columns.map { $0.head + ($0.subhead.isEmpty ? "" : " / \($0.subhead)") }
    return ["table [\(id)] \(title)", "| " + heads.joined(separator: " | ")]
      + rows.map { "| " + $0.map(\.plainText).joined(separator: " | ") }
      + footnotes.map { "  (\($0.letter)) \($0.text)" }
  }
}

extension Cell {
  fileprivate var plainText: String {
    var text = mark.isEmpty ? self.text : "\(mark) \(self.text)"
    if !footnote.isEmpty { text += " (\(footnote))" }
    if !detail.isEmpty { text += " / \(detail)" }
    if let source = number?.source { text += " @\(source)" }
    return text
  }
}

extension [Cell] {
  /// A row as a reader sees it: `8.1.1. Access|84.78%|…|` with second lines after a blank.
  var shownText: String {
    map { ($0.detail.isEmpty ? $0.text : "\($0.text) \($0.detail)") + "|" }.joined()
  }
}

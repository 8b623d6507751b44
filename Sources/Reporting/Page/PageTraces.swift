internal import Documents

/// How much of a page may tell where its figures are from.
///
/// Ten words for each of tens of thousands of figures would be most of the page; the tables that
/// come when this is used up refer to `results.json`, which has everything.
struct TraceBudget {
  private var bytes = 400_000

  /// True when there was room, which is used up by that.
  mutating func take(_ count: Int) -> Bool {
    guard count <= bytes else { return false }
    bytes -= count
    return true
  }
}

/// Where the figures of a table are from: once below the table, in lines that keyboard and screen
/// readers reach as well as a mouse, instead of a tip on every cell.
extension PageBlocks {
  /// Longer lists of sources stay out of print.
  private static let printedRows = 40

  mutating func writeTraces(of table: DocumentTable) {
    let lines = Self.traces(of: table)
    guard !lines.isEmpty else { return }
    let size = lines.reduce(0) { $0 + $1.label.utf8.count + $1.trace.utf8.count + 30 }
    guard traces.take(size) else {
      html.element("p", " class=\"note\"", text: words["page.trace-elsewhere"])
      html.markup("\n")
      return
    }
    let isLong = table.rows.count > Self.printedRows
    html.markup("<details class=\"\(isLong ? "trace screen" : "trace")\">\n<summary>")
    html.text(words("page.trace", ["title": table.title]))
    html.markup("</summary>\n<ul>\n")
    for line in lines {
      html.markup("<li>")
      if !line.label.isEmpty {
        html.element("strong", text: line.label)
        html.markup(": ")
      }
      html.text(line.trace)
      html.markup("</li>\n")
    }
    html.markup("</ul>\n</details>\n")
  }

  /// One line for a table whose figures are all from one place, one for a row of that kind, else one
  /// for each cell.
  private static func traces(of table: DocumentTable) -> [(label: String, trace: String)] {
    let traced = table.rows.map { row in row.enumerated().filter { !$0.element.trace.isEmpty } }
    let all = traced.joined()
    guard let first = all.first?.element.trace else { return [] }
    if all.allSatisfy({ $0.element.trace == first }) { return [("", first)] }
    var lines: [(label: String, trace: String)] = []
    for (row, cells) in zip(table.rows, traced) {
      guard let trace = cells.first?.element.trace else { continue }
      let head = row.first?.text ?? ""
      if cells.allSatisfy({ $0.element.trace == trace }) {
        lines.append((head, trace))
        continue
      }
      for (position, cell) in cells {
        let column = table.columns.indices.contains(position) ? table.columns[position].head : ""
        lines.append(("\(head), \(column)", cell.trace))
      }
    }
    return lines
  }
}

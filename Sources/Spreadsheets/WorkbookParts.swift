import XML

/// A link from one part of a workbook to another.
struct PartLink {
  var id: String
  /// The last word of the type's address: `worksheet`, `sharedStrings`.
  var kind: String
  var target: String
}

/// Collects the links of a part.
final class PartLinksHandler: XMLStreamHandler {
  private(set) var links: [PartLink] = []

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    guard name == "Relationship", links.count < 10 * SpreadsheetLimits.sheets,
      let id = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target"), attributes.text("TargetMode") != "External"
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    links.append(PartLink(id: id, kind: kind, target: target))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLStreamName) {}
}

/// Collects the sheets and the date system of a workbook.
final class WorkbookHandler: XMLStreamHandler {
  private(set) var sheets: [(name: String, link: String, isHidden: Bool)] = []
  private(set) var uses1904 = false

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    if name == "sheet", sheets.count < SpreadsheetLimits.sheets,
      let title = attributes.text("name"), let link = attributes.text("id")
    {
      sheets.append((title, link, (attributes.text("state") ?? "visible") != "visible"))
    } else if name == "workbookPr", let value = attributes.text("date1904") {
      uses1904 = value == "1" || value == "true"
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ name: XMLStreamName) {}
}

/// The name of a part that `target` means in a part of `folder`: `worksheets/sheet1.xml` in `xl`.
func resolvePart(_ target: String, in folder: [String]) -> String {
  var path = target.hasPrefix("/") ? [] : folder
  for step in target.split(separator: "/") {
    switch step {
    case ".": continue
    case "..": if !path.isEmpty { path.removeLast() }
    default: path.append(String(step))
    }
  }
  return path.joined(separator: "/")
}

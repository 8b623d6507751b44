import XML

/// Collects, from the styles of a workbook, what each cell format shows its number as.
final class CellFormatsHandler: XMLStreamHandler {
  /// By number of the cell format.
  private(set) var forms: [NumberForm] = []
  private var formOfCode: [Int: NumberForm] = [:]
  private var isInCellFormats = false

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    if name == "numFmt" {
      guard let id = attributes.text("numFmtId").flatMap({ Int($0) }),
        let code = attributes.text("formatCode"),
        formOfCode.count < SpreadsheetLimits.formats
      else { return }
      formOfCode[id] = numberForm(ofFormat: String(code.prefix(255)))
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats, forms.count < SpreadsheetLimits.formats {
      let id = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      forms.append(formOfCode[id] ?? numberForm(ofBuiltIn: id))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: XMLStreamName) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}

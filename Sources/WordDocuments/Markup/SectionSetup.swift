import XML

/// The pages of one stretch of the document.
struct SectionSetup: Sendable, Hashable {
  /// Laid across: for tables that do not fit on the upright page.
  var isWide: Bool
  /// The first page of the document bears no number.
  var isFirst: Bool

  /// Writes `w:sectPr`, its children in the order of CT_SectPr.
  func write(to xml: XMLWriter) {
    xml.element("w:sectPr") {
      xml.element(
        "w:headerReference", [("w:type", "default"), ("r:id", PackageParts.headerRelationship)])
      xml.setting("type", "nextPage")
      let sides = isWide ? (Page.longSide, Page.shortSide) : (Page.shortSide, Page.longSide)
      xml.element(
        "w:pgSz",
        [("w:w", String(sides.0)), ("w:h", String(sides.1))]
          + (isWide ? [("w:orient", "landscape")] : []))
      xml.element(
        "w:pgMar",
        [
          ("w:top", String(Page.top)), ("w:right", String(Page.right)),
          ("w:bottom", String(Page.bottom)), ("w:left", String(Page.left)),
          ("w:header", String(Page.header)), ("w:footer", String(Page.header)), ("w:gutter", "0"),
        ])
      xml.element("w:cols", [("w:space", "720")])
      if isFirst { xml.element("w:titlePg") }
    }
  }
}

import XML

/// The part `word/settings.xml`: a document of today's Word, in the language of its reader.
///
/// Fields are not brought up to date on opening, which would ask the reader first.
struct Settings {
  let wording: Wording

  func write(to xml: XMLWriter) {
    xml.element("w:settings", [("xmlns:w", Namespace.main)]) {
      xml.element("w:zoom", [("w:percent", "100")])
      xml.setting("defaultTabStop", Page.firstLine)
      xml.setting("characterSpacingControl", "doNotCompress")
      xml.element("w:compat") {
        // A broken line of a justified paragraph is not stretched.
        xml.element("w:doNotExpandShiftReturn")
        let settings = [
          ("compatibilityMode", "15"), ("overrideTableStyleFontSizeAndJustification", "1"),
          ("enableOpenTypeFeatures", "1"), ("doNotFlipMirrorIndents", "1"),
          ("differentiateMultirowTableHeaders", "1"),
        ]
        for (name, value) in settings {
          xml.element(
            "w:compatSetting",
            [
              ("w:name", name), ("w:uri", "http://schemas.microsoft.com/office/word"),
              ("w:val", value),
            ])
        }
      }
      xml.element("w:themeFontLang", [("w:val", wording.languageTag)])
      let colours = [
        ("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"),
        ("accent1", "accent1"), ("accent2", "accent2"), ("accent3", "accent3"),
        ("accent4", "accent4"), ("accent5", "accent5"), ("accent6", "accent6"),
        ("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink"),
      ]
      xml.element("w:clrSchemeMapping", colours.map { ("w:" + $0.0, $0.1) })
      let isVietnamese = wording.languageTag == "vi-VN"
      xml.setting("decimalSymbol", isVietnamese ? "," : ".")
      xml.setting("listSeparator", isVietnamese ? ";" : ",")
    }
  }
}

import ReportReaders
import Testing

/// Word refuses, or asks to repair, a document whose elements stand in another order than its schema.
@Suite struct ElementOrderTests {
  /// The sequences of ECMA-376, part 1 (transitional), of the elements that are written: WordprocessingML
  /// (wml.xsd: CT_PPr, CT_RPr in the order Word writes it, CT_TblPr, CT_TcPr, CT_SectPr, CT_Style,
  /// CT_Lvl, CT_AbstractNum, CT_Settings …), pictures (dml-wordprocessingDrawing.xsd, dml-picture.xsd)
  /// and the theme (dml-main.xsd).
  private static let sequences: [String: [String]] = [
    "body": ["*", "sectPr"],
    "p": ["pPr", "*"],
    "pPr": [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
      "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
      "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
      "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
      "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
      "rPr", "sectPr", "pPrChange",
    ],
    "numPr": ["ilvl", "numId"],
    "pBdr": ["top", "left", "bottom", "right", "between", "bar"],
    "r": ["rPr", "*"],
    "rPr": [
      "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
      "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
      "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
      "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
      "oMath",
    ],
    "sectPr": [
      "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
      "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign",
      "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings",
    ],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tblPr": [
      "tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize",
      "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd",
      "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
    ],
    "tblBorders": ["top", "left", "bottom", "right", "insideH", "insideV"],
    "tblCellMar": ["top", "left", "bottom", "right"],
    "tr": ["trPr", "tc"],
    "tc": ["tcPr", "p"],
    "tcPr": [
      "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
      "textDirection", "tcFitText", "vAlign", "hideMark",
    ],
    "inline": ["extent", "effectExtent", "docPr", "cNvGraphicFramePr", "graphic"],
    "pic": ["nvPicPr", "blipFill", "spPr"],
    "nvPicPr": ["cNvPr", "cNvPicPr"],
    "blipFill": ["blip", "srcRect", "stretch"],
    "spPr": ["xfrm", "prstGeom"],
    "xfrm": ["off", "ext"],
    "styles": ["docDefaults", "latentStyles", "style"],
    "docDefaults": ["rPrDefault", "pPrDefault"],
    "style": [
      "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
      "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "rsid", "pPr", "rPr",
      "tblPr", "trPr", "tcPr", "tblStylePr",
    ],
    "tblStylePr": ["pPr", "rPr", "tblPr", "trPr", "tcPr"],
    "numbering": ["numPicBullet", "abstractNum", "num"],
    "abstractNum": [
      "nsid", "multiLevelType", "tmpl", "name", "styleLink", "numStyleLink", "lvl",
    ],
    "lvl": [
      "start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId",
      "legacy", "lvlJc", "pPr", "rPr",
    ],
    "settings": [
      "zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang",
      "clrSchemeMapping", "decimalSymbol", "listSeparator",
    ],
    "compat": ["doNotExpandShiftReturn", "compatSetting"],
    "font": ["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"],
    "theme": ["themeElements"],
    "themeElements": ["clrScheme", "fontScheme", "fmtScheme"],
    "clrScheme": [
      "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
      "hlink", "folHlink",
    ],
    "fontScheme": ["majorFont", "minorFont"],
    "majorFont": ["latin", "ea", "cs"],
    "minorFont": ["latin", "ea", "cs"],
    "fmtScheme": ["fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"],
  ]

  /// What stands wrong: `parent: child` for each.
  private func faults(in node: Node) -> [String] {
    node.all.flatMap { parent -> [String] in
      guard let sequence = Self.sequences[parent.name] else { return [] }
      var last = 0
      return parent.children.compactMap { child in
        let place =
          sequence.firstIndex(of: child.name) ?? sequence.firstIndex(of: "*")
          ?? -1
        guard place >= last else { return "\(parent.name): \(child.name)" }
        last = place
        return nil
      }
    }
  }

  @Test(arguments: [
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
    "word/fontTable.xml", "word/theme/theme1.xml", "word/header1.xml",
  ])
  func `elements stand in the order of the schema`(_ name: String) throws {
    let samples = [try Parts(SampleReport.vietnamese), try Parts(SampleReport.english)]
    for parts in samples + [try HostileReport.parts.get()] {
      #expect(faults(in: try parts.part(name)) == [])
    }
  }

  @Test func `an element out of its order is found`() {
    let cell = Node("tcPr")
    cell.children = [Node("shd"), Node("tcW")]
    let unknown = Node("pPr")
    unknown.children = [Node("pStyle"), Node("marquee")]
    let body = Node("body")
    body.children = [Node("sectPr"), Node("p")]
    #expect(faults(in: cell) == ["tcPr: tcW"])
    #expect(faults(in: unknown) == ["pPr: marquee"])
    #expect(faults(in: body) == ["body: p"])
  }
}

import SurveyModel

/// Findings about the syntax of XML: tags, attributes, references.
extension Finding {
  static func unclosedElement(
    _ name: String, at place: SourceLocation, closedBy: (name: String, line: Int)?
  ) -> Finding {
    let message =
      if let closedBy {
        LocalizedText(
          vi: "<\(name)> mở ở đây chưa được đóng trước thẻ </\(closedBy.name)> ở dòng "
            + "\(closedBy.line)",
          en: "<\(name)> opened here is not closed before </\(closedBy.name)> on line "
            + "\(closedBy.line)")
      } else {
        LocalizedText(
          vi: "<\(name)> mở ở đây không được đóng cho tới hết tệp",
          en: "<\(name)> opened here is never closed before the end of the file")
      }
    let remedy =
      closedBy == nil
      ? LocalizedText(
        vi: "thêm </\(name)>, hoặc chép lại tệp nếu tệp bị cắt cụt",
        en: "add </\(name)>, or copy the file again if it was cut off")
      : LocalizedText(vi: "thêm </\(name)>", en: "add </\(name)>")
    return Finding(
      XMLFindingCode.unclosedElement, at: place, message: message, remedy: remedy, subject: name)
  }

  static func endTagMismatch(
    _ name: String, at place: SourceLocation, opened: (name: String, line: Int)?
  ) -> Finding {
    guard let opened else {
      return Finding(
        XMLFindingCode.endTagMismatch, at: place,
        message: LocalizedText(
          vi: "thẻ đóng </\(name)> không có thẻ mở", en: "the end tag </\(name)> has no start tag"),
        remedy: LocalizedText(
          vi: "xoá </\(name)> hoặc thêm thẻ mở <\(name)>",
          en: "delete </\(name)> or add the start tag <\(name)>"), subject: name)
    }
    return Finding(
      XMLFindingCode.endTagMismatch, at: place,
      message: LocalizedText(
        vi: "thẻ đóng </\(name)> không khớp với <\(opened.name)> mở ở dòng \(opened.line)",
        en: "the end tag </\(name)> does not match <\(opened.name)> opened on line \(opened.line)"),
      found: LocalizedText(vi: "</\(name)>", en: "</\(name)>"),
      expected: LocalizedText(vi: "</\(opened.name)>", en: "</\(opened.name)>"),
      remedy: LocalizedText(
        vi: "sửa thành </\(opened.name)>", en: "write </\(opened.name)>"), subject: name)
  }

  static func duplicateAttribute(
    _ name: String, at place: SourceLocation, firstLine: Int
  ) -> Finding {
    Finding(
      XMLFindingCode.duplicateAttribute, at: place,
      message: LocalizedText(
        vi: "thuộc tính “\(name)” đã có trong thẻ này (dòng \(firstLine))",
        en: "the attribute “\(name)” already stands in this tag (line \(firstLine))"),
      remedy: LocalizedText(vi: "chỉ giữ lại một lần", en: "keep it only once"), subject: name)
  }

  static func attributeWithoutValue(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.attributeForm, at: place,
      message: LocalizedText(
        vi: "thuộc tính “\(name)” không có giá trị", en: "the attribute “\(name)” has no value"),
      expected: LocalizedText(vi: "\(name)=\"giá trị\"", en: "\(name)=\"value\""),
      remedy: LocalizedText(
        vi: "viết \(name)=\"…\" với dấu nháy thẳng", en: "write \(name)=\"…\" with straight quotes"),
      subject: name)
  }

  static func attributeWithoutQuotes(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.attributeForm, at: place,
      message: LocalizedText(
        vi: "giá trị của “\(name)” không nằm trong dấu nháy thẳng",
        en: "the value of “\(name)” is not in straight quotes"),
      expected: LocalizedText(vi: "\(name)=\"giá trị\"", en: "\(name)=\"value\""),
      remedy: LocalizedText(
        vi: "đặt giá trị trong dấu nháy thẳng \"…\" (không dùng nháy cong “…” của Word)",
        en: "put the value in straight quotes \"…\" (not the curly “…” of a word processor)"),
      subject: name)
  }

  static func unclosedQuote(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.attributeForm, at: place,
      message: LocalizedText(
        vi: "giá trị của “\(name)” thiếu dấu nháy đóng",
        en: "the value of “\(name)” has no closing quote"),
      remedy: LocalizedText(
        vi: "thêm dấu nháy đóng vào cuối giá trị", en: "add the closing quote after the value"),
      subject: name)
  }

  static func cutOffValue(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.attributeForm, at: place,
      message: LocalizedText(
        vi: "tệp hết trong khi giá trị của “\(name)” chưa có dấu nháy đóng",
        en: "the file ends before the value of “\(name)” has its closing quote"),
      remedy: LocalizedText(
        vi: "thêm dấu nháy đóng, hoặc chép lại tệp nếu tệp bị cắt cụt",
        en: "add the closing quote, or copy the file again if it was cut off"),
      subject: name)
  }

  static func missingSpace(before name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.malformedTag, at: place,
      message: LocalizedText(
        vi: "thiếu dấu cách trước thuộc tính “\(name)”",
        en: "a space is missing before the attribute “\(name)”"),
      remedy: LocalizedText(vi: "thêm một dấu cách", en: "add a space"), subject: name)
  }

  static func lessThanInValue(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.lessThanInValue, at: place,
      message: LocalizedText(
        vi: "dấu < không được viết trực tiếp trong giá trị của “\(name)”",
        en: "a < may not stand as it is in the value of “\(name)”"),
      remedy: LocalizedText(
        vi: "viết &lt; thay cho <, ví dụ tuoi &lt; 30",
        en: "write &lt; in place of <, for example age &lt; 30"), subject: name)
  }

  static func bareAmpersand(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.ampersand, at: place,
      message: LocalizedText(
        vi: "dấu & không được đứng một mình trong XML", en: "a bare & is not allowed in XML"),
      remedy: LocalizedText(vi: "viết &amp; thay cho &", en: "write &amp; in place of &"))
  }

  static func unknownEntity(_ name: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.entityUnknown, at: place,
      message: LocalizedText(
        vi: "thực thể &\(name); không được định nghĩa", en: "the entity &\(name); is not defined"),
      expected: LocalizedText(
        vi: "&amp; &lt; &gt; &quot; &apos;", en: "&amp; &lt; &gt; &quot; &apos;"),
      remedy: LocalizedText(
        vi: "viết thẳng ký tự cần dùng (ví dụ é, dấu cách) thay cho thực thể",
        en: "write the character itself (for example é, a space) in place of the entity"))
  }

  static func unclosedMarkup(_ opening: String, at place: SourceLocation) -> Finding {
    let closing =
      switch opening {
      case "<!--": "-->"
      case "<![CDATA[": "]]>"
      case "<?": "?>"
      default: ">"
      }
    return Finding(
      XMLFindingCode.unclosedMarkup, at: place,
      message: LocalizedText(
        vi: "\(opening) mở ở đây không có \(closing) đóng lại",
        en: "\(opening) opened here has no closing \(closing)"),
      remedy: LocalizedText(vi: "thêm \(closing)", en: "add \(closing)"))
  }

  static func malformedTag(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.malformedTag, at: place,
      message: LocalizedText(
        vi: "thẻ viết sai: ở đây cần một tên", en: "the tag is malformed: a name is expected here"),
      remedy: LocalizedText(
        vi: "tên bắt đầu bằng chữ cái ngay sau dấu <; viết &lt; nếu muốn dấu bé hơn",
        en: "a name begins with a letter right after <; write &lt; for a less-than sign"))
  }

  static func outsideRoot(isElement: Bool, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.textOutsideRoot, at: place,
      message: isElement
        ? LocalizedText(
          vi: "tệp có phần tử gốc thứ hai", en: "the file has a second root element")
        : LocalizedText(
          vi: "có chữ nằm sau phần tử gốc", en: "text stands after the root element"),
      remedy: LocalizedText(
        vi: "xoá phần thừa, hoặc đưa nó vào trong phần tử gốc",
        en: "delete it, or move it inside the root element"))
  }

  static func noRoot(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.noRoot, at: place,
      message: LocalizedText(
        vi: "tệp không có phần tử nào", en: "the file has no element at all"),
      remedy: LocalizedText(
        vi: "thêm phần tử gốc, ví dụ <questionnaire …>",
        en: "add the root element, for example <questionnaire …>"))
  }

  static func controlCharacter(_ byte: UInt8, at place: SourceLocation) -> Finding {
    let code = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Finding(
      XMLFindingCode.controlCharacter, at: place,
      message: LocalizedText(
        vi: "ký tự điều khiển \(code) không được phép trong XML",
        en: "the control character \(code) is not allowed in XML"),
      remedy: LocalizedText(vi: "xoá ký tự này", en: "delete the character"))
  }

  static func sectionEnd(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.sectionEnd, at: place,
      message: LocalizedText(
        vi: "dấu ]]> không được đứng trong chữ", en: "the signs ]]> may not stand in text"),
      remedy: LocalizedText(
        vi: "viết ]]&gt;, hoặc thêm <![CDATA[ ở đầu đoạn",
        en: "write ]]&gt;, or add <![CDATA[ where the section begins"))
  }

  static func malformedDeclaration(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.declarationNotFirst, at: place,
      message: LocalizedText(
        vi: "khai báo <?xml …?> viết sai", en: "the <?xml …?> declaration is malformed"),
      expected: LocalizedText(
        vi: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        en: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
      remedy: LocalizedText(
        vi: "viết lại dòng đầu như trên, hoặc xoá nó", en: "write it so, or delete it"))
  }

  static func declarationNotFirst(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.declarationNotFirst, at: place,
      message: LocalizedText(
        vi: "<?xml …?> phải là thứ đầu tiên trong tệp và chỉ có một lần",
        en: "<?xml …?> must be the first thing in the file, and only once"),
      remedy: LocalizedText(
        vi: "xoá dấu cách, dòng trống hoặc chữ đứng trước nó",
        en: "delete the spaces, empty lines or text before it"))
  }
}

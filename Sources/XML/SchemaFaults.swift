import SurveyModel

/// Findings about structure: which elements and attributes may stand where.
extension Finding {
  static func otherSyntax(_ detail: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.syntaxOther, at: place,
      message: LocalizedText(
        vi: "XML không đúng cú pháp ở đây", en: "the XML is not well-formed here"),
      found: detail.isEmpty
        ? nil : LocalizedText(vi: "libxml2: \(detail)", en: "libxml2: \(detail)"),
      remedy: LocalizedText(
        vi: "xem lại thẻ và dấu nháy ngay trước chỗ này",
        en: "check the tag and the quotes just before this place"))
  }

  static func undeclaredPrefix(_ prefix: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.undeclaredPrefix, at: place,
      message: LocalizedText(
        vi: "tiền tố “\(prefix):” chưa được khai báo",
        en: "the prefix “\(prefix):” is not declared"),
      remedy: LocalizedText(
        vi: "xoá “\(prefix):”, hoặc khai báo xmlns:\(prefix)=\"…\" ở phần tử gốc",
        en: "delete “\(prefix):”, or declare xmlns:\(prefix)=\"…\" on the root element"),
      subject: prefix)
  }

  static func unknownRoot(
    _ name: String, expected: [String], at place: SourceLocation
  ) -> Finding {
    let names = expected.map { "<\($0)>" }.joined(separator: ", ")
    return Finding(
      XMLFindingCode.rootUnknown, at: place,
      message: LocalizedText(
        vi: "phần tử gốc là <\(name)>, không phải loại tệp cần đọc",
        en: "the root element is <\(name)>, not the kind of file wanted"),
      found: LocalizedText(vi: "<\(name)>", en: "<\(name)>"),
      expected: LocalizedText(vi: names, en: names),
      remedy: suggestion(for: name, among: expected)
        ?? LocalizedText(
          vi: "kiểm tra xem có nhầm tệp không", en: "check that it is the right file"),
      subject: name)
  }

  static func wrongRootNamespace(
    _ found: String?, expected: String, root: String, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.rootNamespace, at: place,
      message: found == nil
        ? LocalizedText(vi: "<\(root)> thiếu xmlns", en: "<\(root)> has no xmlns")
        : LocalizedText(vi: "<\(root)> có xmlns sai", en: "<\(root)> has a wrong xmlns"),
      found: found.map { LocalizedText(vi: "xmlns=\"\($0)\"", en: "xmlns=\"\($0)\"") },
      expected: LocalizedText(vi: "xmlns=\"\(expected)\"", en: "xmlns=\"\(expected)\""),
      remedy: LocalizedText(
        vi: "viết <\(root) xmlns=\"\(expected)\" …>",
        en: "write <\(root) xmlns=\"\(expected)\" …>"), subject: root)
  }

  static func unknownElement(
    _ name: String, in parent: String, allowed: [String], at place: SourceLocation
  ) -> Finding {
    let expected =
      allowed.isEmpty
      ? LocalizedText(vi: "không có phần tử con nào", en: "no child elements")
      : LocalizedText(vi: tags(allowed), en: tags(allowed))
    return Finding(
      XMLFindingCode.elementUnknown, at: place,
      message: LocalizedText(
        vi: "<\(name)> không được dùng trong <\(parent)>",
        en: "<\(name)> is not known in <\(parent)>"),
      found: LocalizedText(vi: "<\(name)>", en: "<\(name)>"), expected: expected,
      remedy: suggestion(for: name, among: allowed)
        ?? LocalizedText(
          vi: "xoá <\(name)>, hoặc đặt nó đúng chỗ",
          en: "delete <\(name)>, or move it where it belongs"),
      subject: name)
  }

  static func foreignElement(
    _ name: String, namespace: String?, expected: String, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.elementNamespace, at: place,
      message: LocalizedText(
        vi: "<\(name)> thuộc không gian tên khác với cả tệp",
        en: "<\(name)> belongs to another namespace than the file"),
      found: LocalizedText(vi: "xmlns=\"\(namespace ?? "")\"", en: "xmlns=\"\(namespace ?? "")\""),
      expected: LocalizedText(vi: "xmlns=\"\(expected)\"", en: "xmlns=\"\(expected)\""),
      remedy: LocalizedText(
        vi: "xoá xmlns hoặc tiền tố ở phần tử này", en: "delete the xmlns or prefix on this element"
      ),
      subject: name)
  }

  static func misplacedElement(
    _ name: String, before other: String, otherLine: Int?, at place: SourceLocation
  ) -> Finding {
    let line = otherLine.map { String($0) } ?? "?"
    return Finding(
      XMLFindingCode.elementMisplaced, at: place,
      message: LocalizedText(
        vi: "<\(name)> phải đứng trước <\(other)> (dòng \(line))",
        en: "<\(name)> must stand before <\(other)> (line \(line))"),
      remedy: LocalizedText(
        vi: "chuyển <\(name)> lên trước dòng \(line)", en: "move <\(name)> above line \(line)"),
      subject: name)
  }

  static func repeatedElement(
    _ name: String, in parent: String, firstLine: Int?, at place: SourceLocation
  ) -> Finding {
    let line = firstLine.map { String($0) } ?? "?"
    return Finding(
      XMLFindingCode.elementRepeated, at: place,
      message: LocalizedText(
        vi: "<\(parent)> chỉ được có một <\(name)> (đã có ở dòng \(line))",
        en: "<\(parent)> may have one <\(name)> only (there is one on line \(line))"),
      remedy: LocalizedText(vi: "chỉ giữ lại một <\(name)>", en: "keep one <\(name)>"),
      subject: name)
  }

  static func exclusiveElement(
    _ name: String, in parent: String, other: String, otherLine: Int?, at place: SourceLocation
  ) -> Finding {
    let line = otherLine.map { String($0) } ?? "?"
    return Finding(
      XMLFindingCode.elementRepeated, at: place,
      message: LocalizedText(
        vi: "<\(parent)> chỉ được có một trong các lựa chọn; đã có <\(other)> ở dòng \(line)",
        en: "<\(parent)> may have only one of its choices; there is <\(other)> on line \(line)"),
      remedy: LocalizedText(
        vi: "chỉ giữ lại <\(other)> hoặc <\(name)>", en: "keep either <\(other)> or <\(name)>"),
      subject: name)
  }

  static func missingElement(
    _ expected: [String], in parent: String, documentation: LocalizedText?,
    at place: SourceLocation
  ) -> Finding {
    let names = tags(expected)
    let message =
      expected.count > 1
      ? LocalizedText(
        vi: "<\(parent)> thiếu một trong: \(names)", en: "<\(parent)> lacks one of: \(names)")
      : LocalizedText(vi: "<\(parent)> thiếu \(names)", en: "<\(parent)> lacks \(names)")
    return Finding(
      XMLFindingCode.elementMissing, at: place, message: message,
      expected: expected.count == 1 ? documentation : nil,
      remedy: expected.count > 1
        ? LocalizedText(
          vi: "thêm một trong các phần tử này vào <\(parent)>",
          en: "add one of these inside <\(parent)>")
        : LocalizedText(
          vi: "thêm \(names) vào trong <\(parent)>", en: "add \(names) inside <\(parent)>"),
      subject: expected.first)
  }

  static func unknownAttribute(
    _ name: String, on element: String, allowed: [String], at place: SourceLocation
  ) -> Finding {
    let names = allowed.joined(separator: ", ")
    return Finding(
      XMLFindingCode.attributeUnknown, at: place,
      message: LocalizedText(
        vi: "<\(element)> không có thuộc tính “\(name)”",
        en: "<\(element)> has no attribute “\(name)”"),
      found: LocalizedText(vi: name, en: name),
      expected: allowed.isEmpty
        ? LocalizedText(vi: "không thêm thuộc tính nào", en: "no further attributes")
        : LocalizedText(vi: names, en: names),
      remedy: attributeSuggestion(for: name, among: allowed)
        ?? LocalizedText(vi: "xoá thuộc tính này", en: "delete the attribute"), subject: name)
  }

  static func missingAttribute(
    _ name: String, on element: String, documentation: LocalizedText?, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.attributeMissing, at: place,
      message: LocalizedText(
        vi: "<\(element)> thiếu thuộc tính bắt buộc “\(name)”",
        en: "<\(element)> lacks the required attribute “\(name)”"), expected: documentation,
      remedy: LocalizedText(
        vi: "thêm \(name)=\"…\" vào <\(element)>", en: "add \(name)=\"…\" to <\(element)>"),
      subject: name)
  }

  static func textNotAllowed(in element: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.textNotAllowed, at: place,
      message: LocalizedText(
        vi: "trong <\(element)> không được có chữ, chỉ có phần tử",
        en: "<\(element)> may not hold text, only elements"),
      remedy: LocalizedText(
        vi: "xoá phần chữ, hoặc đặt nó trong <label> hay <note>",
        en: "delete the text, or put it in a <label> or <note>"), subject: element)
  }

  static func otherSchemaFault(_ detail: String, at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.schemaOther, at: place,
      message: LocalizedText(
        vi: "phần này không đúng quy định của lược đồ",
        en: "this part does not follow the schema"),
      found: LocalizedText(vi: "libxml2: \(detail)", en: "libxml2: \(detail)"),
      remedy: LocalizedText(
        vi: "đối chiếu với tệp mẫu trong thư mục questionnaires hoặc samples",
        en: "compare with a file in the questionnaires or samples folder"))
  }

  static func moreFaults(at place: SourceLocation) -> Finding {
    Finding(
      XMLFindingCode.moreFaults, at: place,
      message: LocalizedText(
        vi: "tệp có quá nhiều lỗi cấu trúc; có thể còn lỗi chưa nêu",
        en: "the file has too many structural faults; more may remain"),
      remedy: LocalizedText(
        vi: "sửa các lỗi đã nêu rồi kiểm tra lại", en: "correct those listed, then check again"))
  }

  static func tags(_ names: [String]) -> String {
    names.map { "<\($0)>" }.joined(separator: ", ")
  }

  private static func suggestion(for name: String, among names: [String]) -> LocalizedText? {
    nearestName(to: name, among: names).map {
      LocalizedText(vi: "có phải là <\($0)> không?", en: "did you mean <\($0)>?")
    }
  }

  private static func attributeSuggestion(for name: String, among names: [String]) -> LocalizedText?
  {
    nearestName(to: name, among: names).map {
      LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
    }
  }
}

import CLibXML2
import SurveyModel

extension SchemaCheck {
  /// Puts one validation error, other than an unexpected or missing element, into words.
  func explain(_ issue: LibXMLIssue, message: SchemaMessage, at index: Int) -> [Finding] {
    let node = nodes[index]
    let element = node.element
    let content = schema.outline.content(of: node.path)
    let code = UInt32(bitPattern: issue.code)
    switch code {
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4.rawValue:
      let name = message.attribute ?? ""
      // `reson` in place of `reason` is one fault, reported as the unknown attribute.
      let isMisspelt = element.attributes.contains { attribute in
        content?.attribute(attribute.name) == nil && isClose(attribute.name, to: name)
      }
      if isMisspelt { return [] }
      return [
        .missingAttribute(
          name, on: element.name, documentation: content?.attribute(name)?.documentation,
          at: element.place)
      ]
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1.rawValue, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2.rawValue:
      let attribute = written(message.attribute, on: element)
      let used = Set(element.attributes.map(\.name))
      let allowed = content?.attributes.map(\.name) ?? []
      return [
        .unknownAttribute(
          attribute?.name ?? message.attribute ?? "", on: element.name,
          allowed: allowed.filter { !used.contains($0) }, at: attribute?.place ?? element.place)
      ]
    case XML_SCHEMAV_CVC_IDC.rawValue:
      return [
        message.isNoMatch
          ? .unknownReference(element.name, detail: message.detail, at: element.place)
          : .repeatedValue(element.name, detail: message.detail, at: element.place)
      ]
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1.rawValue, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2.rawValue,
      XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3.rawValue, XML_SCHEMAV_CVC_TYPE_3_1_2.rawValue:
      return misplacedContent(of: element, content: content)
    case _ where Self.isAboutValue(issue.code):
      return [valueFinding(issue, message: message, element: element, content: content)]
    default:
      return [.otherSchemaFault(message.detail, at: element.place)]
    }
  }

  /// Text or elements inside an element that may not hold them.
  private func misplacedContent(
    of element: XMLElement, content: SchemaOutline.Content?
  ) -> [Finding] {
    let allowed = content?.children.map(\.name) ?? []
    let strangers = element.children.filter { !allowed.contains($0.name) }
    if allowed.isEmpty, !strangers.isEmpty {
      return strangers.map {
        .unknownElement($0.name, in: element.name, allowed: [], at: $0.place)
      }
    }
    return [.textNotAllowed(in: element.name, at: element.textPlace)]
  }

  private func valueFinding(
    _ issue: LibXMLIssue, message: SchemaMessage, element: XMLElement,
    content: SchemaOutline.Content?
  ) -> Finding {
    let attribute = written(message.attribute, on: element)
    let holder: Finding.ValueHolder =
      attribute.map { .attribute($0.name, element: element.name) } ?? .text(element: element.name)
    let value = attribute?.value ?? element.text
    let place = attribute?.valuePlace ?? element.textPlace
    let typeName =
      attribute.flatMap { content?.attribute($0.name)?.typeName }
      ?? (attribute == nil ? content?.textType : nil)
    let type = typeName.flatMap { schema.outline.simpleType($0) }
    let builtIn = typeName.map { schema.outline.builtInType(of: $0) } ?? ""
    let documentation = type?.documentation ?? Self.description(ofBuiltIn: builtIn)
    if value.trimmedLine.isEmpty {
      return .emptyValue(holder: holder, documentation: documentation, at: place)
    }
    let allowed = builtIn == "xs:boolean" ? ["true", "false"] : type?.values ?? []
    if !allowed.isEmpty {
      return .valueNotAllowed(value, holder: holder, allowed: allowed, at: place)
    }
    switch UInt32(bitPattern: issue.code) {
    case XML_SCHEMAV_CVC_MININCLUSIVE_VALID.rawValue, XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID.rawValue,
      XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID.rawValue, XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID.rawValue:
      return .valueRange(value, holder: holder, expected: range(of: typeName), at: place)
    default:
      return .valueForm(value, holder: holder, expected: documentation, at: place)
    }
  }

  /// "1990 … 2199", "> 0": the bounds of a numeric type.
  private func range(of typeName: String?) -> LocalizedText {
    let signs = [
      "minInclusive": "≥ ", "minExclusive": "> ", "maxInclusive": "≤ ", "maxExclusive": "< ",
    ]
    let bounds = typeName.map { schema.outline.bounds(of: $0) } ?? []
    let text = bounds.map { (signs[$0.facet] ?? "") + $0.value }
    return LocalizedText(
      vi: text.joined(separator: " và "), en: text.joined(separator: " and "))
  }

  private func written(_ localName: String?, on element: XMLElement) -> XMLAttribute? {
    guard let localName else { return nil }
    return element.attribute(localName)
      ?? element.attributes.first { $0.name.hasSuffix(":" + localName) }
  }

  private static func description(ofBuiltIn type: String) -> LocalizedText {
    switch type {
    case "xs:decimal", "xs:double", "xs:float":
      LocalizedText(
        vi: "một số, viết với dấu chấm thập phân, ví dụ 84.78",
        en: "a number, written with a decimal point, for example 84.78")
    case "xs:integer", "xs:int", "xs:positiveInteger", "xs:nonNegativeInteger":
      LocalizedText(vi: "một số nguyên, ví dụ 10", en: "a whole number, for example 10")
    case "xs:date":
      LocalizedText(
        vi: "một ngày có thật, dạng năm-tháng-ngày, ví dụ 2021-09-30",
        en: "a real date as year-month-day, for example 2021-09-30")
    case "xs:boolean": LocalizedText(vi: "true hoặc false", en: "true or false")
    case "xs:anyURI":
      LocalizedText(
        vi: "đường dẫn tới một tệp, tính từ thư mục của tệp này",
        en: "the path of a file, from the folder of this file")
    case "xs:language":
      LocalizedText(vi: "mã ngôn ngữ: vi hoặc en", en: "a language code: vi or en")
    default:
      LocalizedText(vi: "giá trị đúng quy định của lược đồ", en: "a value the schema allows")
    }
  }
}

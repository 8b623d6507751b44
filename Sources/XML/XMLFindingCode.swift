package import SurveyModel

/// The kinds of fault in the form of an XML file, for the errors page.
package enum XMLFindingCode {
  static let fileMissing = FindingCode(
    "xml.file.missing", .error, vi: "Không tìm thấy tệp.", en: "The file does not exist.")
  static let fileUnreadable = FindingCode(
    "xml.file.unreadable", .error, vi: "Không đọc được tệp.", en: "The file cannot be read.")
  package static let fileTooLarge = FindingCode(
    "xml.file.too-large", .error, vi: "Tệp XML quá lớn.", en: "The XML file is too large.")
  static let fileEmpty = FindingCode(
    "xml.file.empty", .error, vi: "Tệp trống.", en: "The file is empty.")
  static let fileBinary = FindingCode(
    "xml.file.not-text", .error, vi: "Tệp không phải là văn bản.", en: "The file is not text.")
  static let fileNotXML = FindingCode(
    "xml.file.not-xml", .error, vi: "Tệp là văn bản nhưng không phải XML.",
    en: "The file is text but not XML.")
  static let encodingInvalid = FindingCode(
    "xml.encoding.invalid", .error, vi: "Tệp có byte không đúng bảng mã UTF-8 hoặc UTF-16.",
    en: "The file holds bytes that are not valid UTF-8 or UTF-16.")
  static let encodingUnsupported = FindingCode(
    "xml.encoding.unsupported", .error, vi: "Tệp khai báo bảng mã không được hỗ trợ.",
    en: "The file declares an encoding that is not supported.")
  static let doctype = FindingCode(
    "xml.doctype.refused", .error,
    vi: "Khai báo DOCTYPE và thực thể tự định nghĩa bị từ chối vì lý do an toàn.",
    en: "DOCTYPE declarations and own entities are refused for safety.")
  static let entityUnknown = FindingCode(
    "xml.entity.unknown", .error, vi: "Tệp dùng một thực thể (&tên;) không được phép.",
    en: "The file uses an entity (&name;) that is not allowed.")
  static let limitDepth = FindingCode(
    "xml.limit.depth", .error, vi: "Các phần tử lồng nhau quá sâu.",
    en: "Elements are nested too deep.")
  static let limitElements = FindingCode(
    "xml.limit.elements", .error, vi: "Tệp có quá nhiều phần tử.",
    en: "The file has too many elements.")
  static let limitAttribute = FindingCode(
    "xml.limit.attribute", .error, vi: "Thuộc tính quá dài hoặc phần tử có quá nhiều thuộc tính.",
    en: "An attribute is too long, or an element has too many attributes.")
  static let unclosedElement = FindingCode(
    "xml.syntax.unclosed-element", .error, vi: "Thẻ mở không có thẻ đóng.",
    en: "A start tag has no end tag.")
  static let endTagMismatch = FindingCode(
    "xml.syntax.end-tag", .error, vi: "Thẻ đóng không khớp với thẻ mở.",
    en: "An end tag does not match a start tag.")
  static let duplicateAttribute = FindingCode(
    "xml.syntax.duplicate-attribute", .error,
    vi: "Một thuộc tính được viết hai lần trong cùng thẻ.",
    en: "An attribute is written twice in one tag.")
  static let attributeForm = FindingCode(
    "xml.syntax.attribute", .error, vi: "Thuộc tính viết sai dạng tên=\"giá trị\".",
    en: "An attribute is not written as name=\"value\".")
  static let lessThanInValue = FindingCode(
    "xml.syntax.less-than", .error, vi: "Dấu < đứng trong giá trị thuộc tính.",
    en: "A < stands in an attribute value.")
  static let ampersand = FindingCode(
    "xml.syntax.ampersand", .error, vi: "Dấu & đứng một mình.", en: "A bare & stands in the text.")
  static let unclosedMarkup = FindingCode(
    "xml.syntax.unclosed-markup", .error, vi: "Thẻ, chú thích hoặc đoạn CDATA chưa được đóng.",
    en: "A tag, comment or CDATA section is not closed.")
  static let malformedTag = FindingCode(
    "xml.syntax.tag", .error, vi: "Thẻ viết sai.", en: "A tag is malformed.")
  static let textOutsideRoot = FindingCode(
    "xml.syntax.outside-root", .error, vi: "Có nội dung nằm ngoài phần tử gốc.",
    en: "Content stands outside the root element.")
  static let noRoot = FindingCode(
    "xml.syntax.no-root", .error, vi: "Tệp không có phần tử gốc.",
    en: "The file has no root element.")
  static let controlCharacter = FindingCode(
    "xml.syntax.control-character", .error, vi: "Tệp có ký tự điều khiển.",
    en: "The file holds a control character.")
  static let declarationNotFirst = FindingCode(
    "xml.syntax.declaration", .error, vi: "Khai báo <?xml …?> sai chỗ hoặc viết sai.",
    en: "The <?xml …?> declaration is misplaced or malformed.")
  static let sectionEnd = FindingCode(
    "xml.syntax.section-end", .error, vi: "Dấu ]]> đứng trong chữ.",
    en: "The signs ]]> stand in text.")
  static let syntaxOther = FindingCode(
    "xml.syntax.other", .error, vi: "Lỗi cú pháp XML khác.", en: "Another XML syntax fault.")
  static let undeclaredPrefix = FindingCode(
    "xml.namespace.prefix", .error, vi: "Tiền tố không gian tên chưa được khai báo.",
    en: "A namespace prefix is not declared.")
  static let rootUnknown = FindingCode(
    "xml.root.unknown", .error, vi: "Phần tử gốc không đúng loại tệp.",
    en: "The root element is not that of the expected kind of file.")
  static let rootNamespace = FindingCode(
    "xml.root.namespace", .error, vi: "Phần tử gốc thiếu hoặc sai xmlns.",
    en: "The root element has no xmlns, or a wrong one.")
  static let elementUnknown = FindingCode(
    "xml.element.unknown", .error, vi: "Phần tử không được dùng ở chỗ này.",
    en: "An element is not known in this place.")
  static let elementNamespace = FindingCode(
    "xml.element.namespace", .error, vi: "Phần tử thuộc không gian tên khác.",
    en: "An element belongs to another namespace.")
  static let elementMisplaced = FindingCode(
    "xml.element.order", .error, vi: "Các phần tử sai thứ tự.",
    en: "Elements stand in the wrong order.")
  static let elementMissing = FindingCode(
    "xml.element.missing", .error, vi: "Thiếu phần tử bắt buộc.",
    en: "A required element is missing.")
  static let elementRepeated = FindingCode(
    "xml.element.repeated", .error, vi: "Phần tử chỉ được viết một lần nhưng lặp lại.",
    en: "An element that may stand once is repeated.")
  static let attributeUnknown = FindingCode(
    "xml.attribute.unknown", .error, vi: "Thuộc tính không được dùng ở phần tử này.",
    en: "An attribute is not known on this element.")
  static let attributeMissing = FindingCode(
    "xml.attribute.missing", .error, vi: "Thiếu thuộc tính bắt buộc.",
    en: "A required attribute is missing.")
  static let valueNotAllowed = FindingCode(
    "xml.value.not-allowed", .error, vi: "Giá trị không nằm trong các giá trị cho phép.",
    en: "A value is not one of those allowed.")
  static let valueForm = FindingCode(
    "xml.value.form", .error, vi: "Giá trị sai dạng.", en: "A value has the wrong form.")
  static let valueRange = FindingCode(
    "xml.value.range", .error, vi: "Giá trị nằm ngoài khoảng cho phép.",
    en: "A value is out of range.")
  static let valueRepeated = FindingCode(
    "xml.value.repeated", .error, vi: "Giá trị phải là duy nhất nhưng lặp lại.",
    en: "A value that must be unique is repeated.")
  static let valueReference = FindingCode(
    "xml.value.reference", .error, vi: "Giá trị dẫn tới một tên không tồn tại.",
    en: "A value refers to a name that does not exist.")
  static let textNotAllowed = FindingCode(
    "xml.text.not-allowed", .error, vi: "Có chữ ở chỗ chỉ được có phần tử.",
    en: "Text stands where only elements may.")
  static let schemaOther = FindingCode(
    "xml.schema.other", .error, vi: "Tệp không đúng quy định của lược đồ.",
    en: "The file does not follow its schema.")
  static let moreFaults = FindingCode(
    "xml.schema.more", .error, vi: "Quá nhiều lỗi; có thể còn lỗi khác.",
    en: "Too many faults; there may be more.")

  package static let all: [FindingCode] = [
    fileMissing, fileUnreadable, fileTooLarge, fileEmpty, fileBinary, fileNotXML, encodingInvalid,
    encodingUnsupported, doctype, entityUnknown, limitDepth, limitElements, limitAttribute,
    unclosedElement, endTagMismatch, duplicateAttribute, attributeForm, lessThanInValue, ampersand,
    unclosedMarkup, malformedTag, textOutsideRoot, noRoot, controlCharacter, declarationNotFirst,
    sectionEnd,
    syntaxOther, undeclaredPrefix, rootUnknown, rootNamespace, elementUnknown, elementNamespace,
    elementMisplaced, elementMissing, elementRepeated, attributeUnknown, attributeMissing,
    valueNotAllowed, valueForm, valueRange, valueRepeated, valueReference, textNotAllowed,
    schemaOther, moreFaults,
  ]

  /// Codes of a file that is not there, which end the program with status 66.
  package static let missingInput: [FindingCode] = [fileMissing]
}

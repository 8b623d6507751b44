import SurveyModel

/// Findings about values: of attributes, and of the text of elements.
extension Finding {
  /// What holds the value: an attribute, or an element's text.
  enum ValueHolder {
    case attribute(String, element: String)
    case text(element: String)

    var name: String {
      switch self {
      case .attribute(let name, _), .text(let name): name
      }
    }

    var described: LocalizedText {
      switch self {
      case .attribute(let name, let element):
        LocalizedText(vi: "“\(name)” của <\(element)>", en: "“\(name)” of <\(element)>")
      case .text(let element):
        LocalizedText(vi: "nội dung của <\(element)>", en: "the content of <\(element)>")
      }
    }
  }

  static func valueNotAllowed(
    _ value: String, holder: ValueHolder, allowed: [String], at place: SourceLocation
  ) -> Finding {
    let list = allowed.joined(separator: ", ")
    let nearest = nearestName(to: value, among: allowed)
    return Finding(
      XMLFindingCode.valueNotAllowed, at: place,
      message: about(
        holder, vi: "không nhận giá trị này", en: "does not take this value"),
      found: quoted(value), expected: LocalizedText(vi: list, en: list),
      remedy: nearest.map {
        LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
      } ?? LocalizedText(vi: "chọn một trong: \(list)", en: "choose one of: \(list)"),
      subject: holder.name)
  }

  static func emptyValue(
    holder: ValueHolder, documentation: LocalizedText?, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.valueForm, at: place,
      message: about(holder, vi: "đang để trống", en: "is empty"),
      found: LocalizedText(vi: "không có gì", en: "nothing"), expected: documentation,
      remedy: LocalizedText(vi: "điền giá trị", en: "fill in a value"), subject: holder.name)
  }

  static func valueForm(
    _ value: String, holder: ValueHolder, expected: LocalizedText, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.valueForm, at: place,
      message: about(holder, vi: "viết sai dạng", en: "has the wrong form"),
      found: quoted(value), expected: expected, remedy: formRemedy(for: value, expected: expected),
      subject: holder.name)
  }

  static func valueRange(
    _ value: String, holder: ValueHolder, expected: LocalizedText, at place: SourceLocation
  ) -> Finding {
    Finding(
      XMLFindingCode.valueRange, at: place,
      message: about(holder, vi: "nằm ngoài khoảng cho phép", en: "is out of range"),
      found: quoted(value), expected: expected,
      remedy: LocalizedText(
        vi: "sửa giá trị cho nằm trong khoảng cho phép", en: "bring the value into the range"),
      subject: holder.name)
  }

  static func repeatedValue(_ element: String, detail: String, at place: SourceLocation) -> Finding
  {
    Finding(
      XMLFindingCode.valueRepeated, at: place,
      message: LocalizedText(
        vi: "giá trị của <\(element)> đã được dùng ở chỗ khác",
        en: "the value of <\(element)> is used elsewhere already"),
      found: LocalizedText(vi: detail, en: detail),
      remedy: LocalizedText(vi: "đặt một giá trị khác", en: "choose another value"),
      subject: element)
  }

  static func unknownReference(_ element: String, detail: String, at place: SourceLocation)
    -> Finding
  {
    Finding(
      XMLFindingCode.valueReference, at: place,
      message: LocalizedText(
        vi: "<\(element)> dẫn tới một tên không có trong tệp",
        en: "<\(element)> refers to a name that is not in the file"),
      found: LocalizedText(vi: detail, en: detail),
      remedy: LocalizedText(vi: "sửa lại tên", en: "correct the name"), subject: element)
  }

  private static func about(_ holder: ValueHolder, vi: String, en: String) -> LocalizedText {
    let described = holder.described
    return LocalizedText(
      vi: "\(described.text(in: .vi)) \(vi)", en: "\(described.text(in: .en)) \(en)")
  }

  private static func quoted(_ value: String) -> LocalizedText {
    let shown = value.count > 60 ? String(value.prefix(60)) + "…" : value
    return LocalizedText(vi: "“\(shown)”", en: "“\(shown)”")
  }

  /// A decimal comma is by far the most common reason why a number is refused.
  private static func formRemedy(for value: String, expected: LocalizedText) -> LocalizedText {
    let withPoint = value.split(separator: ",", omittingEmptySubsequences: false)
    if withPoint.count == 2, Double(withPoint.joined(separator: ".")) != nil {
      let corrected = withPoint.joined(separator: ".")
      return LocalizedText(
        vi: "dùng dấu chấm thập phân: \(corrected)", en: "use a decimal point: \(corrected)")
    }
    return LocalizedText(vi: "viết lại theo dạng trên", en: "write it in that form")
  }
}

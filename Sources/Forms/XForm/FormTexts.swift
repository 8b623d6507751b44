import SurveyModel

/// The texts of an XForm by id, in the order they are met; both languages, so that a person can
/// change the language while interviewing.
struct FormTexts {
  private(set) var texts: [(id: String, text: LocalizedText)] = []

  mutating func add(_ id: String, _ text: LocalizedText, or name: String) {
    texts.append(
      (id, LocalizedText(vi: text.text(in: .vi, or: name), en: text.text(in: .en, or: name))))
  }

  /// A reference to a text, for `ref` and for messages.
  static func reference(_ id: String) -> String { "jr:itext('\(id)')" }
}

/// Words of the form itself.
enum FormWords {
  static let about = LocalizedText(vi: "Thông tin chung", en: "General information")
  static let identity = LocalizedText(
    vi: "Thông tin cá nhân của người trả lời", en: "Personal information of the respondent")
  static let office = LocalizedText(
    vi: "Phần của cơ quan tổ chức khảo sát", en: "For the survey office")
  static let required = LocalizedText(
    vi: "Câu này bắt buộc phải có câu trả lời.", en: "This question needs an answer.")

  /// What an answer to a number must be, or `nil` where anything goes.
  static func range(_ field: Field) -> LocalizedText? {
    let (minimum, maximum) = field.bounds
    let noun =
      switch field.kind {
      case .integer: LocalizedText(vi: "số nguyên", en: "a whole number")
      default: LocalizedText(vi: "số", en: "a number")
      }
    func text(_ language: Language) -> String? {
      let low = minimum.map { FormNumbers.text($0, in: language) }
      let high = maximum.map { FormNumbers.text($0, in: language) }
      let noun = noun.text(in: language)
      let body: String? =
        switch (low, high, language) {
        case (let low?, let high?, .vi): "\(noun) từ \(low) đến \(high)"
        case (let low?, let high?, .en): "\(noun) from \(low) to \(high)"
        case (let low?, nil, .vi): "\(noun) từ \(low) trở lên"
        case (let low?, nil, .en): "\(noun) of at least \(low)"
        case (nil, let high?, .vi): "\(noun) không quá \(high)"
        case (nil, let high?, .en): "\(noun) of at most \(high)"
        case (nil, nil, _): nil
        }
      guard let body else { return nil }
      let start = language == .vi ? "Câu trả lời phải là " : "The answer must be "
      return start + body + missing(field, language) + "."
    }
    guard let vi = text(.vi), let en = text(.en) else { return nil }
    return LocalizedText(vi: vi, en: en)
  }

  /// `, hoặc -1 (Từ chối)`: the codes that mean missing.
  static func missing(_ field: Field, _ language: Language) -> String {
    guard !field.missingCodes.isEmpty else { return "" }
    let codes = field.missingCodes.map { code in
      let label = code.label.text(in: language)
      return label.isEmpty ? code.code : "\(code.code) (\(label))"
    }
    return (language == .vi ? ", hoặc " : ", or ") + codes.joined(separator: ", ")
  }

  /// What to know before answering: the unit, and the codes that mean missing.
  static func hint(_ field: Field) -> LocalizedText? {
    guard field.codeList == nil, field.unit != nil || !field.missingCodes.isEmpty else {
      return nil
    }
    func text(_ language: Language) -> String {
      let unit = field.unit.map { (language == .vi ? "Đơn vị: " : "Unit: ") + $0 + "." }
      let codes = field.missingCodes.map { code in
        language == .vi
          ? "Ghi \(code.code) nếu: \(code.label.text(in: .vi, or: code.code))."
          : "Enter \(code.code) for: \(code.label.text(in: .en, or: code.code))."
      }
      return ([unit].compactMap { $0 } + codes).joined(separator: " ")
    }
    return LocalizedText(vi: text(.vi), en: text(.en))
  }
}

/// Numbers of a questionnaire file, written without needless decimals.
enum FormNumbers {
  /// With the decimal sign of the language.
  static func text(_ value: Double, in language: Language) -> String {
    language == .vi ? String(machine(value).map { $0 == "." ? "," : $0 }) : machine(value)
  }

  /// With the point.
  static func machine(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
  }
}

extension Field {
  /// The smallest and largest number allowed, where the field is a number.
  var bounds: (minimum: Double?, maximum: Double?) {
    switch kind {
    case .integer(let minimum, let maximum), .number(let minimum, let maximum): (minimum, maximum)
    default: (nil, nil)
    }
  }
}

package import SurveyModel

/// How a field of a questionnaire stands in an SPSS file.
///
/// Codes that are numbers make a numeric variable, others a text. The questionnaire's codes for a
/// missing answer are declared missing, and so is one more code for a question that was not asked;
/// blank is the missing value of the system (in a text an empty text).
package struct SurveyVariable: Sendable {
  package let field: Field
  package let variable: WrittenVariable
  /// One per code of the list.
  private let codes: [WrittenValue]
  /// Stands for a question that was not asked.
  package let notAsked: WrittenValue

  /// - Parameters:
  ///   - field: Not personal, if the file leaves the house.
  ///   - name: Of ``statisticalNames(_:)``.
  ///   - language: Of the labels.
  ///   - longestText: Bytes of the longest text of the field.
  ///   - marksNotAsked: Whether some answer is "not asked".
  package init(
    _ field: Field, name: String, language: Language, longestText: Int, marksNotAsked: Bool
  ) {
    self.field = field
    var form = WrittenVariable.Form.number(decimals: 0)
    var measure = WrittenVariable.Measure.scale
    var labels: [(value: WrittenValue, label: String)] = []
    var missing = WrittenMissing()
    var codes: [WrittenValue] = []
    var notAsked = WrittenValue.blank
    switch field.kind {
    case .coded(let list):
      measure = field.isItem ? .ordinal : .nominal
      let numbers = list.codes.map { Self.number($0.code) }
      let isNumeric = numbers.allSatisfy { $0 != nil }
      codes =
        isNumeric
        ? numbers.map { .number($0 ?? 0) } : list.codes.map { .text($0.code) }
      labels = zip(codes, list.codes).map { ($0, $1.label.text(in: language)) }
        .filter { !$0.1.isEmpty }
      if !isNumeric {
        form = .text(bytes: max(list.codes.map(\.code.utf8.count).max() ?? 1, 8))
      }
      var missingCodes = Array(codes.dropFirst(list.answerCount))
      if marksNotAsked {
        notAsked = Self.freeCode(codes, isNumeric: isNumeric)
        missingCodes.append(notAsked)
        labels.append((notAsked, language == .vi ? "Không được hỏi" : "Not asked"))
      }
      missing = Self.missing(missingCodes, sparing: codes.prefix(list.answerCount))
    case .integer: break
    case .number: form = .number(decimals: 4)
    case .date: form = .date
    case .datetime: form = .datetime
    case .text:
      measure = .nominal
      form = .text(bytes: min(max(longestText, 1), WrittenVariable.longestText))
    }
    self.codes = codes
    self.notAsked = notAsked
    variable = WrittenVariable(
      name: name, label: field.label.text(in: language), form: form, labels: labels,
      missing: missing, measure: measure)
  }

  /// The value of a code by its position in the list, 0 for blank.
  package func value(atPosition position: Int) -> WrittenValue {
    position >= 1 && position <= codes.count ? codes[position - 1] : .blank
  }

  /// A code as a number, if it is written as numbers are: not `01`.
  private static func number(_ code: String) -> Double? {
    guard let number = Double(code), abs(number) < 1e15 else { return nil }
    let spelled = number == number.rounded() ? "\(Int(number))" : "\(number)"
    return spelled == code ? number : nil
  }

  private static func freeCode(_ codes: [WrittenValue], isNumeric: Bool) -> WrittenValue {
    guard isNumeric else {
      var text = "NA"
      while codes.contains(.text(text)) { text += "_" }
      return .text(text)
    }
    var code = -1.0
    while codes.contains(.number(code)) { code -= 1 }
    return .number(code)
  }

  /// What SPSS can declare missing; of texts up to three of eight bytes.
  private static func missing(
    _ values: [WrittenValue], sparing valid: ArraySlice<WrittenValue>
  ) -> WrittenMissing {
    func numbers(_ values: some Sequence<WrittenValue>) -> [Double] {
      values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
    var rule = WrittenMissing()
    if case .text = values.first {
      rule.values = Array(
        values.filter { if case .text(let text) = $0 { text.utf8.count <= 8 } else { false } }
          .prefix(3))
      return rule
    }
    if let whole = WrittenMissing(numbers(values), sparing: numbers(valid)) { return whole }
    rule.values = Array(values.prefix(3))
    return rule
  }
}

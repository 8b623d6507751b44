import SurveyModel
import XML

/// The fields of a questionnaire by identifier, made once for all its conditions.
struct FieldIndex {
  let names: [String]
  let fields: [String: Field]

  init(_ fields: [Field]) {
    names = fields.map(\.id)
    self.fields = Dictionary(fields.map { ($0.id, $0) }) { first, _ in first }
  }
}

/// Looks up the names and codes of a condition among the fields, and reports those that fail.
struct ConditionResolver {
  let index: FieldIndex
  let attribute: XMLAttribute
  private(set) var findings: [Finding] = []

  init(index: FieldIndex, attribute: XMLAttribute) {
    self.index = index
    self.attribute = attribute
  }

  /// The condition for the model; `nil` when a name or code is unknown.
  mutating func resolve(_ syntax: ConditionSyntax) -> Condition? {
    switch syntax {
    case .compare(let word, let comparison, let literal):
      guard let field = field(word) else { return nil }
      checkOrder(comparison, of: field, at: literal)
      return self.literal(literal, of: field).map {
        .compare(field: field.id, comparison, literal: $0)
      }
    case .isIn(let word, let literals):
      guard let field = field(word) else { return nil }
      let resolved = literals.map { literal($0, of: field) }
      let known = resolved.compactMap { $0 }
      return known.count == literals.count ? .isIn(field: field.id, literals: known) : nil
    case .answered(let word):
      return field(word).map { .answered(field: $0.id) }
    case .not(let inner):
      return resolve(inner).map { .not($0) }
    case .and(let left, let right):
      return both(left, right).map { .and($0, $1) }
    case .or(let left, let right):
      return both(left, right).map { .or($0, $1) }
    }
  }

  /// Resolves both sides even when the first fails, so that every fault is reported.
  private mutating func both(
    _ left: ConditionSyntax, _ right: ConditionSyntax
  ) -> (Condition, Condition)? {
    let first = resolve(left)
    let second = resolve(right)
    guard let first, let second else { return nil }
    return (first, second)
  }

  private mutating func field(_ word: ConditionWord) -> Field? {
    if let field = index.fields[word.text] { return field }
    let nearest = nearestName(to: word.text, among: index.names)
    findings.append(
      Finding(
        ConditionCode.nameUnknown, at: attribute.place(ofScalar: word.offset),
        message: LocalizedText(
          vi: "điều kiện nhắc tới “\(word.text)”, nhưng phiếu không có biến hay tiêu chí này",
          en: "the condition names “\(word.text)”, but there is no such variable or item"),
        found: LocalizedText(vi: word.text, en: word.text),
        remedy: nearest.map(didYouMean)
          ?? LocalizedText(
            vi: "sửa tên, hoặc thêm <variable id=\"\(word.text)\" …>",
            en: "correct the name, or add <variable id=\"\(word.text)\" …>"),
        subject: word.text))
    return nil
  }

  private mutating func literal(_ word: ConditionWord, of field: Field) -> String? {
    switch field.kind {
    case .coded(let list): return code(word, of: field, in: list)
    case .integer, .number:
      guard strictNumber(word.text) != nil else {
        reportForm(word, field, LocalizedText(vi: "một số", en: "a number"))
        return nil
      }
      return word.text
    case .date, .datetime:
      guard let date = CivilDate(word.text) else {
        reportForm(
          word, field,
          LocalizedText(
            vi: "một ngày dạng năm-tháng-ngày, ví dụ 2021-09-30",
            en: "a date as year-month-day, for example 2021-09-30"))
        return nil
      }
      return field.kind == .date ? String(date.day) : String(date.day * 86_400)
    case .text: return word.text
    }
  }

  private mutating func code(_ word: ConditionWord, of field: Field, in list: CodeList) -> String? {
    // Codes that the survey file will supply are not known here.
    if field.awaitsCodeList { return word.text }
    let place = attribute.place(ofScalar: word.offset)
    if let code = list.codes.first(where: { $0.code == word.text }) {
      guard code.missing != nil else { return word.text }
      findings.append(
        Finding(
          ConditionCode.codeMissing, at: place,
          message: LocalizedText(
            vi:
              "mã “\(word.text)” của \(field.id) nghĩa là không trả lời, so sánh không bao giờ đúng",
            en: "code “\(word.text)” of \(field.id) means no answer: the comparison never holds"),
          remedy: LocalizedText(
            vi: "viết not answered(\(field.id)) nếu muốn hỏi về trường hợp không trả lời",
            en: "write not answered(\(field.id)) for the case without an answer"),
          subject: field.id))
      return nil
    }
    let codes = list.answers.map(\.code)
    let shown = codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? ", …" : "")
    findings.append(
      Finding(
        ConditionCode.codeUnknown, at: place,
        message: LocalizedText(
          vi: "\(field.id) không có mã “\(word.text)”",
          en: "\(field.id) has no code “\(word.text)”"),
        found: LocalizedText(vi: word.text, en: word.text),
        expected: LocalizedText(vi: shown, en: shown),
        remedy: nearestName(to: word.text, among: codes).map(didYouMean)
          ?? LocalizedText(
            vi: "dùng một mã của \(field.id)", en: "use one of the codes of \(field.id)"),
        subject: field.id))
    return nil
  }

  private mutating func reportForm(_ word: ConditionWord, _ field: Field, _ expected: LocalizedText)
  {
    findings.append(
      Finding(
        ConditionCode.literalForm, at: attribute.place(ofScalar: word.offset),
        message: LocalizedText(
          vi: "giá trị so sánh với \(field.id) không đúng loại của biến này",
          en: "the value compared with \(field.id) does not fit its kind"),
        found: LocalizedText(vi: "“\(word.text)”", en: "“\(word.text)”"), expected: expected,
        remedy: LocalizedText(vi: "sửa giá trị so sánh", en: "correct the value"),
        subject: field.id))
  }

  /// Less and greater need numbers on both sides.
  private mutating func checkOrder(
    _ comparison: Condition.Comparison, of field: Field, at literal: ConditionWord
  ) {
    guard comparison != .equal, comparison != .notEqual else { return }
    switch field.kind {
    case .integer, .number, .date, .datetime: return
    case .coded(let list)
    where field.awaitsCodeList
      || list.answers.allSatisfy({
        strictNumber($0.code) != nil
      }):
      return
    case .coded, .text: break
    }
    findings.append(
      Finding(
        ConditionCode.order, at: attribute.place(ofScalar: literal.offset),
        message: LocalizedText(
          vi: "\(field.id) không phải là số nên không so sánh lớn bé được",
          en: "\(field.id) is not numeric, so less and greater have no meaning"),
        remedy: LocalizedText(
          vi: "dùng = , != hoặc in (…)", en: "use = , != or in (…)"), subject: field.id))
  }
}

/// The remedy that asks whether `name` was meant.
func didYouMean(_ name: String) -> LocalizedText {
  LocalizedText(vi: "có phải là “\(name)” không?", en: "did you mean “\(name)”?")
}

package import SurveyModel
import XML

/// Writes a questionnaire in the product's own vocabulary.
///
/// Read again it is the same questionnaire, files of code lists aside: their codes are written out.
/// A condition that all items of a factor share stands on the factor.
///
/// - Parameters:
///   - questionnaire: What to write.
///   - comments: XML comments for the person who goes on working on the file.
/// - Returns: The file, UTF-8, Vietnamese first.
package func writeQuestionnaire(
  _ questionnaire: Questionnaire, comments: QuestionnaireComments = QuestionnaireComments()
) -> [UInt8] {
  let writer = QuestionnaireWriter(questionnaire, comments)
  return XMLWriter.document { writer.write(to: $0) }
}

private struct QuestionnaireWriter {
  let questionnaire: Questionnaire
  let comments: QuestionnaireComments
  let fields: [String: Field]
  let scaleOfList: [CodeList: String]

  init(_ questionnaire: Questionnaire, _ comments: QuestionnaireComments) {
    self.questionnaire = questionnaire
    self.comments = comments
    fields = Dictionary(
      questionnaire.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    scaleOfList = Dictionary(
      questionnaire.scales.map { ($0.codeList, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  func write(to xml: XMLWriter) {
    xml.element(
      "questionnaire",
      [
        ("xmlns", "urn:sipas:questionnaire:1"), ("id", questionnaire.id),
        ("version", questionnaire.version), ("xml:lang", "vi"),
      ]
    ) {
      comment(comments.head, to: xml)
      texts("title", questionnaire.title, to: xml)
      for note in questionnaire.notes { texts("note", note, to: xml) }
      for source in questionnaire.sources { write(source, to: xml) }
      for scale in questionnaire.scales {
        comment(comments.scales[scale.id], to: xml)
        xml.element("scale", [("id", scale.id)]) { write(scale.codeList, to: xml) }
      }
      for area in questionnaire.areas {
        xml.element("area", [("id", area.id)]) { texts("label", area.label, to: xml) }
      }
      for field in questionnaire.fields where !field.isItem { write(variable: field, to: xml) }
      for factor in questionnaire.factors { write(factor, to: xml) }
      write(questionnaire.index, to: xml)
    }
  }

  private func write(_ source: SourceDocument, to xml: XMLWriter) {
    var attributes: [(name: String, value: String)] = [("document", source.document)]
    if let date = source.date { attributes.append(("date", date)) }
    attributes.append(("status", source.status ?? "partly-known"))
    xml.element("source", attributes, text: source.note)
  }

  private func write(_ list: CodeList, to xml: XMLWriter) {
    for answer in list.answers {
      var attributes: [(name: String, value: String)] = [("code", answer.code)]
      if answer.isSatisfied { attributes.append(("satisfied", "true")) }
      if let score = answer.score, score != decimal(answer.code) {
        attributes.append(("score", numberText(score)))
      }
      xml.element("answer", attributes) { texts("label", answer.label, to: xml) }
    }
    write(missing: list.missing, to: xml)
  }

  private func write(missing codes: ArraySlice<AnswerCode>, to xml: XMLWriter) {
    for code in codes {
      xml.element(
        "missing", [("code", code.code), ("reason", (code.missing ?? .other).rawValue)]
      ) { texts("label", code.label, to: xml) }
    }
  }

  private func write(variable field: Field, to xml: XMLWriter) {
    comment(comments.fields[field.id], to: xml)
    var attributes: [(name: String, value: String)] = [
      ("id", field.id), ("kind", kindName(field.kind)),
    ]
    if field.isRequired { attributes.append(("required", "true")) }
    if field.isPersonal { attributes.append(("personal", "true")) }
    switch field.kind {
    case .integer(let minimum, let maximum), .number(let minimum, let maximum):
      if let minimum { attributes.append(("min", numberText(minimum))) }
      if let maximum { attributes.append(("max", numberText(maximum))) }
    default: break
    }
    if let unit = field.unit { attributes.append(("unit", unit)) }
    if let condition = field.askedWhen {
      attributes.append(("asked-when", conditionText(condition, in: fields)))
    }
    xml.element("variable", attributes) {
      texts("label", field.label, to: xml)
      if let list = field.codeList {
        if field.awaitsCodeList {
          write(missing: list.missing, to: xml)
        } else {
          write(list, to: xml)
        }
      }
      write(missing: field.missingCodes[...], to: xml)
    }
  }

  private func kindName(_ kind: FieldKind) -> String {
    switch kind {
    case .coded: "category"
    case .integer: "integer"
    case .number: "number"
    case .date: "date"
    case .datetime: "datetime"
    case .text: "text"
    }
  }

  private func write(_ factor: Factor, to xml: XMLWriter) {
    comment(comments.factors[factor.id], to: xml)
    let items = factor.items.compactMap { fields[$0] }
    let shared = sharedCondition(of: items)
    var attributes: [(name: String, value: String)] = [("id", factor.id)]
    if let criterion = factor.parIndex { attributes.append(("par-index", criterion)) }
    if let area = factor.area { attributes.append(("area", area)) }
    if let weight = factor.weight { attributes.append(("weight", numberText(weight))) }
    if let shared { attributes.append(("asked-when", conditionText(shared, in: fields))) }
    if let item = factor.overallItem { attributes.append(("overall-item", item)) }
    xml.element("factor", attributes) {
      texts("label", factor.label, to: xml)
      for item in items { write(item, sharing: shared, to: xml) }
    }
  }

  private func write(_ item: Field, sharing shared: Condition?, to xml: XMLWriter) {
    comment(comments.fields[item.id], to: xml)
    let scale = item.codeList.flatMap { scaleOfList[$0] } ?? ""
    var attributes: [(name: String, value: String)] = [("id", item.id), ("scale", scale)]
    if item.isRequired { attributes.append(("required", "true")) }
    if let own = ownCondition(of: item, sharing: shared) {
      attributes.append(("asked-when", conditionText(own, in: fields)))
    }
    xml.element("item", attributes) { texts("label", item.label, to: xml) }
  }

  /// What every item's condition is, or begins with.
  private func sharedCondition(of items: [Field]) -> Condition? {
    guard let first = items.first?.askedWhen else { return nil }
    var candidates = [first]
    if case .and(let outer, _) = first { candidates.append(outer) }
    return candidates.first { candidate in
      items.allSatisfy { item in
        if item.askedWhen == candidate { return true }
        if case .and(let outer, _)? = item.askedWhen { return outer == candidate }
        return false
      }
    }
  }

  private func ownCondition(of item: Field, sharing shared: Condition?) -> Condition? {
    guard let shared else { return item.askedWhen }
    guard item.askedWhen != shared, case .and(_, let own)? = item.askedWhen else { return nil }
    return own
  }

  private func write(_ index: IndexMethod, to xml: XMLWriter) {
    comment(comments.index, to: xml)
    xml.element("index", [("id", index.id)]) {
      texts("label", index.label, to: xml)
      xml.element("item", [("measure", index.item.rawValue)])
      xml.element("factor", [("measure", index.factor.rawValue)])
      xml.element("overall", [("measure", index.overall.rawValue)])
      xml.element("rounding", [("places", String(index.places))])
    }
  }

  private func texts(_ name: String, _ text: LocalizedText, to xml: XMLWriter) {
    if let vi = text.vi { xml.element(name, text: vi) }
    if let en = text.en { xml.element(name, [("xml:lang", "en")], text: en) }
  }

  private func comment(_ texts: [LocalizedText]?, to xml: XMLWriter) {
    for text in texts ?? [] {
      xml.comment(" \(text.text(in: .vi)) · \(text.text(in: .en)) ")
    }
  }
}

/// A number as the vocabulary takes it: decimal point, no exponent.
func numberText(_ value: Double) -> String {
  if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
  return String(value)
}

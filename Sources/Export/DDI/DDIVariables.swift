import SurveyModel
import XML

extension DDICodebook {
  func writeVariables(to xml: XMLWriter) {
    let known = Set(interviews.columns.compactMap(\.field?.id))
    xml.element("dataDscr") {
      for factor in questionnaire.factors {
        let items = factor.items.filter(known.contains)
        var attributes: [(name: String, value: String)] = [
          ("ID", "G_\(factor.id)"), ("type", "subject"), ("name", factor.id),
        ]
        if !items.isEmpty {
          attributes.append(("var", items.map { "V_\($0)" }.joined(separator: " ")))
        }
        xml.element("varGrp", attributes) { labels(factor.label, to: xml) }
      }
      for (number, column) in interviews.columns.enumerated() {
        if let field = column.field {
          variable(field, number, to: xml)
        } else {
          weightVariable(column.name, to: xml)
        }
      }
      for factor in questionnaire.factors { derived(factor, to: xml) }
      derivedOverall(to: xml)
    }
  }

  private func variable(_ field: Field, _ column: Int, to xml: XMLWriter) {
    var attributes: [(name: String, value: String)] = [
      ("ID", "V_\(field.id)"), ("name", field.id), ("files", "F1"),
      ("intrvl", isContinuous(field.kind) ? "contin" : "discrete"),
      ("representationType", representation(of: field.kind)),
    ]
    if let unit = field.unit { attributes.append(("measUnit", unit)) }
    if field.isItem { attributes.append(("nature", "ordinal")) }
    if !description.weights.isEmpty { attributes.append(("wgt-var", "W_final")) }
    let counts = counts(field, interviews.columns[column].answers)
    xml.element("var", attributes) {
      labels(field.label, to: xml)
      if field.isItem {
        inBothLanguages(field.label) { language, text in
          xml.element("qstn", [("xml:lang", language.rawValue)]) {
            xml.element("qstnLit", text: text)
          }
        }
      }
      range(of: field.kind, to: xml)
      if let condition = field.askedWhen {
        for language in Language.allCases {
          let words = conditionWords(condition, questionnaire, language)
          xml.element(
            "universe", [("xml:lang", language.rawValue)],
            text: language == .vi ? "Hỏi khi: \(words)" : "Asked when: \(words)")
        }
      }
      if let counts { xml.element("sumStat", [("type", "vald")], text: String(counts.valid)) }
      for (index, code) in (field.codeList?.codes ?? []).enumerated() {
        category(code, counts?.cells[index], to: xml)
      }
      for code in field.missingCodes { category(code, nil, to: xml) }
      if field.codeList != nil, field.askedWhen != nil || interviews.hasNotAsked(column) {
        notAsked(to: xml)
      }
      if let factor = description.factor(of: field.id) {
        inBothLanguages(factor.label) {
          xml.element("concept", [("xml:lang", $0.rawValue), ("vocab", "sipas")], text: $1)
        }
      }
      format(of: field.kind, to: xml)
    }
  }

  private func counts(_ field: Field, _ values: ColumnValues?) -> CategoryCounts? {
    guard let values, let list = field.codeList, description.responses.count > 0 else { return nil }
    return CategoryCounts(
      values, list: list, weights: description.finalWeights, minimum: survey.minimumRespondents)
  }

  private func category(_ code: AnswerCode, _ cell: CategoryCounts.Cell?, to xml: XMLWriter) {
    var attributes: [(name: String, value: String)] = []
    if let reason = code.missing {
      attributes = [("missing", "Y"), ("missType", reason.rawValue)]
    }
    xml.element("catgry", attributes) {
      xml.element("catValu", text: code.code)
      labels(code.label, to: xml)
      if let count = cell?.count {
        xml.element("catStat", [("type", "freq")], text: String(count))
      }
      if let weighted = cell?.weighted {
        xml.element(
          "catStat", [("type", "freq"), ("wgtd", "wgtd"), ("wgt-var", "W_final")],
          text: rounded(weighted))
      }
    }
  }

  /// What stands in the file where a question was not asked.
  private func notAsked(to xml: XMLWriter) {
    xml.element("catgry", [("missing", "Y"), ("missType", "not-asked")]) {
      xml.element("catValu", text: interviews.notAsked)
      labels(LocalizedText(vi: "Không được hỏi", en: "Not asked"), to: xml)
    }
  }

  private func weightVariable(_ name: String, to xml: XMLWriter) {
    xml.element(
      "var",
      [
        ("ID", "W_final"), ("name", name), ("wgt", "wgt"), ("files", "F1"),
        ("intrvl", "contin"), ("representationType", "numeric"),
      ]
    ) {
      labels(LocalizedText(vi: "Quyền số cuối cùng", en: "Final weight"), to: xml)
      for language in Language.allCases {
        xml.element(
          "txt", [("xml:lang", language.rawValue)],
          text: weightingWords(survey, questionnaire, language).joined(separator: " "))
      }
      xml.element("varFormat", [("type", "numeric")])
    }
  }

  // MARK: Indices

  private func derived(_ factor: Factor, to xml: XMLWriter) {
    let known = Set(interviews.columns.compactMap(\.field?.id))
    let items = factor.items.filter(known.contains)
    index(
      id: "X_factor_\(factor.id)", name: factor.id, label: factor.label, of: items, to: xml
    ) { language in
      let words = measureWords(questionnaire.index, language)
      return language == .vi
        ? "Chỉ số của yếu tố: \(words.factor). Chỉ số tiêu chí: \(words.item)."
        : "Factor index: \(words.factor). Item index: \(words.item)."
    }
  }

  private func derivedOverall(to xml: XMLWriter) {
    let method = questionnaire.index
    let label =
      method.label.isEmpty
      ? LocalizedText(vi: "Chỉ số chung", en: "Overall index") : method.label
    let items = interviews.columns.compactMap(\.field).filter(\.isItem).map(\.id)
    index(id: "X_overall", name: method.id, label: label, of: items, to: xml) { language in
      let words = measureWords(method, language)
      return language == .vi
        ? "Chỉ số chung: \(words.overall)." : "Overall index: \(words.overall)."
    }
  }

  private func index(
    id: String, name: String, label: LocalizedText, of items: [String], to xml: XMLWriter,
    words: (Language) -> String
  ) {
    xml.element(
      "var",
      [
        ("ID", id), ("name", name), ("intrvl", "contin"), ("representationType", "numeric"),
        ("aggrMeth", questionnaire.index.item == .satisfiedShare ? "percent" : "average"),
      ]
    ) {
      labels(label, to: xml)
      let references = items.map { "V_\($0)" }.joined(separator: " ")
      xml.element("derivation", items.isEmpty ? [] : [("var", references)]) {
        for language in Language.allCases {
          xml.element("drvdesc", [("xml:lang", language.rawValue)], text: words(language))
        }
      }
      xml.element("varFormat", [("type", "numeric")])
    }
  }

  // MARK: Parts

  private func labels(_ label: LocalizedText, to xml: XMLWriter) {
    inBothLanguages(label) { xml.element("labl", [("xml:lang", $0.rawValue)], text: $1) }
  }

  private func range(of kind: FieldKind, to xml: XMLWriter) {
    let limits: (Double?, Double?, String)
    switch kind {
    case .integer(let minimum, let maximum): limits = (minimum, maximum, "INT")
    case .number(let minimum, let maximum): limits = (minimum, maximum, "REAL")
    default: return
    }
    guard limits.0 != nil || limits.1 != nil else { return }
    var attributes: [(name: String, value: String)] = [("UNITS", limits.2)]
    if let minimum = limits.0 { attributes.append(("min", rounded(minimum))) }
    if let maximum = limits.1 { attributes.append(("max", rounded(maximum))) }
    xml.element("valrng") { xml.element("range", attributes) }
  }

  private func format(of kind: FieldKind, to xml: XMLWriter) {
    switch kind {
    case .coded, .text: xml.element("varFormat", [("type", "character")])
    case .integer, .number: xml.element("varFormat", [("type", "numeric")])
    case .date:
      xml.element(
        "varFormat",
        [("type", "character"), ("formatname", "YYYY-MM-DD"), ("category", "date")])
    case .datetime:
      xml.element(
        "varFormat",
        [("type", "character"), ("formatname", "YYYY-MM-DDThh:mm:ss"), ("category", "date")])
    }
  }

  private func isContinuous(_ kind: FieldKind) -> Bool {
    switch kind {
    case .coded, .text: false
    case .integer, .number, .date, .datetime: true
    }
  }

  private func representation(of kind: FieldKind) -> String {
    switch kind {
    case .coded: "code"
    case .integer, .number: "numeric"
    case .date, .datetime: "datetime"
    case .text: "text"
    }
  }
}

/// At most six decimals, so that a sum of weights is the same in any order of rows.
func rounded(_ value: Double) -> String {
  let sum = (value * 1e6).rounded() / 1e6
  if sum == sum.rounded(), sum.magnitude < 1e15 { return String(Int64(sum)) }
  return String(sum)
}

import Questionnaires
import SurveyModel
import Testing

@testable import Interchange

/// An XLSForm as a survey officer would make it of a questionnaire.
private func form(of questionnaire: Questionnaire) -> MadeForm {
  var survey = [
    ["type", "name", "label", "label::English (en)", "required", "relevant", "constraint"]
  ]
  var choices = [["list_name", "name", "label", "label::English (en)"]]
  func add(_ list: CodeList, as name: String) {
    for code in list.codes {
      choices.append([name, code.code, code.label.vi ?? "", code.label.en ?? ""])
    }
  }
  func row(_ type: String, _ field: Field, _ relevant: Condition?) {
    var constraint = ""
    switch field.kind {
    case .integer(let minimum?, nil), .number(let minimum?, nil):
      constraint = ". >= \(numberText(minimum))"
    default: break
    }
    survey.append([
      type, field.id, field.label.vi ?? "", field.label.en ?? "", field.isRequired ? "yes" : "",
      relevant.map(xpath) ?? "", constraint,
    ])
  }
  for field in questionnaire.fields where !field.isItem {
    let type: String
    switch field.kind {
    case .coded(let list):
      if field.awaitsCodeList {
        type = "select_one_from_file \(field.id).csv"
      } else {
        add(list, as: field.id)
        type = "select_one \(field.id)"
      }
    case .integer: type = "integer"
    case .number: type = "decimal"
    case .date: type = "date"
    case .datetime: type = "datetime"
    case .text: type = "text"
    }
    row(type, field, field.askedWhen)
  }
  for scale in questionnaire.scales { add(scale.codeList, as: scale.id) }
  for factor in questionnaire.factors {
    let items = factor.items.compactMap { questionnaire.field($0) }
    survey.append([
      "begin_group", factor.id, factor.label.vi ?? "", factor.label.en ?? "", "",
      items.first?.askedWhen.map(xpath) ?? "", "",
    ])
    for item in items {
      let scale = questionnaire.scales.first { $0.codeList == item.codeList }?.id ?? ""
      row("select_one \(scale)", item, nil)
    }
    survey.append(["end_group", "", "", "", "", "", ""])
  }
  return MadeForm(sheets: [
    ("survey", survey), ("choices", choices),
    (
      "settings",
      [
        ["form_title", "form_id", "version", "default_language"],
        [
          questionnaire.title.vi ?? "", questionnaire.id, questionnaire.version, "Tiếng Việt (vi)",
        ],
      ]
    ),
  ])
}

private func xpath(_ condition: Condition) -> String {
  switch condition {
  case .compare(let field, let comparison, let literal):
    "${\(field)} \(comparison.rawValue) '\(literal)'"
  case .and(let left, let right): "\(xpath(left)) and \(xpath(right))"
  case .or(let left, let right): "(\(xpath(left)) or \(xpath(right)))"
  case .not(let inner): "not(\(xpath(inner)))"
  case .isIn(let field, let literals):
    "(" + literals.map { "selected(${\(field)}, '\($0)')" }.joined(separator: " or ") + ")"
  case .answered(let field): "${\(field)} != ''"
  }
}

@Suite struct XLSFormRoundTripTests {
  /// Fields, codes, satisfied answers, missing reasons, limits, conditions and personal variables
  /// of every shipped questionnaire come back out of a form made of it.
  @Test(arguments: Shipped.names)
  func `a form made of a shipped questionnaire gives the same fields`(_ name: String) throws {
    let questionnaire = try Shipped.read(name).withoutPlaces
    let carried = try form(of: questionnaire).imported()
    let result = try #require(carried.questionnaire)
    #expect(result.fields.map(\.id) == questionnaire.fields.map(\.id))
    for (found, expected) in zip(result.fields, questionnaire.fields) {
      var expected = expected
      expected.unit = nil
      #expect(found == expected, "\(expected.id)")
    }
    #expect(result.factors.map(\.id) == questionnaire.factors.map(\.id))
    #expect(result.factors.map(\.items) == questionnaire.factors.map(\.items))
    #expect(result.factors.map(\.label) == questionnaire.factors.map(\.label))
    #expect(result.title.vi == questionnaire.title.vi)
    #expect(result.id == questionnaire.id)
    let again = readQuestionnaire(
      writeQuestionnaire(result, comments: carried.comments), file: "again.xml")
    #expect(again.findings.filter { $0.severity == .error } == [])
    #expect(again.value?.withoutPlaces.fields == result.fields)
    #expect(carried.codes(InterchangeCodes.conditionLeftOut).isEmpty)
    #expect(carried.codes(InterchangeCodes.constraintLeftOut).isEmpty)
  }
}

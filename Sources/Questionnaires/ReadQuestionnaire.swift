package import SurveyModel
import XML

/// Reads a questionnaire: safe parsing, validation, values, rules.
///
/// - Parameter path: As the user gave it; findings name it so. `list` files are seen from its folder.
/// - Returns: The questionnaire when there is no error, and everything found.
package func readQuestionnaire(at path: String) -> Loaded<Questionnaire> {
  questionnaire(from: readVocabularyFile(at: path, .questionnaire), file: path)
}

/// Reads a questionnaire from memory; `file` is the name findings give it.
package func readQuestionnaire(_ bytes: [UInt8], file: String) -> Loaded<Questionnaire> {
  questionnaire(from: readVocabulary(bytes, file: file, .questionnaire), file: file)
}

private func questionnaire(from reading: XMLReading, file path: String) -> Loaded<Questionnaire> {
  guard let root = reading.root, isReadable(reading, as: .questionnaire) else {
    return Loaded(value: nil, findings: reading.findings, file: path, root: reading.root)
  }
  let source = QuestionnaireSource(root: root, file: path)
  var reader = QuestionnaireReader(source: source)
  let questionnaire = reader.read()
  let rules =
    reader.findings + checkUniqueNames(source) + checkAnswerCodes(source) + checkScalesKnown(source)
    + checkScalesFitMeasure(source) + checkFullySatisfied(source) + checkAreasKnown(source)
    + checkIndexWeights(source) + checkOverallItems(source) + checkVariableBounds(source)
    + checkAnswerLists(source)
    + checkRepeatedTexts(root)
  let findings = combine(structure: reading.findings, rules: rules, root: root)
  let hasErrors = findings.contains { $0.severity == .error }
  return Loaded(
    value: hasErrors ? nil : questionnaire, findings: findings, file: path, root: root)
}

/// Builds the value from the elements; total, so that it also serves broken files.
private struct QuestionnaireReader {
  let source: QuestionnaireSource
  private(set) var findings: [Finding] = []

  init(source: QuestionnaireSource) { self.source = source }

  mutating func read() -> Questionnaire {
    let root = source.root
    let scales = source.scales.map {
      Scale(id: $0.word("id") ?? "", codeList: Self.codeList(of: $0))
    }
    var fields = source.variables.map { variable($0) }
    fields += source.items.map { Self.item($0.element, scales: scales) }
    resolveConditions(of: &fields)
    let index = source.index
    return Questionnaire(
      id: root.word("id") ?? "", version: root.word("version") ?? "", title: root.texts("title"),
      notes: root.notes, sources: root.children(named: "source").map(\.sourceDocument),
      scales: scales,
      areas: source.areas.map { Area(id: $0.word("id") ?? "", label: $0.label) },
      fields: fields, factors: source.factors.map(Self.factor),
      index: IndexMethod(
        id: index?.word("id") ?? "", label: index?.label ?? LocalizedText(),
        item: source.itemMeasure ?? .satisfiedShare, factor: source.factorMeasure ?? .meanOfItems,
        overall: source.overallMeasure ?? .meanOfFactors,
        places: index?.child("rounding")?.integer("places") ?? 2),
      file: source.file)
  }

  private mutating func variable(_ element: XMLElement) -> Field {
    let missing = element.children(named: "missing").map(Self.missingCode)
    let minimum = element.number("min")
    let maximum = element.number("max")
    var awaitsCodeList = false
    let kind: FieldKind
    switch element.word("kind") {
    case "category":
      var list = Self.codeList(of: element)
      if let file = element.attribute("list") {
        let reading = readCodeList(
          at: resolvePath(file.value, from: source.file), namedAt: file.valuePlace, year: nil)
        findings += reading.findings
        let hasAnswers = list.answerCount > 0
        list = CodeList(answers: Array(reading.list?.answers ?? []), missing: missing)
        // A list that could not be read, or stands beside answers, must not make every code in a
        // condition unknown.
        awaitsCodeList = reading.list == nil || hasAnswers
      } else {
        awaitsCodeList = list.answerCount == 0
      }
      kind = .coded(list)
    case "integer": kind = .integer(minimum: minimum, maximum: maximum)
    case "number": kind = .number(minimum: minimum, maximum: maximum)
    case "date": kind = .date
    case "datetime": kind = .datetime
    default: kind = .text
    }
    var field = Field(
      id: element.word("id") ?? "", label: element.label, kind: kind,
      isRequired: element.isTrue("required"), isPersonal: element.isTrue("personal"),
      unit: element.word("unit"), awaitsCodeList: awaitsCodeList, place: element.place)
    if field.codeList == nil { field.missingCodes = missing }
    return field
  }

  private static func item(_ element: XMLElement, scales: [Scale]) -> Field {
    let scale = element.word("scale")
    let list = scales.first { $0.id == scale }?.codeList ?? CodeList(answers: [])
    return Field(
      id: element.word("id") ?? "", label: element.label, kind: .coded(list), isItem: true,
      isRequired: element.isTrue("required"), place: element.place)
  }

  private static func factor(_ element: XMLElement) -> Factor {
    Factor(
      id: element.word("id") ?? "", label: element.label, parIndex: element.word("par-index"),
      area: element.word("area"), weight: element.number("weight"),
      items: element.children(named: "item").map { $0.word("id") ?? "" },
      overallItem: element.word("overall-item"), place: element.place)
  }

  private static func codeList(of element: XMLElement) -> CodeList {
    let answers = element.children(named: "answer").map { answer in
      let code = answer.word("code") ?? ""
      return AnswerCode(
        code: code, label: answer.label, isSatisfied: answer.isTrue("satisfied"),
        score: answer.number("score") ?? strictNumber(code))
    }
    return CodeList(
      answers: answers, missing: element.children(named: "missing").map(missingCode))
  }

  private static func missingCode(_ element: XMLElement) -> AnswerCode {
    AnswerCode(
      code: element.word("code") ?? "", label: element.label,
      missing: element.word("reason").flatMap(MissingReason.init) ?? .other)
  }

  /// Parses and resolves every `asked-when`, joins a factor's condition into its items, and reports
  /// circles.
  private mutating func resolveConditions(of fields: inout [Field]) {
    let index = FieldIndex(fields)
    var graph = ConditionGraph()
    var factorConditions: [String: Condition] = [:]
    var factorFields: [String: [String]] = [:]
    for factor in source.factors {
      guard let attribute = factor.attribute("asked-when") else { continue }
      let id = factor.word("id") ?? ""
      let outcome = condition(attribute, index: index)
      factorConditions[id] = outcome.condition
      factorFields[id] = outcome.fields
    }
    let owners =
      source.variables.map { (element: $0, factor: XMLElement?.none) }
      + source.items.map { (element: $0.element, factor: Optional($0.factor)) }
    var resolved: [Condition?] = []
    for owner in owners {
      var condition: Condition?
      var reads: [String] = []
      let attribute = owner.element.attribute("asked-when")
      if let attribute {
        let outcome = self.condition(attribute, index: index)
        condition = outcome.condition
        reads = outcome.fields
      }
      let factorID = owner.factor?.word("id")
      if let factorID, let outer = factorConditions[factorID] {
        condition = condition.map { .and(outer, $0) } ?? outer
      }
      reads += factorID.flatMap { factorFields[$0] } ?? []
      resolved.append(condition)
      let place = attribute ?? owner.factor?.attribute("asked-when")
      graph.add(
        owner.element.word("id") ?? "", reads: reads,
        at: place?.valuePlace ?? owner.element.place)
    }
    findings += graph.cycles()
    for position in fields.indices where position < resolved.count {
      fields[position].askedWhen = resolved[position]
    }
  }

  private mutating func condition(
    _ attribute: XMLAttribute, index: FieldIndex
  ) -> (condition: Condition?, fields: [String]) {
    do throws(ConditionFault) {
      let syntax = try parseCondition(attribute.value)
      var resolver = ConditionResolver(index: index, attribute: attribute)
      let condition = resolver.resolve(syntax)
      findings += resolver.findings
      return (condition, syntax.fields.map(\.text))
    } catch {
      findings.append(error.finding(at: attribute.place(ofScalar: error.offset)))
      return (nil, [])
    }
  }
}

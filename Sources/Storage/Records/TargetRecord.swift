internal import SurveyModel

/// Values of ``SurveyModel`` in the form `target.facts` holds them.
struct TextRecord: Codable {
  var vi: String?
  var en: String?

  init(_ text: LocalizedText) {
    vi = text.vi
    en = text.en
  }

  var text: LocalizedText { LocalizedText(vi: vi, en: en) }
}

struct DomainTermRecord: Codable {
  var variable: String
  var code: String

  init(_ term: DomainTerm) {
    variable = term.variable
    code = term.code
  }

  var term: DomainTerm { DomainTerm(variable: variable, code: code) }
}

struct PlaceRecord: Codable {
  var file: String
  var line: Int?
  var column: Int?

  init(_ place: SourceLocation) {
    file = place.file
    line = place.line
    column = place.column
  }

  var place: SourceLocation { SourceLocation(file: file, line: line, column: column) }
}

/// `kind` is `overall`, `factor`, `item` or `figure`.
struct MeasureRecord: Codable {
  var kind: String
  var id: String?

  init(_ measure: MeasureReference) {
    switch measure {
    case .overall: kind = "overall"
    case .factor(let id): (kind, self.id) = ("factor", id)
    case .item(let id): (kind, self.id) = ("item", id)
    case .figure(let id): (kind, self.id) = ("figure", id)
    }
  }

  var measure: MeasureReference? {
    switch (kind, id) {
    case ("overall", _): .overall
    case ("factor", let id?): .factor(id)
    case ("item", let id?): .item(id)
    case ("figure", let id?): .figure(id)
    default: nil
    }
  }
}

/// `kind` is that of ``TargetRule``; the other members are those the kind has.
struct RuleRecord: Codable {
  var kind: String
  var baselineYear: Int?
  var atLeast: Double?
  var unit: String?
  /// By year, written as text.
  var minimum: [String: Double]?
  var atMost: Int?
  var of: Int?

  init(_ rule: TargetRule) {
    kind = rule.kind
    switch rule {
    case .increase(let year, let step, let unit):
      (baselineYear, atLeast, self.unit) = (year, step, unit.rawValue)
    case .hold(let year): baselineYear = year
    case .minimum(let values):
      minimum = Dictionary(uniqueKeysWithValues: values.map { ("\($0.key)", $0.value) })
    case .rank(let place, let count): (atMost, of) = (place, count)
    }
  }

  var rule: TargetRule? {
    switch kind {
    case "increase":
      guard let baselineYear, let unit = unit.flatMap(IncreaseUnit.init) else { return nil }
      return .increase(baselineYear: baselineYear, atLeast: atLeast, unit: unit)
    case "hold": return baselineYear.map { .hold(baselineYear: $0) }
    case "minimum":
      guard let minimum else { return nil }
      var values: [Int: Double] = [:]
      for (year, value) in minimum {
        guard let year = Int(year) else { return nil }
        values[year] = value
      }
      return .minimum(values)
    case "rank": return atMost.map { .rank(atMost: $0, of: of) }
    default: return nil
    }
  }
}

struct TaskRecord: Codable {
  var agency: String?
  var text: String
}

/// A target of a plan.
struct TargetRecord: Codable {
  var id: String
  var label: TextRecord
  var measure: MeasureRecord
  var year: Int?
  var domain: [DomainTermRecord]
  var rule: RuleRecord
  var section: String?
  var lead: [String]
  var cooperating: [String]
  var implementing: [String]
  var due: String?
  var tasks: [TaskRecord]
  var notes: [TextRecord]
  var place: PlaceRecord?

  init(_ target: Target) {
    id = target.id
    label = TextRecord(target.label)
    measure = MeasureRecord(target.measure)
    year = target.year
    domain = target.domain.map(DomainTermRecord.init)
    rule = RuleRecord(target.rule)
    section = target.section
    lead = target.lead
    cooperating = target.cooperating
    implementing = target.implementing
    due = target.due
    tasks = target.tasks.map { TaskRecord(agency: $0.agency, text: $0.text) }
    notes = target.notes.map(TextRecord.init)
    place = target.place.map(PlaceRecord.init)
  }

  var target: Target? {
    guard let measure = measure.measure, let rule = rule.rule else { return nil }
    return Target(
      id: id, label: label.text, measure: measure, year: year, domain: domain.map(\.term),
      rule: rule, section: section, lead: lead, cooperating: cooperating,
      implementing: implementing, due: due,
      tasks: tasks.map { TargetTask(agency: $0.agency, text: $0.text) }, notes: notes.map(\.text),
      place: place?.place)
  }
}

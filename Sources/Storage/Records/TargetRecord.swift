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

struct TaskRecord: Codable {
  var agency: String?
  var text: String
}

/// A target of a plan.
struct TargetRecord: Codable {
  var id: String
  var label: TextRecord
  /// `nil` for a requirement in words.
  var measure: MeasureRecord?
  var area: String?
  var year: Int?
  var domain: [DomainTermRecord]
  var rule: RuleRecord
  var section: String?
  var lead: [String]
  var cooperating: [String]
  var implementing: [String]
  var due: String?
  /// Written as 2021-12-31.
  var dueBy: String?
  var tasks: [TaskRecord]
  var notes: [TextRecord]
  var place: PlaceRecord?

  init(_ target: Target) {
    id = target.id
    label = TextRecord(target.label)
    measure = target.measure.map(MeasureRecord.init)
    area = target.area
    year = target.year
    domain = target.domain.map(DomainTermRecord.init)
    rule = RuleRecord(target.rule)
    section = target.section
    lead = target.lead
    cooperating = target.cooperating
    implementing = target.implementing
    due = target.due
    dueBy = target.dueBy?.text
    tasks = target.tasks.map { TaskRecord(agency: $0.agency, text: $0.text) }
    notes = target.notes.map(TextRecord.init)
    place = target.place.map(PlaceRecord.init)
  }

  var target: Target? {
    let reference = measure?.measure
    guard let rule = rule.rule, (measure == nil) == (reference == nil) else { return nil }
    return Target(
      id: id, label: label.text, measure: reference, year: year, domain: domain.map(\.term),
      rule: rule, section: section, area: area, lead: lead, cooperating: cooperating,
      implementing: implementing, due: due, dueBy: dueBy.flatMap { CivilDate($0) },
      tasks: tasks.map { TargetTask(agency: $0.agency, text: $0.text) }, notes: notes.map(\.text),
      place: place?.place)
  }
}

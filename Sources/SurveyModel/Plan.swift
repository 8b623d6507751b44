/// What a target or baseline speaks of.
package enum MeasureReference: Sendable, Hashable {
  case overall
  case factor(String)
  case item(String)
  /// A figure entered by an office, not estimated from the survey.
  case figure(String)

  /// As written in the plan and in results: `overall`, a factor or item id, `figure:ID`.
  package var name: String {
    switch self {
    case .overall: "overall"
    case .factor(let id), .item(let id): id
    case .figure(let id): "figure:\(id)"
    }
  }
}

/// One variable held at one code, for example field = land.
package struct DomainTerm: Sendable, Hashable {
  package var variable: String
  package var code: String

  package init(variable: String, code: String) {
    self.variable = variable
    self.code = code
  }
}

package struct BaselineValue: Sendable, Hashable {
  package var measure: String
  package var domain: [DomainTerm]
  /// Percent, or the unit of the figure.
  package var value: Double

  package init(measure: String, domain: [DomainTerm] = [], value: Double) {
    self.measure = measure
    self.domain = domain
    self.value = value
  }
}

package struct Baseline: Sendable, Hashable {
  package var year: Int
  package var source: String
  /// `official`, `entered`, `synthetic`, or `awaited`: the document compares with this year but
  /// gives no figures for it.
  package var status: String
  package var values: [BaselineValue]

  package init(year: Int, source: String, status: String = "official", values: [BaselineValue]) {
    self.year = year
    self.source = source
    self.status = status
    self.values = values
  }
}

package struct EnteredFigure: Sendable, Hashable {
  package var id: String
  /// A ``FigureUnit`` by its raw value.
  package var unit: String
  package var label: LocalizedText
  package var values: [(year: Int, value: Double, source: String)]
  /// The years that a reporting form asks for it in.
  package var askedYears: [Int]

  package init(
    id: String, unit: String, label: LocalizedText,
    values: [(year: Int, value: Double, source: String)] = [], askedYears: [Int] = []
  ) {
    self.id = id
    self.unit = unit
    self.label = label
    self.values = values
    self.askedYears = askedYears
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.unit == right.unit && left.label == right.label
      && left.askedYears == right.askedYears && left.values.elementsEqual(right.values) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

package struct TargetTask: Sendable, Hashable {
  package var agency: String?
  package var text: String

  package init(agency: String? = nil, text: String) {
    self.agency = agency
    self.text = text
  }
}

/// One target of a plan, who answers for it and by when.
package struct Target: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText
  /// `nil` only for a requirement in words: every other rule needs a figure.
  package var measure: MeasureReference?
  /// The area of the plan it belongs to.
  package var area: String?
  /// The year it is for; `nil` when it is judged in every year: a minimum or maximum with one value
  /// per year, a standard score, a requirement in words.
  package var year: Int?
  package var domain: [DomainTerm]
  package var rule: TargetRule
  /// Section of the source document.
  package var section: String?
  package var lead: [String]
  package var cooperating: [String]
  package var implementing: [String]
  /// The deadline in the words of the document.
  package var due: String?
  /// The last day that the words of the deadline name; `nil` where they name none.
  package var dueBy: CivilDate?
  package var tasks: [TargetTask]
  package var notes: [LocalizedText]
  package var place: SourceLocation?

  package init(
    id: String, label: LocalizedText = LocalizedText(), measure: MeasureReference?, year: Int?,
    domain: [DomainTerm] = [], rule: TargetRule, section: String? = nil, area: String? = nil,
    lead: [String] = [], cooperating: [String] = [], implementing: [String] = [],
    due: String? = nil, dueBy: CivilDate? = nil, tasks: [TargetTask] = [],
    notes: [LocalizedText] = [], place: SourceLocation? = nil
  ) {
    self.id = id
    self.label = label
    self.measure = measure
    self.area = area
    self.year = year
    self.domain = domain
    self.rule = rule
    self.section = section
    self.lead = lead
    self.cooperating = cooperating
    self.implementing = implementing
    self.due = due
    self.dueBy = dueBy
    self.tasks = tasks
    self.notes = notes
    self.place = place
  }
}

/// A part of a plan that groups targets, for example one area of the PAR Index.
package struct PlanArea: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText

  package init(id: String, label: LocalizedText) {
    self.id = id
    self.label = label
  }
}

/// Baselines, targets, and who answers for them.
package struct Plan: Sendable, Hashable {
  package var id: String
  package var title: LocalizedText
  package var notes: [LocalizedText]
  package var sources: [SourceDocument]
  package var areas: [PlanArea]
  package var baselines: [Baseline]
  package var figures: [EnteredFigure]
  package var parPoints: [PARPointsRule]
  package var targets: [Target]
  package var file: String

  package init(
    id: String, title: LocalizedText = LocalizedText(), notes: [LocalizedText] = [],
    sources: [SourceDocument] = [], areas: [PlanArea] = [], baselines: [Baseline] = [],
    figures: [EnteredFigure] = [], parPoints: [PARPointsRule] = [], targets: [Target],
    file: String = ""
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.sources = sources
    self.areas = areas
    self.baselines = baselines
    self.figures = figures
    self.parPoints = parPoints
    self.targets = targets
    self.file = file
  }
}

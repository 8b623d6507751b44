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

package enum IncreaseUnit: String, Sendable, Hashable, CaseIterable {
  /// Percentage points: threshold = baseline + step.
  case points
  /// Relative: threshold = baseline × (1 + step / 100).
  case percent
}

package enum TargetRule: Sendable, Hashable {
  /// Strictly above the baseline when `atLeast` is absent.
  case increase(baselineYear: Int, atLeast: Double?, unit: IncreaseUnit)
  /// At or above the baseline.
  case hold(baselineYear: Int)
  /// At or above the value of the survey's year.
  case minimum([Int: Double])
  /// At or better than a place; a small number is a good rank.
  case rank(atMost: Int, of: Int?)

  package var kind: String {
    switch self {
    case .increase: "increase"
    case .hold: "hold"
    case .minimum: "minimum"
    case .rank: "rank"
    }
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
  /// `official`, `entered` or `synthetic`.
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
  package var unit: String
  package var label: LocalizedText
  package var values: [(year: Int, value: Double, source: String)]

  package init(
    id: String, unit: String, label: LocalizedText,
    values: [(year: Int, value: Double, source: String)] = []
  ) {
    self.id = id
    self.unit = unit
    self.label = label
    self.values = values
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.unit == right.unit && left.label == right.label
      && left.values.elementsEqual(right.values) { $0 == $1 }
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
  package var measure: MeasureReference
  /// The year it is for; `nil` when a minimum has one value per year.
  package var year: Int?
  package var domain: [DomainTerm]
  package var rule: TargetRule
  /// Section of the source document.
  package var section: String?
  package var lead: [String]
  package var cooperating: [String]
  package var implementing: [String]
  package var due: String?
  package var tasks: [TargetTask]
  package var notes: [LocalizedText]
  package var place: SourceLocation?

  package init(
    id: String, label: LocalizedText = LocalizedText(), measure: MeasureReference, year: Int?,
    domain: [DomainTerm] = [], rule: TargetRule, section: String? = nil, lead: [String] = [],
    cooperating: [String] = [], implementing: [String] = [], due: String? = nil,
    tasks: [TargetTask] = [], notes: [LocalizedText] = [], place: SourceLocation? = nil
  ) {
    self.id = id
    self.label = label
    self.measure = measure
    self.year = year
    self.domain = domain
    self.rule = rule
    self.section = section
    self.lead = lead
    self.cooperating = cooperating
    self.implementing = implementing
    self.due = due
    self.tasks = tasks
    self.notes = notes
    self.place = place
  }
}

/// Baselines, targets, and who answers for them.
package struct Plan: Sendable, Hashable {
  package var id: String
  package var title: LocalizedText
  package var notes: [LocalizedText]
  package var sources: [SourceDocument]
  package var baselines: [Baseline]
  package var figures: [EnteredFigure]
  package var targets: [Target]
  package var file: String

  package init(
    id: String, title: LocalizedText = LocalizedText(), notes: [LocalizedText] = [],
    sources: [SourceDocument] = [], baselines: [Baseline] = [], figures: [EnteredFigure] = [],
    targets: [Target], file: String = ""
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.sources = sources
    self.baselines = baselines
    self.figures = figures
    self.targets = targets
    self.file = file
  }
}

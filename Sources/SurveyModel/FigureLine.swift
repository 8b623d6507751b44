/// A figure of a plan in one year: entered, or still missing.
package struct FigureLine: Sendable, Hashable {
  package enum Origin: String, Sendable, Hashable, CaseIterable {
    case store
    case plan
  }

  package var figure: String
  package var label: LocalizedText
  package var unit: String
  package var year: Int
  /// `nil` while it is missing.
  package var value: Double?
  package var source: String?
  package var origin: Origin?
  /// Of the entry in the store.
  package var number: Int64?
  package var by: String?
  /// Targets judged by it in that year.
  package var targets: [String]
  /// Targets that it is the baseline of.
  package var baselineOf: [String]
  package var lead: [String]

  package init(
    figure: String, label: LocalizedText, unit: String, year: Int, value: Double? = nil,
    source: String? = nil, origin: Origin? = nil, number: Int64? = nil, by: String? = nil,
    targets: [String] = [], baselineOf: [String] = [], lead: [String] = []
  ) {
    self.figure = figure
    self.label = label
    self.unit = unit
    self.year = year
    self.value = value
    self.source = source
    self.origin = origin
    self.number = number
    self.by = by
    self.targets = targets
    self.baselineOf = baselineOf
    self.lead = lead
  }
}

/// A target without a figure in one year: judged, or still to be judged.
package struct JudgementLine: Sendable, Hashable {
  package var target: String
  package var label: LocalizedText
  package var year: Int
  package var judgement: TargetJudgement?
  package var lead: [String]

  package init(
    target: String, label: LocalizedText, year: Int, judgement: TargetJudgement?, lead: [String]
  ) {
    self.target = target
    self.label = label
    self.year = year
    self.judgement = judgement
    self.lead = lead
  }
}

/// What a plan needs beside the survey, and what of it is on record.
package struct FigureOverview: Sendable, Hashable {
  package var plan: String
  package var title: LocalizedText
  /// The year in which targets that stand in every year are looked at.
  package var year: Int
  package var figures: [FigureLine]
  package var judgements: [JudgementLine]

  package init(
    plan: String, title: LocalizedText, year: Int, figures: [FigureLine],
    judgements: [JudgementLine]
  ) {
    self.plan = plan
    self.title = title
    self.year = year
    self.figures = figures
    self.judgements = judgements
  }
}

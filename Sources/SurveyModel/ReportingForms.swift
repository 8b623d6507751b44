/// What a superior body asks agencies to report: an outline in words and statistical forms, as a
/// document lays them down.
///
/// Words, numbering and order are the document's. Only what fills a place is ours: a measure of the
/// survey, a figure on record, or a paragraph that can be written from the results.
package struct ReportingForms: Sendable, Hashable {
  package var id: String
  package var title: LocalizedText
  package var notes: [LocalizedText]
  package var sources: [SourceDocument]
  /// The areas that items and rows belong to, in the order of the document.
  package var areas: [PlanArea]
  package var outline: ReportOutline?
  package var forms: [StatisticalForm]
  package var file: String

  package init(
    id: String, title: LocalizedText, notes: [LocalizedText] = [], sources: [SourceDocument] = [],
    areas: [PlanArea] = [], outline: ReportOutline? = nil, forms: [StatisticalForm] = [],
    file: String = ""
  ) {
    self.id = id
    self.title = title
    self.notes = notes
    self.sources = sources
    self.areas = areas
    self.outline = outline
    self.forms = forms
    self.file = file
  }
}

/// The outline of a report: headings and points to write about.
package struct ReportOutline: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText
  /// What the report is about, for its head; empty where the label says it.
  package var abstract: LocalizedText
  package var notes: [LocalizedText]
  package var items: [OutlineItem]

  package init(
    id: String, label: LocalizedText, abstract: LocalizedText = LocalizedText(),
    notes: [LocalizedText] = [], items: [OutlineItem] = []
  ) {
    self.id = id
    self.label = label
    self.abstract = abstract
    self.notes = notes
    self.items = items
  }

  /// Every item with its depth, from 1, in the order of the document.
  package var allItems: [(item: OutlineItem, depth: Int)] {
    var all: [(item: OutlineItem, depth: Int)] = []
    func add(_ items: [OutlineItem], depth: Int) {
      for item in items {
        all.append((item, depth))
        add(item.items, depth: depth + 1)
      }
    }
    add(items, depth: 1)
    return all
  }
}

/// A heading or a point of an outline.
package struct OutlineItem: Sendable, Hashable {
  package var id: String
  /// The number or sign as printed: `Phần I`, `a)`, `-`; empty where none is.
  package var code: String
  package var label: LocalizedText
  package var notes: [LocalizedText]
  package var area: String?
  /// The figure that answers it.
  package var measure: FormMeasure?
  /// The paragraphs that answer it, in this order.
  package var fills: [OutlineFill]
  package var items: [OutlineItem]

  package init(
    id: String, code: String = "", label: LocalizedText, notes: [LocalizedText] = [],
    area: String? = nil, measure: FormMeasure? = nil, fills: [OutlineFill] = [],
    items: [OutlineItem] = []
  ) {
    self.id = id
    self.code = code
    self.label = label
    self.notes = notes
    self.area = area
    self.measure = measure
    self.fills = fills
    self.items = items
  }

  /// A point that somebody has to write about: it has no points below it.
  package var isPoint: Bool { items.isEmpty }
}

/// A paragraph that is written from the results of a survey and the register of its plan.
package enum OutlineFill: String, Sendable, Hashable, CaseIterable {
  /// One sentence for each target that the survey measures.
  case attainment
  /// How many targets of each area are met, not met, or cannot be judged.
  case areas
  /// The overall index and its parts.
  case indices
  /// What pulls down each target that is not met.
  case contributions
  /// Points of the PAR Index and of score cards, and where they were lost.
  case lostPoints = "lost-points"
  /// What has passed its deadline without being met, and who leads it.
  case overdue
  /// How many interviews there are, and what the checks found.
  case quality
}

/// What fills a row: a measure of the survey or a figure of the plan.
package enum FormMeasure: Sendable, Hashable {
  /// `overall`, a factor or an item of the questionnaire.
  case estimate(String)
  /// A figure of the plan, by its id.
  case figure(String)
}

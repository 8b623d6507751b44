/// A public document a file's content comes from.
package struct SourceDocument: Sendable, Hashable {
  package var document: String
  package var date: String?
  package var issuer: String?
  /// For example `official`, `reconstructed`, `partly-known`, `synthetic`.
  package var status: String?
  package var note: String?

  package init(
    document: String, date: String? = nil, issuer: String? = nil, status: String? = nil,
    note: String? = nil
  ) {
    self.document = document
    self.date = date
    self.issuer = issuer
    self.status = status
    self.note = note
  }
}

/// A named set of answers shared by items.
package struct Scale: Sendable, Hashable {
  package var id: String
  package var codeList: CodeList

  package init(id: String, codeList: CodeList) {
    self.id = id
    self.codeList = codeList
  }
}

/// A component of the index, such as "Tiếp cận dịch vụ".
package struct Factor: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText
  /// Criterion of the PAR Index this factor is, for example 8.1.1.
  package var parIndex: String?
  package var area: String?
  /// Share of the factor in a weighted overall index.
  package var weight: Double?
  /// The ids of its items, in file order.
  package var items: [String]
  /// The item that stands for the factor when the factor's measure is ``FactorMeasure/item``.
  package var overallItem: String?
  package var place: SourceLocation?

  package init(
    id: String, label: LocalizedText, parIndex: String? = nil, area: String? = nil,
    weight: Double? = nil, items: [String], overallItem: String? = nil,
    place: SourceLocation? = nil
  ) {
    self.id = id
    self.label = label
    self.parIndex = parIndex
    self.area = area
    self.weight = weight
    self.items = items
    self.overallItem = overallItem
    self.place = place
  }
}

package enum ItemMeasure: String, Sendable, Hashable, CaseIterable {
  case satisfiedShare = "satisfied-share"
  case meanScore = "mean-score"
  case meanScore100 = "mean-score-0-100"
}

package enum FactorMeasure: String, Sendable, Hashable, CaseIterable {
  case meanOfItems = "mean-of-items"
  case pooledAnswers = "pooled-answers"
  case item
  /// The share of people all of whose valid answers to the factor's items are satisfied.
  case fullySatisfied = "fully-satisfied"
}

package enum OverallMeasure: String, Sendable, Hashable, CaseIterable {
  case meanOfFactors = "mean-of-factors"
  case meanOfItems = "mean-of-items"
  case pooledAnswers = "pooled-answers"
  case weighted
  /// The share of people all of whose valid answers to any item are satisfied.
  case fullySatisfied = "fully-satisfied"
}

/// How answers become the index: declared in the file, printed in every report.
package struct IndexMethod: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText
  package var item: ItemMeasure
  package var factor: FactorMeasure
  package var overall: OverallMeasure
  /// Decimal places of published figures; rounding is half up and happens once.
  package var places: Int

  package init(
    id: String, label: LocalizedText = LocalizedText(), item: ItemMeasure, factor: FactorMeasure,
    overall: OverallMeasure, places: Int = 2
  ) {
    self.id = id
    self.label = label
    self.item = item
    self.factor = factor
    self.overall = overall
    self.places = places
  }
}

/// An area groups factors in reports ("chính sách", "cung ứng dịch vụ").
package struct Area: Sendable, Hashable {
  package var id: String
  package var label: LocalizedText

  package init(id: String, label: LocalizedText) {
    self.id = id
    self.label = label
  }
}

/// What was asked, and how answers become indices.
package struct Questionnaire: Sendable, Hashable {
  package var id: String
  package var version: String
  package var title: LocalizedText
  package var notes: [LocalizedText]
  package var sources: [SourceDocument]
  package var scales: [Scale]
  package var areas: [Area]
  /// Variables in file order, then the items of the factors in file order.
  package var fields: [Field]
  package var factors: [Factor]
  package var index: IndexMethod
  /// The file it was read from, as given.
  package var file: String

  package init(
    id: String, version: String, title: LocalizedText, notes: [LocalizedText] = [],
    sources: [SourceDocument] = [], scales: [Scale] = [], areas: [Area] = [], fields: [Field],
    factors: [Factor], index: IndexMethod, file: String = ""
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.notes = notes
    self.sources = sources
    self.scales = scales
    self.areas = areas
    self.fields = fields
    self.factors = factors
    self.index = index
    self.file = file
  }

  package func field(_ id: String) -> Field? { fields.first { $0.id == id } }
  package func fieldIndex(_ id: String) -> Int? { fields.firstIndex { $0.id == id } }
  package func factor(_ id: String) -> Factor? { factors.first { $0.id == id } }
  /// The items in file order.
  package var items: [Field] { fields.filter(\.isItem) }
}

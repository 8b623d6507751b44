/// A statistical form: columns and rows as the document prints them.
package struct StatisticalForm: Sendable, Hashable {
  package var id: String
  /// Where it stands: `Phụ lục II`.
  package var section: String
  package var label: LocalizedText
  /// The line below the name: to which report it belongs.
  package var subtitle: LocalizedText
  package var notes: [LocalizedText]
  package var columns: [FormColumn]
  package var rows: [FormRow]

  package init(
    id: String, section: String = "", label: LocalizedText,
    subtitle: LocalizedText = LocalizedText(), notes: [LocalizedText] = [],
    columns: [FormColumn], rows: [FormRow]
  ) {
    self.id = id
    self.section = section
    self.label = label
    self.subtitle = subtitle
    self.notes = notes
    self.columns = columns
    self.rows = rows
  }

  /// The years that its columns ask for, in their order.
  package var years: [Int] { columns.compactMap(\.year) }
}

package struct FormColumn: Sendable, Hashable {
  /// What stands in a column.
  package enum Content: String, Sendable, Hashable, CaseIterable {
    case code
    case label
    case unit
    /// The figures of one year.
    case value
    /// Where figures are from, and what there is to say of them.
    case note
    /// Words that only the agency knows.
    case words
  }

  package var id: String
  package var content: Content
  package var label: LocalizedText
  /// A heading over several neighbouring columns.
  package var group: LocalizedText
  /// The year of a ``Content/value`` column.
  package var year: Int?

  package init(
    id: String, content: Content, label: LocalizedText, group: LocalizedText = LocalizedText(),
    year: Int? = nil
  ) {
    self.id = id
    self.content = content
    self.label = label
    self.group = group
    self.year = year
  }
}

package struct FormRow: Sendable, Hashable {
  /// What a row asks for; read off its unit.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Nothing: it heads the rows below it.
    case heading
    /// An empty row for the agency's own entries.
    case blank
    case count
    case percent
    /// A number and its share: `… hồ sơ = …%`.
    case countPercent = "count-percent"
    /// A number of a total: `Số tài khoản/ tổng`.
    case ratio
    /// A number, a total and the share that follows from them.
    case ratioPercent = "ratio-percent"
    /// Two numbers side by side.
    case pair
    /// 0 for no, 1 for yes.
    case yesNo = "yes-no"
  }

  package var id: String
  /// The number as printed; empty where none is.
  package var code: String
  package var kind: Kind
  package var area: String?
  package var label: LocalizedText
  /// As printed.
  package var unit: LocalizedText
  /// What fills it; `nil` where figures are entered under its own id.
  package var measure: FormMeasure?
  /// The indicators of a row that holds several; then the row itself has no figures.
  package var parts: [FormRow]
  package var notes: [LocalizedText]

  package init(
    id: String, code: String = "", kind: Kind, area: String? = nil,
    label: LocalizedText = LocalizedText(), unit: LocalizedText = LocalizedText(),
    measure: FormMeasure? = nil, parts: [FormRow] = [], notes: [LocalizedText] = []
  ) {
    self.id = id
    self.code = code
    self.kind = kind
    self.area = area
    self.label = label
    self.unit = unit
    self.measure = measure
    self.parts = parts
    self.notes = notes
  }

  /// The rows that hold figures: its parts, or itself.
  package var indicators: [FormRow] { parts.isEmpty ? [self] : parts }

  /// The numbers that its kind is made of, in the order in which they are printed.
  package var numbers: [FormNumberPart] {
    switch kind {
    case .heading, .blank: []
    case .count, .yesNo: [FormNumberPart(suffix: "", unit: .count)]
    case .percent: [FormNumberPart(suffix: "", unit: .percent)]
    case .countPercent:
      [FormNumberPart(suffix: "", unit: .count), FormNumberPart(suffix: "percent", unit: .percent)]
    case .ratio, .ratioPercent:
      [FormNumberPart(suffix: "", unit: .count), FormNumberPart(suffix: "total", unit: .count)]
    case .pair:
      [FormNumberPart(suffix: "", unit: .count), FormNumberPart(suffix: "second", unit: .count)]
    }
  }
}

/// One of the numbers that a cell of a form holds.
package struct FormNumberPart: Sendable, Hashable {
  /// Tells it from the others of the cell; empty for the first.
  package var suffix: String
  package var unit: FigureUnit

  package init(suffix: String, unit: FigureUnit) {
    self.suffix = suffix
    self.unit = unit
  }

  /// The id under which it is entered: `form:II.2.4-1`, `form:II.2.4-1:percent`.
  package func figure(of row: FormRow) -> String {
    ReportingForms.figurePrefix + row.id + (suffix.isEmpty ? "" : ":" + suffix)
  }
}

extension ReportingForms {
  /// Begins the ids of figures that rows without a measure are entered under.
  package static let figurePrefix = "form:"

  /// The figures that agencies enter for the rows, in the order of the forms.
  ///
  /// Each is asked for in the years of its form's columns.
  package var figures: [EnteredFigure] {
    forms.flatMap { form in
      form.rows.flatMap(\.indicators).filter { $0.measure == nil }.flatMap { row in
        row.numbers.map { part in
          EnteredFigure(
            id: part.figure(of: row), unit: part.unit.rawValue,
            label: form.label(of: row, part), askedYears: form.years)
        }
      }
    }
  }
}

extension StatisticalForm {
  /// Tells the row from those of other places that have the same words.
  fileprivate func label(of row: FormRow, _ part: FormNumberPart) -> LocalizedText {
    func told(_ text: String?, _ words: [String: String]) -> String? {
      text.map { text in
        let number = words[part.suffix].map { " (\($0))" } ?? ""
        return "\(section.isEmpty ? id : section), \(row.id): \(text)\(number)"
      }
    }
    return LocalizedText(
      vi: told(row.label.vi, ["percent": "tỷ lệ", "total": "tổng", "second": "số thứ hai"]),
      en: told(row.label.en, ["percent": "share", "total": "total", "second": "second number"]))
  }
}

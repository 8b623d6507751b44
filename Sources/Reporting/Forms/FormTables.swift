internal import Documents
internal import SurveyModel

/// How far the indicators of forms are filled in, over all years that are asked for.
struct FormTally: Hashable {
  var filled = 0
  var partly = 0
  var open = 0

  var all: Int { filled + partly + open }

  mutating func add(_ values: [FormValue]) {
    if values.allSatisfy(\.isFilled) {
      filled += 1
    } else if values.contains(where: \.isStarted) {
      partly += 1
    } else {
      open += 1
    }
  }
}

extension FormContent {
  // MARK: The forms

  func formSection(_ form: StatisticalForm, number: Int) -> DocumentSection {
    let label = form.label.text(in: language)
    let subtitle = form.subtitle.text(in: language)
    let title = [form.section, label].filter { !$0.isEmpty }.joined(separator: ". ")
    let note: [Block] = subtitle.isEmpty ? [] : [.paragraph(Paragraph(subtitle, role: .note))]
    let table = DocumentTable(
      id: "form-table-\(number)", title: title, showsTitle: false,
      columns: form.columns.map(column), rows: form.rows.map { cells($0, of: form) },
      hasRowHeads: false)
    return DocumentSection(
      id: "form-\(number)", title: title.isEmpty ? form.id : title, blocks: note + [.table(table)])
  }

  private func column(_ column: FormColumn) -> DocumentTable.Column {
    let (alignment, width): (DocumentTable.Column.Alignment, Double) =
      switch column.content {
      case .code: (.centre, 0.6)
      case .label: (.start, 3.4)
      case .unit: (.start, 1.4)
      case .value: (.centre, 1.2)
      case .note, .words: (.start, 1.4)
      }
    return DocumentTable.Column(
      column.label.text(in: language), subhead: column.group.text(in: language),
      alignment: alignment, width: width)
  }

  private func cells(_ row: FormRow, of form: StatisticalForm) -> [Cell] {
    form.columns.map { column in
      let isBlank = row.kind == .blank
      switch column.content {
      case .code: return Cell(row.code, isStrong: row.kind == .heading)
      case .label:
        let label = row.label.text(in: language)
        return Cell(
          isBlank && label.isEmpty ? FormValues.room : label, isStrong: row.kind == .heading)
      case .unit: return Cell(unit(of: row))
      case .value: return isBlank ? Cell(FormValues.room) : value(of: row, column)
      case .note: return Cell(sources(of: row, in: form).joined(separator: "; "))
      case .words: return Cell(isBlank ? FormValues.room : "")
      }
    }
  }

  /// Of a row that holds several indicators those of all, in their order.
  private func unit(of row: FormRow) -> String {
    row.unit.isEmpty
      ? row.parts.map { $0.unit.text(in: language) }.joined(separator: "; ")
      : row.unit.text(in: language)
  }

  private func value(of row: FormRow, _ column: FormColumn) -> Cell {
    guard let year = column.year, row.kind != .heading else { return Cell("") }
    let all = row.indicators.map { values.value(of: $0, year: year) }
    var cell = Cell(all.map(\.text).joined(separator: "; "))
    if all.count == 1 { cell.number = all[0].number }
    return cell
  }

  /// Where the figures of a row are from; with the year where the years differ in it.
  private func sources(of row: FormRow, in form: StatisticalForm) -> [String] {
    let byYear = form.years.map { year in
      var sources: [String] = []
      for indicator in row.indicators {
        for source in values.value(of: indicator, year: year).sources
        where !sources.contains(source) {
          sources.append(source)
        }
      }
      return (year: year, sources: sources)
    }.filter { !$0.sources.isEmpty }
    if Set(byYear.map(\.sources)).count == 1, byYear.count == form.years.count {
      return byYear[0].sources
    }
    return byYear.map { "\($0.year): \($0.sources.joined(separator: "; "))" }
  }

  // MARK: What is filled in

  func standingSection() -> DocumentSection {
    var blocks: [Block] = [.paragraph(Paragraph(texts.formsOf(forms)))]
    let areas = tallies()
    let whole = areas.reduce(into: FormTally()) { whole, area in
      whole.filled += area.tally.filled
      whole.partly += area.tally.partly
      whole.open += area.tally.open
    }
    if whole.all > 0 {
      blocks.append(.paragraph(Paragraph([.init(texts.formIndicators(whole), .strong)])))
    }
    let points = points
    if points.all > 0 {
      blocks.append(
        .paragraph(
          Paragraph([.init(texts.formPoints(all: points.all, started: points.started), .strong)])))
    }
    if whole.all > 0 {
      blocks.append(.paragraph(Paragraph(texts.formHowToFill)))
      blocks.append(
        .table(
          content.table(
            "standing-table", texts.formStanding, showsTitle: false,
            [
              content.words(texts.columnArea, width: 2.6),
              content.numbers(texts.columnIndicators), content.numbers(texts.columnFilled),
              content.numbers(texts.columnPartly), content.numbers(texts.columnToFill),
              content.words(texts.columnWhoFills, width: 2),
            ],
            areas.map { area in
              [
                Cell(area.name), content.count(area.tally.all), content.count(area.tally.filled),
                content.count(area.tally.partly), content.count(area.tally.open),
                Cell(area.agencies.joined(separator: "; ")),
              ]
            })))
    }
    return DocumentSection(id: "standing", title: texts.formStanding, blocks: blocks)
  }

  /// By area in the order of the file, rows of no area last; areas without indicators left out.
  func tallies() -> [(name: String, tally: FormTally, agencies: [String])] {
    let known = Set(forms.areas.map(\.id))
    var tally: [String: FormTally] = [:]
    var agencies: [String: [String]] = [:]
    for form in forms.forms where !form.years.isEmpty {
      for row in form.rows {
        let area = row.area.flatMap { known.contains($0) ? $0 : nil } ?? ""
        for indicator in row.indicators where !indicator.numbers.isEmpty {
          let found = form.years.map { values.value(of: indicator, year: $0) }
          tally[area, default: FormTally()].add(found)
          guard !found.allSatisfy(\.isFilled) else { continue }
          for agency in whoFills(indicator) where agencies[area]?.contains(agency) != true {
            agencies[area, default: []].append(agency)
          }
        }
      }
    }
    let named = forms.areas.map { (id: $0.id, name: $0.label.text(in: language)) }
    return (named + [(id: "", name: texts.otherRows)]).compactMap { area in
      tally[area.id].map {
        (
          name: area.name.isEmpty ? area.id : area.name, tally: $0,
          agencies: agencies[area.id] ?? []
        )
      }
    }
  }

  /// Who leads the targets of a figure of the plan, else the reporting agency.
  private func whoFills(_ row: FormRow) -> [String] {
    guard case .figure(let id)? = row.measure else { return [agency] }
    var leads: [String] = []
    for target in content.run.plan?.targets ?? [] where target.measure == .figure(id) {
      for lead in target.lead where !leads.contains(lead) { leads.append(lead) }
    }
    return leads.isEmpty ? [agency] : leads
  }
}

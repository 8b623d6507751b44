internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// One figure of one year, with where it is from.
  private struct YearFigure {
    var year: Int
    var value: Double
    var lower: Double?
    var upper: Double?
    /// Where the figure stands in `results.json`.
    var pointer: String?
    var origin: String
    /// As published: with the places it was published with.
    var isPublished = false
  }

  /// Figures over the years, and the change since an earlier survey; `nil` of a single year.
  func trendSection() -> DocumentSection? {
    var blocks: [Block] = []
    let lines = measures.map { measure in
      (measure: measure, years: years(of: measure.kind, id: measure.id))
    }.filter { Set($0.years.map(\.year)).count > 1 }
    if !lines.isEmpty {
      blocks.append(note(texts.trendNote))
      blocks.append(
        .picture(
          trendPicture(
            lines.map { (names.name(of: $0.measure.kind, id: $0.measure.id), $0.years) })))
    }
    if let change = run.change, let table = changeTable(change) {
      blocks.append(.heading(texts.changeTitle(year: change.year), id: "change"))
      blocks.append(note(texts.changeNote(change)))
      blocks.append(.table(table))
      blocks += changePartTables()
    }
    guard !blocks.isEmpty else { return nil }
    return DocumentSection(id: "trend", title: texts.words["title.trend"], blocks: blocks)
  }

  /// The figures of an index of the whole population by year: published baselines, an earlier
  /// survey, this one. A survey's own figure stands in place of another of its year.
  private func years(of kind: MeasureKind, id: String) -> [YearFigure] {
    let name =
      switch kind {
      case .overall: MeasureReference.overall.name
      case .factor, .item: id
      }
    var found: [Int: YearFigure] = [:]
    for baseline in run.plan?.baselines ?? [] {
      for value in baseline.values where value.measure == name && value.domain.isEmpty {
        let target = run.targets.firstIndex {
          $0.target.measure?.name == name && $0.target.domain.isEmpty
            && $0.baselineYear == baseline.year && $0.baseline == value.value
        }
        found[baseline.year] = YearFigure(
          year: baseline.year, value: value.value,
          pointer: target.map { "/targets/\($0)/baseline" },
          origin: texts.baselineSource(baseline), isPublished: true)
      }
    }
    if let change = run.change,
      let place = change.changes.firstIndex(where: {
        $0.kind == kind && $0.id == id && $0.domain.isEmpty
      }), !change.changes[place].isHidden, change.changes[place].before.isFinite
    {
      found[change.year] = YearFigure(
        year: change.year, value: change.changes[place].before,
        pointer: "/change/changes/\(place)/before", origin: texts.surveyOfYear(change.survey))
    }
    if let estimate = run.estimates.estimate(of: kind, id: id), let value = estimate.shown.value {
      found[run.survey.year] = YearFigure(
        year: run.survey.year, value: value, lower: estimate.shown.lower,
        upper: estimate.shown.upper, pointer: pointers[estimate].map { $0 + "/estimate" },
        origin: texts.thisSurvey)
    }
    return found.values.sorted { $0.year < $1.year }
  }

  private func trendPicture(_ lines: [(label: String, years: [YearFigure])]) -> DocumentPicture {
    let years = Set(lines.flatMap { $0.years.map(\.year) }).sorted()
    // The ministry's figures are made by another method from 2022 on (876/QĐ-BNV).
    let isBroken = (years.first ?? 0) < 2022 && (years.last ?? 0) >= 2022
    let title = texts.words["title.trend"]
    let drawn = chart(
      id: "picture-trend", title: title,
      description: lines.map { line in
        let figures = line.years.map {
          "\($0.year): \(style.decimal($0.value, places: places))"
        }
        return "\(line.label): \(figures.joined(separator: "; "))."
      }.joined(separator: " "),
      axisTitle: axisTitle, isShare: isShare,
      content: .trend(
        TrendPlot(
          lines: lines.map { line in
            TrendPlot.Line(
              label: line.label,
              points: line.years.map {
                TrendPlot.Point(
                  year: $0.year,
                  figure: ChartFigure(
                    value: $0.value, lower: $0.lower, upper: $0.upper,
                    text: style.decimal($0.value, places: places)))
              })
          },
          breaks: isBroken ? [TrendPlot.Break(year: 2022, text: texts.methodBreak)] : [])))
    let origins = years.map { year in
      lines.lazy.flatMap(\.years).first { $0.year == year }?.origin ?? ""
    }
    return DocumentPicture(
      chart: drawn,
      table: table(
        "trend-figures", title, showsTitle: false,
        [words(texts.columnIndex, width: 2)]
          + zip(years, origins).map { numbers("\($0)", subhead: $1) },
        lines.map { line in
          [Cell(line.label)]
            + years.map { year in
              guard let figure = line.years.first(where: { $0.year == year }) else {
                return Cell(NumberStyle.missing)
              }
              return figure.isPublished
                ? exactNumber(
                  figure.value, places: places, isPercent: isShare, at: figure.pointer)
                : number(figure.value, places: places, unit: unit, at: figure.pointer)
            }
        }))
  }

  /// Overall index and sub-indices of the whole population against the earlier survey.
  private func changeTable(_ change: ChangeTable) -> DocumentTable? {
    let rows = change.changes.enumerated().filter {
      $0.element.domain.isEmpty && $0.element.kind != .item
    }.map { place, row -> [Cell] in
      let label = Cell(names.name(of: row.kind, id: row.id))
      let missing = Cell(NumberStyle.missing)
      guard !row.isHidden else {
        return [label, missing, missing, missing, Cell(texts.hiddenPart), missing]
      }
      let pointer = "/change/changes/\(place)"
      var difference = number(
        row.difference, places: places, unit: .points, at: pointer + "/difference")
      difference.number?.formula = .difference(of: 2, less: 1)
      if let lower = row.lower, let upper = row.upper {
        difference.detail =
          style.signed(lower, places: places) + " – " + style.signed(upper, places: places)
      }
      return [
        label, number(row.before, places: places, unit: unit, at: pointer + "/before"),
        number(row.now, places: places, unit: unit, at: pointer + "/now"), difference,
        Cell(
          texts.reading(ofChange: row.difference, pValue: row.pValueChanged)
            + texts.warning(row.flag)),
        number(row.smallestDetectable, places: places, at: pointer + "/smallest_detectable"),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return table(
      "change-table", texts.changeTitle(year: change.year), showsTitle: false,
      [
        words(texts.columnIndex, width: 2), numbers(texts.before), numbers(texts.now),
        numbers(texts.change, subhead: texts.columnInterval(level: run.survey.level), width: 1.4),
        words(texts.reading, width: 1.4), numbers(texts.smallestDetectable),
      ], rows)
  }
}

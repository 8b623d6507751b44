internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// A decomposition with its place in `results.json`.
  private struct PlacedParts {
    let decomposition: Decomposition
    let pointer: String
  }

  /// One visible part, or one that is kept back.
  private struct PlacedPart {
    let part: DecompositionPart
    let pointer: String
  }

  /// What pulls each target down: its distance shared out among questions and groups.
  func contributionSection() -> DocumentSection? {
    let all = HiddenFigures(run).decompositions.enumerated().map {
      PlacedParts(decomposition: $0.element, pointer: "/decompositions/\($0.offset)")
    }
    var blocks: [Block] = []
    for (number, target) in placedTargets().enumerated() {
      let parts = all.filter { $0.decomposition.isOf(target: target.row.id) }
      guard !parts.isEmpty else { continue }
      let id = "parts-\(number + 1)"
      blocks.append(.heading("\(target.row.id). \(target.row.label)", id: id))
      blocks.append(.paragraph(Paragraph(texts.sentence(target.row), role: .lead)))
      func title(_ by: String) -> String { "\(target.row.label): \(lowercasedFirst(by))" }
      for (place, parts) in parts.prefix(2).enumerated() {
        blocks.append(
          .picture(picture(parts, id: "\(id)-\(place + 1)", title: title)))
      }
      let more = parts.dropFirst(2).enumerated().map { place, parts in
        Block.table(partTable(parts, id: "\(id)-\(place + 3)", title: title))
      }
      if !more.isEmpty { blocks.append(.more(summary: texts.moreParts, more)) }
    }
    guard !blocks.isEmpty else { return nil }
    return DocumentSection(
      id: "contributions", title: texts.contributionsTitle,
      blocks: [note(texts.contributionsNote)] + blocks)
  }

  /// Where the change of the overall index comes from, as tables.
  func changePartTables() -> [Block] {
    HiddenFigures(run).changeDecompositions.enumerated().filter { $0.element.kind == .overall }
      .enumerated().map { place, parts in
        let name = names.name(of: .overall, id: parts.element.id)
        return .table(
          partTable(
            PlacedParts(
              decomposition: parts.element, pointer: "/change/decompositions/\(parts.offset)"),
            id: "change-parts-\(place + 1)", title: { texts.changePartsTitle(name, $0) }))
      }
  }

  private func picture(
    _ parts: PlacedParts, id: String, title: (String) -> String
  ) -> DocumentPicture {
    var table = partTable(parts, id: id, title: title)
    // The picture above it says the same.
    table.showsTitle = false
    let shown = lowest(parts).prefix(LowestParts.longest)
    let bars = shown.map { placed in
      let part = placed.part
      let half = part.halfWidth.finite
      return SignedBar(
        label: shortLabel(of: part),
        figure: ChartFigure(
          value: part.contribution, lower: half.map { part.contribution - $0 },
          upper: half.map { part.contribution + $0 },
          text: style.signed(part.contribution, places: places)),
        isUncertain: half.map { part.contribution.magnitude <= $0 } ?? true)
    }
    let readings = shown.map { placed in
      "\(label(of: placed.part)): \(style.signed(placed.part.contribution, places: places))"
    }
    return DocumentPicture(
      chart: chart(
        id: "picture-\(id)", title: table.title,
        description: texts.contribution + ": " + readings.joined(separator: "; ") + ".",
        axisTitle: texts.points, isShare: false,
        content: .bars(bars)),
      table: table)
  }

  private func partTable(
    _ parts: PlacedParts, id: String, title: (String) -> String
  ) -> DocumentTable {
    let decomposition = parts.decomposition
    let by = texts.contributionsBy(decomposition.variables.map { names.name(ofVariable: $0) })
    let hasEffects = decomposition.parts.contains { $0.effect != .distance }
    var columns = [words(texts.part, width: 2.6)]
    if hasEffects { columns.append(words(texts.effect)) }
    columns += [
      numbers(texts.figureOfPart), numbers(texts.contribution),
      words(texts.reading, width: 1.4),
    ]
    let shown = lowest(parts).prefix(LowestParts.longest).map { placed in
      let part = placed.part
      let half = part.halfWidth.finite
      return partRow(
        part, hasEffects: hasEffects,
        figure: number(part.figure, places: places, at: placed.pointer + "/figure"),
        contribution: number(
          part.contribution, places: places, unit: .points, at: placed.pointer + "/contribution"
        ).with(
          detail: half.map { "±\u{A0}\(style.decimal($0, places: places))" } ?? "",
          trace: texts.trace(of: part, level: run.survey.level)),
        reading: texts.reading(of: part.contribution, halfWidth: part.halfWidth)
          + texts.warning(part.flag))
    }
    let missing = Cell(NumberStyle.missing)
    let kept = zip(decomposition.parts, decomposition.hiddenParts)
      .filter { $0.1 && $0.0.flag != .noData }.prefix(LowestParts.longest)
      .map { part, _ in
        partRow(
          part, hasEffects: hasEffects, figure: missing, contribution: missing,
          reading: texts.hiddenPart)
      }
    return table(id, title(by), columns, shown + kept)
  }

  private func partRow(
    _ part: DecompositionPart, hasEffects: Bool, figure: Cell, contribution: Cell, reading: String
  ) -> [Cell] {
    [Cell(label(of: part))] + (hasEffects ? [Cell(texts.effect(part.effect))] : [])
      + [figure, contribution, Cell(reading)]
  }

  /// The visible parts, lowest contribution first.
  private func lowest(_ parts: PlacedParts) -> [PlacedPart] {
    LowestParts.visible(parts.decomposition).map {
      PlacedPart(part: $0.part, pointer: "\(parts.pointer)/parts/\($0.place)")
    }
  }

  private func label(of part: DecompositionPart) -> String {
    LowestParts(run: run, texts: texts, names: names).label(of: part)
  }

  /// Beside a bar there is little room: effects are told apart by their words.
  private func shortLabel(of part: DecompositionPart) -> String {
    part.effect == .distance
      ? label(of: part) : "\(label(of: part)) (\(texts.effect(part.effect)))"
  }
}

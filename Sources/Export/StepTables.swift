internal import DelimitedText
internal import SurveyModel

/// `steps.csv`: the weighting steps in order; `weights` is the column of `interviews.csv`.
///
/// `lower` and `upper` are ratios of new to old weight for a calibration, weights for a trimming;
/// `relative_to` says which weight those of a trimming are multiples of.
func stepsTable(_ result: RunResult) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: [
    "step", "name", "kind", "weights", "margins", "variance", "method", "lower", "upper",
    "strict", "relative_to", "tolerance", "factors_estimated",
  ])
  for (number, step) in result.weights.enumerated() {
    let row = StepRow(step, definition: number == 0 ? nil : result.survey.weighting[number - 1])
    writer.append([
      .number("\(number)"), .text(step.name), .text(step.kind.name), .text("w\(number)"),
      .number("\(row.margins)"), .text(row.variance), .text(row.method), row.lower, row.upper,
      row.isStrict, .text(row.relativeTo), row.tolerance, row.factorsEstimated,
    ])
  }
  return writer.bytes
}

/// What a weighting step used, as cells; empty where it has no such thing.
private struct StepRow {
  var margins = 0
  var variance = ""
  var method = ""
  var lower = CSVWriter.Cell.empty
  var upper = CSVWriter.Cell.empty
  var isStrict = CSVWriter.Cell.empty
  var relativeTo = ""
  var tolerance = CSVWriter.Cell.empty
  var factorsEstimated = CSVWriter.Cell.empty

  init(_ step: WeightStep, definition: WeightingStepDefinition?) {
    switch step.kind {
    case .design: break
    case .nonresponse(let adjustment): factorsEstimated = flag(adjustment.sampledCells != nil)
    case .poststratify: margins = 1
    case .rake(let totals, let linearisation, _):
      margins = totals.count
      variance = linearisation.rawValue
    case .calibrate(let totals, let distance):
      margins = totals.count
      method = distance.rawValue
    case .trim(let lowest, let highest):
      lower = number(lowest)
      upper = number(highest)
    }
    switch definition {
    case .rake(let rake): tolerance = number(rake.tolerance)
    case .calibrate(let calibration):
      tolerance = number(calibration.tolerance)
      lower = number(calibration.lower)
      upper = number(calibration.upper)
    case .trim(let trim):
      isStrict = flag(trim.isStrict)
      relativeTo = trim.reference.rawValue
    case .nonresponse, .poststratify, nil: break
    }
  }
}

/// The population tables: `margin-2-1.csv` is the first margin of step 2, `classes-1.csv` the
/// nonresponse classes of step 1, `sampled-1.csv` its sampled people by PSU and class.
func stepFiles(_ result: RunResult, _ columns: ExportedColumns) -> [ExportFile] {
  var files: [ExportFile] = []
  for (number, step) in result.weights.enumerated() {
    switch step.kind {
    case .design, .trim: break
    case .poststratify(let totals):
      files.append(marginFile("margin-\(number)-1.csv", totals, columns))
    case .rake(let margins, _, _), .calibrate(let margins, _):
      for (index, totals) in margins.enumerated() {
        files.append(marginFile("margin-\(number)-\(index + 1).csv", totals, columns))
      }
    case .nonresponse(let adjustment):
      files += nonresponseFiles(number, adjustment, columns)
    }
  }
  return files
}

private func marginFile(
  _ name: String, _ totals: MarginTotals, _ columns: ExportedColumns
) -> ExportFile {
  levelFile(
    name, totals.grouping, columns, value: "population", values: totals.totals)
}

/// One row per level: the codes of its variables, and a number.
private func levelFile(
  _ name: String, _ grouping: Grouping, _ columns: ExportedColumns, value: String,
  values: [Double]
) -> ExportFile {
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(
    texts: ["level"] + grouping.variables.map { columns.column(of: $0)?.name ?? $0 } + [value])
  for (index, level) in grouping.levels.enumerated() {
    writer.append(
      [.number("\(index + 1)")]
        + level.terms.map {
          .text(columns.column(of: $0.variable)?.written($0.code) ?? $0.code)
        } + [number(values[index])])
  }
  return ExportFile(name: name, bytes: writer.bytes)
}

private func nonresponseFiles(
  _ step: Int, _ adjustment: NonresponseAdjustment, _ columns: ExportedColumns
) -> [ExportFile] {
  var files = [
    levelFile(
      "classes-\(step).csv", adjustment.classes, columns, value: "factor",
      values: adjustment.factors)
  ]
  if let cells = adjustment.sampledCells {
    var writer = CSVWriter(guardsFormulas: false)
    writer.append(texts: ["unit1", "level", "sampled"])
    for cell in cells {
      writer.append([.number("\(cell.psu + 1)"), .number("\(cell.level + 1)"), number(cell.weight)])
    }
    files.append(ExportFile(name: "sampled-\(step).csv", bytes: writer.bytes))
  }
  return files
}

internal import DelimitedText
internal import SurveyModel

/// `expected.csv`: every figure of the run at full precision.
///
/// The domain stands in pairs of columns, a variable's column and its code; all empty is the whole
/// population. Of a figure that could give a person away only the row is written, unless the export
/// includes it.
func expectedTable(_ export: AnalysisExport, _ columns: ExportedColumns) -> [UInt8] {
  let estimates = export.result.estimates.estimates
  let width = estimates.map(\.domain.count).max() ?? 0
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(
    texts: ["kind", "id"] + (0..<width).flatMap { ["variable\($0 + 1)", "code\($0 + 1)"] } + [
      "estimate", "se", "lower", "upper", "interval", "df", "deff", "deff_wor", "n", "complete",
      "flag",
    ])
  for estimate in estimates {
    var cells: [CSVWriter.Cell] = [.text(estimate.kind.rawValue), .text(estimate.id)]
    for place in 0..<width {
      guard place < estimate.domain.count else {
        cells += [.empty, .empty]
        continue
      }
      let term = estimate.domain[place]
      let column = columns.column(of: term.variable)
      cells.append(.text(column?.name ?? term.variable))
      cells.append(.text(column?.written(term.code) ?? term.code))
    }
    let isShown = export.includesSuppressed || !(estimate.flagReason?.isConfidential ?? false)
    if isShown {
      cells += [
        number(estimate.value), number(estimate.standardError), number(estimate.lower),
        number(estimate.upper), .text(estimate.intervalMethod.rawValue),
        number(estimate.degreesOfFreedom), number(estimate.designEffect),
        number(estimate.designEffectWithoutReplacement), number(estimate.respondents),
        flag(estimate.isComplete),
      ]
    } else {
      cells += [CSVWriter.Cell](repeating: .empty, count: 10)
    }
    cells.append(.text(estimate.flag?.rawValue ?? ""))
    writer.append(cells)
  }
  return writer.bytes
}

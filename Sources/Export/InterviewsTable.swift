internal import DelimitedText
internal import SurveyModel

/// `interviews.csv`: one row per interview, in the order of the run's weights.
///
/// `interview` counts from 1: the ids of the store are not written. `stratum`, `unit1`, `unit2`…
/// are numbers of the design, `population1`, `population2`… the units in the population that they
/// were drawn from (empty: no finite population correction), `w0`, `w1`… the weights after each
/// step.
func interviewsTable(_ export: AnalysisExport, _ columns: ExportedColumns) -> [UInt8] {
  let design = export.design
  let steps = export.result.weights
  let stages = design.laterStages
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(
    texts: ["interview", "stratum", "unit1", "population1"]
      + stages.indices.flatMap { ["unit\($0 + 2)", "population\($0 + 2)"] }
      + steps.indices.map { "w\($0)" } + columns.all.map(\.name))
  let texts = columns.all.map { CellTexts($0, notAsked: columns.notAsked) }
  for row in 0..<export.responses.count {
    let psu = Int(design.psuOfRow[row])
    let stratum = Int(design.stratumOfPSU[psu])
    var cells: [CSVWriter.Cell] = [
      .number("\(row + 1)"), .number("\(stratum + 1)"), .number("\(psu + 1)"),
      number(design.strata[stratum].populationPSUs),
    ]
    var parent = psu
    for stage in stages {
      let unit = Int(stage.unitOfRow[row])
      cells.append(.number("\(unit + 1)"))
      cells.append(number(stage.populationOfParent[parent]))
      parent = unit
    }
    for step in steps { cells.append(number(step.weights[row])) }
    for text in texts { cells.append(text.cell(at: row)) }
    writer.append(cells)
  }
  return writer.bytes
}

/// The cells of one exported column.
private struct CellTexts {
  private let column: ExportedColumn
  private let codes: [String]
  private let notAsked: String

  init(_ column: ExportedColumn, notAsked: String) {
    self.column = column
    codes = column.field.codeList?.codes.map(\.code) ?? []
    self.notAsked = notAsked
  }

  func cell(at row: Int) -> CSVWriter.Cell {
    switch column.values {
    case .coded8(let positions):
      return code(Int(positions[row]), isAsked: positions[row] != CodeList.notAsked8)
    case .coded16(let positions):
      return code(Int(positions[row]), isAsked: positions[row] != CodeList.notAsked16)
    case .integers(let values):
      return values[row] == ColumnValues.blankInteger ? .empty : .number("\(values[row])")
    case .numbers(let values):
      return values[row].isNaN ? .empty : number(values[row])
    case .days(let values):
      return values[row] == ColumnValues.blankDay
        ? .empty : .text(CivilDate(day: Int(values[row])).text)
    case .texts(let texts):
      return texts.text(at: row).map { .text(column.written($0)) } ?? .empty
    case .dropped:
      return .empty
    }
  }

  private func code(_ position: Int, isAsked: Bool) -> CSVWriter.Cell {
    guard isAsked else { return .text(notAsked) }
    return position == 0 ? .empty : .text(codes[position - 1])
  }
}

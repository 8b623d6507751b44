internal import DelimitedText
internal import SurveyModel

/// Makes `columns.csv`: which field each of the names `v1`, `i1`… stands for.
func columnsTable(_ columns: ExportedColumns) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: ["column", "role", "id", "kind", "label_vi", "label_en"])
  for column in columns.all {
    let field = column.field
    writer.append(texts: [
      column.name, column.role.rawValue, field.id, kind(of: column),
      field.label.text(in: .vi), field.label.text(in: .en),
    ])
  }
  return writer.bytes
}

private func kind(of column: ExportedColumn) -> String {
  switch column.field.kind {
  case .coded: "coded"
  case .integer, .number, .datetime: "number"
  case .date: "date"
  case .text: "numbered-text"
  }
}

/// `codes.csv`: the codes of each coded column; `score` is empty where none is declared.
func codesTable(_ columns: ExportedColumns) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: [
    "column", "position", "code", "label_vi", "label_en", "missing", "satisfied", "score",
  ])
  for column in columns.all {
    for (index, code) in (column.field.codeList?.codes ?? []).enumerated() {
      writer.append([
        .text(column.name), number(index + 1), .text(code.code),
        .text(code.label.text(in: .vi)), .text(code.label.text(in: .en)),
        .text(code.missing?.rawValue ?? ""), flag(code.missing == nil && code.isSatisfied),
        number(code.score),
      ])
    }
  }
  return writer.bytes
}

/// `index.csv`: which items make which factor, one row per factor and item.
func indexTable(_ questionnaire: Questionnaire, _ columns: ExportedColumns) -> [UInt8] {
  var writer = CSVWriter(guardsFormulas: false)
  writer.append(texts: ["factor", "weight", "item", "column", "stands_for_factor"])
  for factor in questionnaire.factors {
    for item in factor.items {
      writer.append([
        .text(factor.id), number(factor.weight), .text(item),
        .text(columns.column(of: item)?.name ?? ""), flag(item == factor.overallItem),
      ])
    }
  }
  return writer.bytes
}

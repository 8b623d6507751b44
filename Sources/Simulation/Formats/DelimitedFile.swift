import DelimitedText
import SurveyModel

/// One file of delimited text.
func delimitedFile(
  named name: String, fields: [Field], rows: [[String]],
  columns: [ResponseMapping.Column], form: FileForm
) throws(SimulationError) -> SimulatedFile {
  let spelled = form.spellsLabels ? SpelledCells(fields, columns: columns) : nil
  let isExcel = form.delimiter != .comma
  let separator = form.delimiter.character
  let lineEnd = isExcel ? "\r\n" : "\n"
  var text = ""
  func append(_ cells: [String]) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { text.append(separator) }
      text += FieldDialect.quoted(cell, separator)
    }
    text += lineEnd
  }
  append(spelled?.headers ?? fields.map(\.id))
  for row in rows {
    append(
      row.enumerated().map { column, cell in
        guard column < fields.count else { return cell }
        if let spelled, fields[column].codeList != nil { return spelled.cell(cell, column: column) }
        return isExcel ? FieldDialect.inExcel(cell, field: fields[column]) : cell
      })
  }
  let isUTF16 = form.encoding == .utf16LittleEndian || form.encoding == .utf16BigEndian
  let mark = isUTF16 || form.hasByteOrderMark ? byteOrderMark(of: form.encoding) : []
  let file = name + ".csv"
  do throws(UnencodableCharacter) {
    return SimulatedFile(name: file, bytes: mark + (try encoded(text, as: form.encoding)))
  } catch {
    throw .letter(error.scalar, encoding: form.encoding.rawValue, file: file)
  }
}

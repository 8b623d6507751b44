import JSONText
import SurveyModel

/// Writes interviews as JSON, one object per line, with the names KoboToolbox gives its members:
/// group and question with `/` between, questions without an answer left out.
func jsonLinesFiles(
  fields: [Field], rows: [[String]], interviewID: String, form: String, name: String
) -> [SimulatedFile] {
  let form = SubmissionForm(id: form, fields: fields, interviewID: interviewID)
  let names = form.groups.flatMap { group in
    group.columns.map { column in
      (column, group.name.map { "\($0)/\(fields[column].id)" } ?? fields[column].id)
    }
  }
  var bytes: [UInt8] = []
  for (number, row) in rows.enumerated() {
    func member(_ name: String, _ write: () -> Void) {
      if bytes.last != 0x7B { bytes.append(0x2C) }
      appendJSONString(name, to: &bytes)
      bytes.append(0x3A)
      write()
    }
    bytes.append(0x7B)
    for (column, name) in names where column < row.count && !row[column].isEmpty {
      let cell = form.value(row[column], of: fields[column])
      let isNumeric =
        switch fields[column].kind {
        case .integer, .number: isJSONNumber(cell)
        default: false
        }
      member(name) {
        if isNumeric {
          bytes.append(contentsOf: Array(cell.utf8))
        } else {
          appendJSONString(cell, to: &bytes)
        }
      }
    }
    let id = form.instanceID(of: row, number: number)
    let platform = [
      ("_uuid", String(id.dropFirst(5))), ("_xform_id_string", form.id), ("meta/instanceID", id),
      ("__version__", "1"),
    ]
    for (name, value) in platform { member(name) { appendJSONString(value, to: &bytes) } }
    bytes.append(contentsOf: [0x7D, 0x0A])
  }
  return [SimulatedFile(name: name + ".jsonl", bytes: bytes)]
}

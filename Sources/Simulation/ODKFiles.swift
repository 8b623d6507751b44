import Archives
import SurveyModel
import XML

/// Writes interviews as XForms submissions, one XML file each, in folders as ODK Collect makes them.
///
/// - Parameters:
///   - fields: The columns of `rows`.
///   - rows: Codes by field.
///   - interviewID: The field of the interview id; submissions of one interview have one id.
///   - form: The form's id.
///   - name: The folder.
/// - Returns: `NAME/FORM_00001/submission.xml` and so on.
func odkXMLFiles(
  fields: [Field], rows: [[String]], interviewID: String, form: String, name: String
) -> [SimulatedFile] {
  let form = SubmissionForm(id: form, fields: fields, interviewID: interviewID)
  return rows.enumerated().map { number, row in
    let digits = String(number + 1)
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return SimulatedFile(
      name: "\(name)/\(form.id)_\(padded)/submission.xml",
      bytes: submission(form, row, number: number))
  }
}

/// Writes interviews as one ZIP of XForms submissions.
func odkZipFiles(
  fields: [Field], rows: [[String]], interviewID: String, form: String, name: String
) -> [SimulatedFile] {
  let files = odkXMLFiles(
    fields: fields, rows: rows, interviewID: interviewID, form: form, name: "instances")
  return [
    SimulatedFile(
      name: name + ".zip", bytes: archiveBytes(of: files.map { ($0.name, $0.bytes) }))
  ]
}

private func submission(_ form: SubmissionForm, _ row: [String], number: Int) -> [UInt8] {
  XMLWriter.document { xml in
    func write(_ column: Int) {
      let cell = column < row.count ? row[column] : ""
      let field = form.fields[column]
      xml.element(field.id, text: cell.isEmpty ? nil : form.value(cell, of: field))
    }
    let attributes = [
      ("xmlns:orx", "http://openrosa.org/xforms"), ("id", form.id), ("version", "1"),
    ]
    xml.element("data", attributes) {
      xml.comment(" synthetic ")
      for group in form.groups {
        if let name = group.name {
          xml.element(name) { group.columns.forEach(write) }
        } else {
          group.columns.forEach(write)
        }
      }
      xml.element("orx:meta") {
        xml.element("orx:instanceID", text: form.instanceID(of: row, number: number))
      }
    }
  }
}

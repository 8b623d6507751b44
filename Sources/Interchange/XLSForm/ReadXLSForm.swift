import Spreadsheets
import SurveyModel

/// Reads an XLSForm workbook.
///
/// ## Method
///
/// XLSForm reference tables (xlsform.org): sheets `survey`, `choices`, `settings`; the types and
/// columns of Kobo that go beyond it (`begin_score`, `score__row`).
func readXLSForm(at path: String, findings: inout [Finding]) -> ForeignForm? {
  let workbook: Workbook
  do throws(WorkbookFault) { workbook = try Workbook(path: path) } catch {
    findings.append(error.finding(file: path))
    return nil
  }
  func sheet(_ name: String) -> FormSheet? {
    let found = workbook.sheets.first { collapsed($0.name).lowercased() == name }
    guard let found else { return nil }
    do throws(WorkbookFault) {
      return try FormSheet(found, of: workbook, file: path, findings: &findings)
    } catch {
      findings.append(error.finding(file: path, sheet: found.name))
      return nil
    }
  }
  guard let survey = sheet("survey") else {
    if !findings.contains(where: { $0.severity == .error }) {
      findings.append(.noSurveySheet(workbook.sheets.map(\.name), file: path))
    }
    return nil
  }
  let choices = sheet("choices")
  let settings = FormSettings(sheet("settings"))
  guard !findings.contains(where: { $0.severity == .error }) else { return nil }
  var form = ForeignForm(program: .xlsForm, file: path)
  form.id = settings["form_id"] ?? settings["id_string"]
  form.version = settings["version"]
  if let title = settings["form_title"] ?? settings["title"] {
    let language: Language =
      settings["default_language"].flatMap(FormLanguage.known)
      ?? (FormLanguage.looksVietnamese([title]) ? .vi : .en)
    form.title = language == .vi ? LocalizedText(vi: title) : LocalizedText(en: title)
  }
  if let choices {
    form.lists = choiceLists(choices, settings["default_language"], findings: &findings)
  }
  var reader = XLSFormRows(
    survey, form: form, defaultLanguage: settings["default_language"], findings: &findings)
  reader.read()
  findings += reader.findings
  return reader.form
}

/// The sheet `settings`: one row of names, one of values.
private struct FormSettings {
  private var values: [String: String] = [:]

  init(_ sheet: FormSheet?) {
    guard let sheet, let row = sheet.rows.first else { return }
    for (column, name) in sheet.header { values[name] = row.cells[column] }
  }

  subscript(name: String) -> String? { values[name] }
}

private func choiceLists(
  _ sheet: FormSheet, _ language: String?, findings: inout [Finding]
) -> [ChoiceList] {
  guard let listColumn = sheet.column("list_name", "list name"),
    let codeColumn = sheet.column("name", "value")
  else {
    findings.append(.missingColumns("list_name, name", sheet))
    return []
  }
  let labels = FormTexts("label", in: sheet, defaultLanguage: language, findings: &findings)
  var lists: [ChoiceList] = []
  var places: [String: Int] = [:]
  for row in sheet.rows {
    guard let list = row.cells[listColumn] else { continue }
    let choice = FormChoice(
      code: row.cells[codeColumn] ?? "", label: labels.text(of: row),
      place: sheet.place(row: row.number, column: codeColumn))
    if let place = places[list] {
      lists[place].choices.append(choice)
    } else {
      places[list] = lists.count
      lists.append(ChoiceList(name: list, choices: [choice]))
    }
  }
  return lists
}

extension Finding {
  fileprivate static func noSurveySheet(_ names: [String], file: String) -> Finding {
    let shown = shortened(names.joined(separator: ", "))
    return Finding(
      InterchangeCodes.sheetMissing, at: SourceLocation(file: file),
      message: LocalizedText(
        vi: "sổ tính không có trang “survey” nên không phải là XLSForm",
        en: "the workbook has no sheet “survey” and so is no XLSForm"),
      found: LocalizedText(vi: shown, en: shown),
      expected: LocalizedText(
        vi: "các trang survey, choices, settings", en: "the sheets survey, choices, settings"),
      remedy: LocalizedText(
        vi: "tải biểu mẫu từ Kobo hoặc ODK dưới dạng XLSForm; tệp trả lời thì dùng sipas import",
        en: "download the form as XLSForm from Kobo or ODK; for responses use sipas import"))
  }

  static func missingColumns(_ names: String, _ sheet: FormSheet) -> Finding {
    Finding(
      InterchangeCodes.columnMissing, at: sheet.place(row: sheet.headerRow, column: 0),
      vi: "trang “\(sheet.name)” thiếu cột \(names)", en: "sheet “\(sheet.name)” lacks \(names)",
      expected: LocalizedText(vi: names, en: names),
      remedy: LocalizedText(
        vi: "thêm cột ở dòng đầu của trang", en: "add the column in the first row of the sheet"))
  }
}

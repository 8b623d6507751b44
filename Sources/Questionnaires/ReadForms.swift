package import SurveyModel
import XML

/// Reads reporting forms: safe parsing, validation, values, rules.
///
/// - Parameter path: As the user gave it.
/// - Returns: The forms when there is no error, and everything found. Whether the measures they name
///   exist is checked with the survey that names the file.
package func readForms(at path: String) -> Loaded<ReportingForms> {
  forms(from: readVocabularyFile(at: path, .forms), file: path)
}

/// Reads forms from memory; `file` is the name findings give it.
package func readForms(_ bytes: [UInt8], file: String) -> Loaded<ReportingForms> {
  forms(from: readVocabulary(bytes, file: file, .forms), file: file)
}

private func forms(from reading: XMLReading, file: String) -> Loaded<ReportingForms> {
  guard let root = reading.root, isReadable(reading, as: .forms) else {
    return Loaded(value: nil, findings: reading.findings, file: file, root: reading.root)
  }
  let rules =
    checkFormNames(root) + checkFormAreas(root) + checkFormColumns(root) + checkFormRows(root)
    + checkFormContent(root) + checkRepeatedTexts(root)
    + checkRepeatedTexts(root, named: ["abstract", "subtitle", "group", "unit"])
  let findings = combine(structure: reading.findings, rules: rules, root: root)
  let hasErrors = findings.contains { $0.severity == .error }
  return Loaded(
    value: hasErrors ? nil : forms(root, file: file), findings: findings, file: file, root: root)
}

private func forms(_ root: XMLElement, file: String) -> ReportingForms {
  ReportingForms(
    id: root.word("id") ?? "", title: root.texts("title"), notes: root.notes,
    sources: root.children(named: "source").map(\.sourceDocument),
    areas: root.children(named: "area").map { PlanArea(id: $0.word("id") ?? "", label: $0.label) },
    outline: root.child("outline").map(outline), forms: root.children(named: "form").map(form),
    file: file)
}

private func outline(_ element: XMLElement) -> ReportOutline {
  ReportOutline(
    id: element.word("id") ?? "", label: element.label,
    abstract: element.texts("abstract"), notes: element.notes,
    items: element.children(named: "item").map(item))
}

private func item(_ element: XMLElement) -> OutlineItem {
  OutlineItem(
    id: element.word("id") ?? "", code: element.word("code") ?? "", label: element.label,
    notes: element.notes, area: element.word("area"), measure: measure(element),
    fills: element.children(named: "fill").compactMap {
      $0.word("kind").flatMap(OutlineFill.init)
    },
    items: element.children(named: "item").map(item))
}

private func form(_ element: XMLElement) -> StatisticalForm {
  StatisticalForm(
    id: element.word("id") ?? "", section: element.word("section") ?? "", label: element.label,
    subtitle: element.texts("subtitle"), notes: element.notes,
    columns: element.children(named: "column").map(column),
    rows: element.children(named: "row").map(row))
}

private func column(_ element: XMLElement) -> FormColumn {
  FormColumn(
    id: element.word("id") ?? "",
    content: element.word("content").flatMap(FormColumn.Content.init) ?? .words,
    label: element.label, group: element.texts("group"), year: element.integer("year"))
}

/// A row, or an indicator within one.
private func row(_ element: XMLElement) -> FormRow {
  FormRow(
    id: element.word("id") ?? "", code: element.word("code") ?? "",
    kind: element.word("kind").flatMap(FormRow.Kind.init) ?? .blank, area: element.word("area"),
    label: element.label, unit: element.texts("unit"), measure: measure(element),
    parts: element.children(named: "part").map(row), notes: element.notes)
}

private func measure(_ element: XMLElement) -> FormMeasure? {
  guard let name = element.word("measure"), !name.isEmpty else { return nil }
  return name.hasPrefix("figure:") ? .figure(String(name.dropFirst(7))) : .estimate(name)
}

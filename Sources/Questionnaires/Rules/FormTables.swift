import SurveyModel
import XML

/// A file has something to fill in.
func checkFormContent(_ root: XMLElement) -> [Finding] {
  guard root.child("outline") == nil, root.children(named: "form").isEmpty else { return [] }
  return [
    Finding(
      FormsCode.empty, at: root.place,
      message: LocalizedText(
        vi: "tệp không có <outline> và <form> nào", en: "there is no <outline> and no <form>"),
      remedy: LocalizedText(
        vi: "thêm đề cương hoặc biểu mẫu", en: "add an outline or a form"),
      subject: root.word("id"))
  ]
}

/// Columns of figures have a year, no two of a form hold the same, and one names the rows.
func checkFormColumns(_ root: XMLElement) -> [Finding] {
  root.children(named: "form").flatMap { form -> [Finding] in
    let columns = form.children(named: "column")
    var findings = columns.compactMap(yearFault)
    var lines: [String: Int] = [:]
    for column in columns {
      guard let content = column.word("content"), content != "words" else { continue }
      let key = content == "value" ? "\(content) \(column.word("year") ?? "")" : content
      guard let line = lines[key] else {
        lines[key] = column.place.line ?? 0
        continue
      }
      findings.append(
        Finding(
          FormsCode.columnRepeated, at: column.place(of: "content"),
          message: LocalizedText(
            vi: "cột “\(key)” đã có ở dòng \(line)",
            en: "there is a column “\(key)” on line \(line) already"),
          remedy: LocalizedText(
            vi: "sửa content hoặc year; cột cơ quan tự ghi thì content=\"words\"",
            en: "correct content or year; what the agency writes itself is content=\"words\""),
          subject: column.word("id")))
    }
    if !columns.isEmpty, !columns.contains(where: { $0.word("content") == "label" }) {
      findings.append(
        Finding(
          FormsCode.columnMissing, at: form.place,
          message: LocalizedText(
            vi: "biểu mẫu “\(form.word("id") ?? "")” không có cột content=\"label\"",
            en: "the form “\(form.word("id") ?? "")” has no column with content=\"label\""),
          remedy: LocalizedText(
            vi: "ghi content=\"label\" ở cột tên chỉ tiêu",
            en: "write content=\"label\" at the column of names"),
          subject: form.word("id")))
    }
    return findings
  }
}

private func yearFault(_ column: XMLElement) -> Finding? {
  let isValue = column.word("content") == "value"
  let hasYear = column.attribute("year") != nil
  guard isValue != hasYear, column.attribute("content") != nil else { return nil }
  return Finding(
    FormsCode.columnYear, at: hasYear ? column.place(of: "year") : column.place,
    message: isValue
      ? LocalizedText(vi: "cột số liệu không ghi năm", en: "a column of figures has no year")
      : LocalizedText(
        vi: "chỉ cột số liệu mới ghi năm", en: "only a column of figures has a year"),
    remedy: isValue
      ? LocalizedText(vi: "thêm year=\"…\"", en: "add year=\"…\"")
      : LocalizedText(
        vi: "bỏ year, hoặc ghi content=\"value\"",
        en: "leave year out, or write content=\"value\""),
    subject: column.word("id"))
}

/// Rows that ask for something have a name, and a measure only where one number answers it.
func checkFormRows(_ root: XMLElement) -> [Finding] {
  root.children(named: "form").flatMap { $0.children(named: "row") }.flatMap { row in
    var findings: [Finding] = []
    let kind = row.word("kind").flatMap(FormRow.Kind.init)
    let parts = row.children(named: "part")
    let id = row.word("id") ?? ""
    if let kind, kind != .blank, row.children(named: "label").isEmpty {
      findings.append(
        Finding(
          FormsCode.labelMissing, at: row.place,
          message: LocalizedText(vi: "dòng “\(id)” không có tên", en: "row “\(id)” has no name"),
          remedy: LocalizedText(
            vi: "thêm <label>, hoặc ghi kind=\"blank\"", en: "add <label>, or write kind=\"blank\""),
          subject: id))
    }
    if let part = parts.first, kind == .heading || kind == .blank {
      findings.append(
        Finding(
          FormsCode.partsMisplaced, at: part.place,
          message: LocalizedText(
            vi: "dòng “\(id)” không hỏi số liệu nên không chứa <part>",
            en: "row “\(id)” asks for no figure and holds no <part>"),
          remedy: LocalizedText(
            vi: "sửa kind của dòng, hoặc bỏ <part>",
            en: "correct the kind of the row, or leave <part> out"), subject: id))
    }
    findings += [measureFault(row, hasParts: !parts.isEmpty)].compactMap { $0 }
    return findings + parts.compactMap { measureFault($0, hasParts: false) }
  }
}

private func measureFault(_ row: XMLElement, hasParts: Bool) -> Finding? {
  guard row.attribute("measure") != nil, let kind = row.word("kind").flatMap(FormRow.Kind.init)
  else { return nil }
  let asksForOne = FormRow(id: "", kind: kind).numbers.count == 1
  guard hasParts || !asksForOne else { return nil }
  return Finding(
    FormsCode.measureMisplaced, at: row.place(of: "measure"),
    message: LocalizedText(
      vi: "“\(row.word("id") ?? "")” không hỏi một con số nên không có cái được đo",
      en: "“\(row.word("id") ?? "")” does not ask for one number and has no measure"),
    remedy: hasParts
      ? LocalizedText(vi: "ghi measure ở <part>", en: "write measure at a <part>")
      : LocalizedText(
        vi: "bỏ measure; các số được nhập bằng sipas figures",
        en: "leave measure out; the numbers are entered with sipas figures"),
    subject: row.word("id"))
}

package import SurveyModel
internal import Templates
internal import XML

/// Checks what an office's template says against what a report has: its wording, page and style.
///
/// - Parameter settings: As read; that their form is right has been checked by the reader.
/// - Returns: Everything found, with places; with an error among it the template cannot be used.
package func checkTemplate(_ settings: ReportSettings) -> [Finding] {
  let wording = settings.wording.flatMap(check)
  let page = settings.page.map(checkPage) ?? []
  let style = settings.style.map { checkOutside($0, isStyle: true) } ?? []
  return (wording + page + style).sorted(by: Finding.inOrder)
}

private func check(_ rewording: ReportSettings.Rewording) -> [Finding] {
  let catalogue = WordingCatalogue.standard
  guard let entry = catalogue[rewording.id] else {
    let nearest = nearestName(to: rewording.id, among: catalogue.ids)
    return [
      Finding(
        ReportingCodes.textUnknown, at: rewording.idPlace,
        message: LocalizedText(
          vi: "báo cáo không có chữ nào mang mã “\(rewording.id)”",
          en: "the report has no text “\(rewording.id)”"),
        remedy: nearest.map {
          LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
        }
          ?? LocalizedText(
            vi: "xem các mã bằng lệnh: sipas template THƯ-MỤC",
            en: "see the identifiers with: sipas template FOLDER"),
        subject: "id")
    ]
  }
  let places = WordingPiece.places(of: rewording.text)
  let expected = list(entry.places)
  let unknown = places.subtracting(entry.places).sorted().map { name in
    Finding(
      ReportingCodes.placeUnknown, at: rewording.textPlace,
      message: LocalizedText(
        vi: "không có giá trị nào để điền vào {\(name)} trong “\(rewording.id)”",
        en: "there is no value for {\(name)} in “\(rewording.id)”"),
      expected: expected,
      remedy: LocalizedText(
        vi: "chỉ dùng các chỗ điền mà chữ gốc có", en: "use only the places the original text has"),
      subject: rewording.id)
  }
  let missing = entry.places.subtracting(places).sorted().map { name in
    Finding(
      ReportingCodes.placeMissing, at: rewording.textPlace,
      message: LocalizedText(
        vi: "“\(rewording.id)” không còn {\(name)}, nên giá trị ấy không hiện trong báo cáo",
        en: "“\(rewording.id)” has no {\(name)}, so that the value is not shown"),
      expected: expected,
      remedy: LocalizedText(vi: "thêm {\(name)} nếu cần", en: "add {\(name)} if it is wanted"),
      subject: rewording.id)
  }
  return unknown + missing
}

/// The places of a text as they are written; nothing expected where it has none.
private func list(_ places: Set<String>) -> LocalizedText {
  let names = places.sorted().map { "{\($0)}" }.joined(separator: ", ")
  return names.isEmpty
    ? LocalizedText(vi: "không có chỗ điền nào", en: "no places")
    : LocalizedText(vi: names, en: names)
}

private func checkPage(_ page: ReportSettings.TemplateFile) -> [Finding] {
  let start = SourceLocation(file: page.path, line: 1, column: 1)
  do throws(TemplateError) {
    _ = try Template(page.text)
  } catch {
    let reason = printable(error.reason)
    return [
      Finding(
        ReportingCodes.pageMalformed, at: start,
        message: LocalizedText(
          vi: "trang này không đúng cú pháp Mustache", en: "the page is not well-formed Mustache"),
        found: LocalizedText(vi: reason, en: reason),
        remedy: LocalizedText(
          vi: "mỗi {{#tên}} phải có {{/tên}}; bắt đầu lại từ trang do sipas template ghi ra",
          en: "each {{#name}} needs its {{/name}}; start from the page that sipas template writes"))
    ]
  }
  var findings: [Finding] = []
  var named: Set<String> = []
  for tag in page.text.matches(of: /\{\{\{?\s*([#^\/&>!=]?)\s*([^{}]*?)\s*\}?\}\}/) {
    if tag.1 == "!" { continue }
    let name = String(tag.2)
    if tag.1 != ">" && tag.1 != "=" && (name == "." || PageFrame.names.contains(name)) {
      named.insert(name)
      let isRaw = tag.0.hasPrefix("{{{") || tag.1 == "&"
      if isRaw && !PageFrame.markupNames.contains(name) {
        findings.append(rawText(name, at: place(of: tag.range.lowerBound, in: page)))
      }
      continue
    }
    let nearest = nearestName(to: name, among: PageFrame.names.sorted())
    findings.append(
      Finding(
        ReportingCodes.pageNameUnknown, at: place(of: tag.range.lowerBound, in: page),
        message: LocalizedText(
          vi: "trang không có gì tên là “\(printable(name))”",
          en: "there is nothing called “\(printable(name))”"),
        expected: {
          let names = PageFrame.names.sorted().joined(separator: ", ")
          return LocalizedText(vi: names, en: names)
        }(),
        remedy: nearest.map {
          LocalizedText(vi: "có phải là “\($0)” không?", en: "did you mean “\($0)”?")
        }
          ?? LocalizedText(vi: "bỏ chỗ này", en: "take this place out")))
  }
  for name in ["title", "content"] where !named.contains(name) {
    let tag = name == "content" ? "{{{content}}}" : "{{title}}"
    findings.append(
      Finding(
        ReportingCodes.pageIncomplete, at: start,
        message: LocalizedText(vi: "trang thiếu \(tag)", en: "the page lacks \(tag)"),
        expected: LocalizedText(vi: tag, en: tag),
        remedy: LocalizedText(
          vi: "thêm \(tag) vào chỗ của nó", en: "put \(tag) where it belongs")))
  }
  return findings + checkOutside(page, isStyle: false)
}

private func rawText(_ name: String, at place: SourceLocation) -> Finding {
  Finding(
    ReportingCodes.pageRaw, at: place,
    message: LocalizedText(
      vi: "“\(name)” là chữ từ tệp khác, không được đưa vào nguyên dạng",
      en: "“\(name)” is a text from other files and may not be taken in as it is"),
    expected: LocalizedText(vi: "{{\(name)}}", en: "{{\(name)}}"),
    remedy: LocalizedText(vi: "viết {{\(name)}}", en: "write {{\(name)}}"))
}

/// A page and its style ask nothing of a network and run nothing.
private func checkOutside(
  _ file: ReportSettings.TemplateFile, isStyle: Bool
) -> [Finding] {
  let marks = isStyle ? styleMarks : pageMarks + sharedMarks
  let text = file.text.lowercased()
  // The places are those of the text as it stands where lower case has as many characters.
  let searched = text.unicodeScalars.count == file.text.unicodeScalars.count ? text : file.text
  return marks.flatMap { mark in
    searched.ranges(of: mark).prefix(20).map { range in
      Finding(
        ReportingCodes.outside,
        at: place(
          of: range.lowerBound,
          in: ReportSettings.TemplateFile(path: file.path, text: searched)),
        message: LocalizedText(
          vi: "báo cáo phải tự đầy đủ: ở đây không được có “\(mark)”",
          en: "a report is whole in itself: “\(mark)” may not stand here"),
        found: LocalizedText(vi: mark, en: mark),
        remedy: LocalizedText(
          vi: "bỏ đi; hình thì đặt bằng <logo> trong report.xml",
          en: "take it out; a picture is set by <logo> in report.xml"), subject: mark)
    }
  }
}

private let sharedMarks = ["@import", "url("]
private let styleMarks = sharedMarks + ["</style"]
private let pageMarks = [
  "<script", "<link", "<iframe", "<object", "<embed", "<base", "http://", "https://", "javascript:",
  " src=", " onload", " onclick", " onerror",
]

/// Line and column of a place in a file, counted from 1.
private func place(
  of index: String.Index, in file: ReportSettings.TemplateFile
) -> SourceLocation {
  let before = file.text[..<index]
  let line = before.count { $0.isNewline } + 1
  let start = before.lastIndex { $0.isNewline }.map { before.index(after: $0) }
  let column = before[(start ?? before.startIndex)...].unicodeScalars.count + 1
  return SourceLocation(file: file.path, line: line, column: column)
}

import DelimitedText
package import SurveyModel

/// Reads a list of interviews: a delimited file with a column of ids, called `interview_id`,
/// `mã phiếu`, or as the survey calls its id.
///
/// - Returns: The interviews in the order listed, and every fault of the file.
package func readInterviewList(
  path: String, interviewIDField: String
) -> (interviews: [NamedInterview], findings: [Finding]) {
  let reading = readTable(path: path, limit: decisionFileLimit)
  guard let table = reading.table else { return ([], reading.findings) }
  var findings = reading.findings
  guard let column = table.column(idNames + [interviewIDField], &findings) else {
    return ([], findings)
  }
  var interviews: [NamedInterview] = []
  for row in table.rows {
    let cell = row.cells[column]
    if cell.text.isEmpty {
      findings.append(blankCell(idNames[0], at: table.place(of: cell)))
    } else {
      interviews.append(NamedInterview(id: cell.text, place: table.place(of: cell)))
    }
  }
  if table.rows.isEmpty { findings.append(noRows(table)) }
  return (interviews, findings)
}

/// Reads a log of corrections: a delimited file with the columns `interview_id`, `field`, `old`,
/// `new` and `reason`, and perhaps `who` and `when`; the names may be Vietnamese.
///
/// - Returns: The corrections in the order listed, and every fault of the file.
package func readCorrectionLog(
  path: String, interviewIDField: String
) -> (requests: [CorrectionRequest], findings: [Finding]) {
  let reading = readTable(path: path, limit: decisionFileLimit)
  guard let table = reading.table else { return ([], reading.findings) }
  var findings = reading.findings
  let needed = [
    idNames + [interviewIDField], ["field", "biến", "câu hỏi"], ["old", "cũ", "giá trị cũ"],
    ["new", "mới", "giá trị mới"], ["reason", "lý do"],
  ].map { table.column($0, &findings) }
  let who = table.columns(["who", "người sửa"]).first
  let when = table.columns(["when", "thời điểm", "ngày sửa"]).first
  let columns = needed.compactMap { $0 }
  guard columns.count == needed.count else { return ([], findings) }
  var requests: [CorrectionRequest] = []
  for row in table.rows {
    let cells = columns.map { row.cells[$0] }
    let places = cells.map { table.place(of: $0) }
    for (part, name) in [(0, "interview_id"), (1, "field"), (4, "reason")]
    where cells[part].text.isEmpty { findings.append(blankCell(name, at: places[part])) }
    let whenCell = when.map { row.cells[$0] }
    var at: String?
    if let whenCell, !whenCell.text.isEmpty {
      at = isoText(whenCell.text)
      if at == nil { findings.append(notADate(at: table.place(of: whenCell))) }
    }
    let by = who.map { row.cells[$0].text }
    requests.append(
      CorrectionRequest(
        interview: cells[0].text, field: cells[1].text, old: cells[2].text, new: cells[3].text,
        reason: cells[4].text, by: by?.isEmpty == false ? by : nil, at: at,
        places: CorrectionRequest.Places(
          interview: places[0], field: places[1], old: places[2], new: places[3])))
  }
  if table.rows.isEmpty { findings.append(noRows(table)) }
  return (requests, findings)
}

/// Bytes of a list or a log; many times what an office writes by hand.
private let decisionFileLimit = 64 << 20
private let idNames = ["interview_id", "mã phiếu"]

/// A day, or a day and time, as ISO 8601; `nil` for anything else.
private func isoText(_ text: String) -> String? {
  let bytes = Array(text.utf8)
  guard let date = bytes.withUnsafeBufferPointer({ readDate($0, order: nil) }) else { return nil }
  let day = CivilDate(day: Int(date.day)).text
  guard let seconds = date.seconds else { return day }
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
}

extension DelimitedTable {
  fileprivate func columns(_ names: [String]) -> [Int] {
    let folded = names.map(TextFolding.plain)
    return header.indices.filter { folded.contains(TextFolding.plain(header[$0].text)) }
  }

  /// The one column headed by one of the names; `nil`, said, when there is none or are several.
  fileprivate func column(_ names: [String], _ findings: inout [Finding]) -> Int? {
    let found = columns(names)
    if found.count == 1 { return found[0] }
    let place =
      found.isEmpty ? SourceLocation(file: file, line: 1) : self.place(of: header[found[1]])
    findings.append(
      Finding(
        IngestionCodes.decisionColumn, at: place,
        message: found.isEmpty
          ? LocalizedText(
            vi: "tệp không có cột “\(names[0])”", en: "the file has no column “\(names[0])”")
          : LocalizedText(
            vi: "có hai cột “\(names[0])”", en: "two columns are headed “\(names[0])”"),
        expected: LocalizedText(
          vi: names.joined(separator: " hoặc "), en: names.joined(separator: " or ")),
        remedy: LocalizedText(
          vi: "sửa dòng tiêu đề của tệp", en: "correct the header of the file"),
        subject: names[0]))
    return nil
  }
}

private func blankCell(_ name: String, at place: SourceLocation) -> Finding {
  Finding(
    IngestionCodes.decisionCellBlank, at: place,
    message: LocalizedText(vi: "ô “\(name)” bị bỏ trống", en: "the cell “\(name)” is blank"),
    remedy: LocalizedText(
      vi: "ghi đủ mã phiếu, biến và lý do cho từng dòng",
      en: "give interview, field and reason in every row"),
    subject: name)
}

private func noRows(_ table: DelimitedTable) -> Finding {
  Finding(
    IngestionCodes.decisionCellBlank, at: SourceLocation(file: table.file),
    message: LocalizedText(vi: "tệp không có dòng nào dùng được", en: "the file has no usable row"),
    remedy: LocalizedText(
      vi: "ghi mỗi phiếu một dòng dưới dòng tiêu đề",
      en: "write one row per interview below the header"))
}

private func notADate(at place: SourceLocation) -> Finding {
  Finding(
    IngestionCodes.notADate, at: place,
    message: LocalizedText(
      vi: "cột “when” không phải là ngày", en: "the column “when” holds no date"),
    remedy: LocalizedText(
      vi: "viết như 2021-10-05 hoặc 05/10/2021 08:30",
      en: "write it like 2021-10-05 or 05/10/2021 08:30"), subject: "when")
}

package import SurveyModel

/// The record of an erasure for the office's files; it names no interview.
package func erasureText(_ record: ErasureRecord, language: Language) -> String {
  let texts = Texts(language)
  let whole = texts.numbers.whole
  let search = record.search
  var lines = [
    texts.pick(
      "Đã xóa dữ liệu của \(whole(record.interviews)) phiếu khỏi kho (quyết định "
        + "\(record.decision), khảo sát \(record.survey)).",
      "Data of \(whole(record.interviews)) interviews erased from the store (decision "
        + "\(record.decision), survey \(record.survey))."),
    texts.pick("Lúc, người: ", "At, by: ") + "\(record.at), \(record.by)",
    texts.pick("Lý do: ", "Reason: ") + record.reason,
    texts.pick("SHA-256 của kho trước: ", "SHA-256 of the store before: ") + record.storeBefore,
    texts.pick("SHA-256 của kho sau:   ", "SHA-256 of the store after:  ") + record.storeAfter,
    texts.pick(
      "Đã quét \(whole(search.bytes)) byte (\(search.files.joined(separator: ", "))) tìm "
        + "\(whole(search.wanted - search.tooShort)) chuỗi (mã phiếu và câu chữ riêng): không còn.",
      "\(whole(search.bytes)) bytes searched (\(search.files.joined(separator: ", "))) for "
        + "\(whole(search.wanted - search.tooShort)) strings (ids and texts of their own): none left."
    ),
  ]
  if search.partsOfOthers > 0 {
    lines.append(
      texts.pick(
        "  \(whole(search.partsOfOthers)) chỗ trùng là một phần của nội dung khác vẫn lưu (ví dụ mã "
          + "phiếu dài hơn).",
        "  \(whole(search.partsOfOthers)) matches are part of other content that is kept (as a "
          + "longer id)."))
  }
  if search.tooShort > 0 {
    lines.append(
      texts.pick(
        "  \(whole(search.tooShort)) chuỗi ngắn dưới 4 byte không tìm theo byte được; các bảng "
          + "không còn giữ chúng.",
        "  \(whole(search.tooShort)) strings of fewer than 4 bytes cannot be told in bytes; no table "
          + "row holds them."))
  }
  lines.append("")
  if record.sources.isEmpty {
    lines.append(texts.pick("Không có tệp nguồn nào trong kho.", "No source file in the store."))
  } else {
    lines.append(
      texts.pick(
        "Tệp nguồn vẫn còn giữ phiếu này, cơ quan phải tự xóa:",
        "Source files still hold the interview; the office must delete it there:"))
  }
  for source in record.sources {
    let place =
      source.lines.isEmpty
      ? texts.pick("\(whole(source.rows)) dòng", "\(whole(source.rows)) rows")
      : texts.pick("dòng ", "line ") + source.lines.map(String.init).joined(separator: ", ")
    let state =
      source.isFound
      ? "" : texts.pick(" (tệp không còn như lúc nhập)", " (the file is not as imported)")
    lines.append(
      texts.pick("  lô ", "  batch ")
        + "\(source.batch)  \(printable(source.file)): \(place)\(state)"
    )
  }
  lines.append(
    texts.pick(
      "Bản sao lưu và bản sao của kho, báo cáo và dữ liệu đã xuất trước đó không đổi: hãy xóa hoặc "
        + "lập lại.",
      "Backups and copies of the store, and reports and data exported before, are unchanged: delete "
        + "them or make them anew."))
  return lines.joined(separator: "\n")
}

/// The same for other programs.
package func erasureJSON(_ record: ErasureRecord) -> [UInt8] {
  let search = record.search
  return JSONValue.object([
    "decision": .integer(Int(record.decision)), "survey": .string(record.survey),
    "at": .string(record.at), "by": .string(record.by), "reason": .string(record.reason),
    "interviews": .integer(record.interviews),
    "store_sha256_before": .string(record.storeBefore),
    "store_sha256_after": .string(record.storeAfter),
    "search": .object([
      "files": .array(search.files.map { .string($0) }), "bytes": .integer(search.bytes),
      "strings": .integer(search.wanted - search.tooShort),
      "too_short": .integer(search.tooShort),
      "parts_of_other_content": .integer(search.partsOfOthers),
      "traces": .integer(search.traces),
    ]),
    "sources": .array(
      record.sources.map { source in
        .object([
          "batch": .integer(Int(source.batch)), "file": .string(source.file),
          "sha256": .string(source.sha256), "rows": .integer(source.rows),
          "lines": .array(source.lines.map { .integer($0) }), "found": .bool(source.isFound),
        ])
      }),
  ]).bytes()
}

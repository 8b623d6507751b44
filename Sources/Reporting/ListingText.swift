package import SurveyModel

/// The batches of a store as a table for the terminal.
package func batchListing(_ batches: [BatchSummary], language: Language, width: Int = 110) -> String
{
  let isVietnamese = language == .vi
  let style = NumberStyle(language)
  func title(_ vi: String, _ en: String) -> String { isVietnamese ? vi : en }
  guard !batches.isEmpty else { return title("Chưa có lô nhập nào.", "No batch yet.") }
  let hasErased = batches.contains { $0.counts.erased > 0 }
  let table = TextTable(
    columns: [
      .init(title: title("Lô", "Batch"), alignment: .right),
      .init(title: title("Tệp", "File")),
      .init(title: title("Đọc", "Read"), alignment: .right),
      .init(title: title("Nhận", "Accepted"), alignment: .right),
      .init(title: title("Loại", "Rejected"), alignment: .right),
      .init(title: title("Trùng", "Duplicate"), alignment: .right),
    ]
      + (hasErased ? [.init(title: title("Đã xóa", "Erased"), alignment: .right)] : []) + [
        .init(title: title("Nhập lúc", "Imported at")),
        .init(title: title("Đã rút", "Taken out")),
      ],
    rows: batches.map { batch in
      [
        String(batch.id), printable(batch.file), style.whole(batch.counts.read),
        style.whole(batch.counts.accepted), style.whole(batch.counts.rejected),
        style.whole(batch.counts.duplicate),
      ] + (hasErased ? [style.whole(batch.counts.erased)] : []) + [
        batch.importedAt, batch.undoneAt ?? "",
      ]
    })
  return table.lines(width: width).joined(separator: "\n")
}

import DelimitedText
import SurveyModel

/// Reads what the square of each replicate is multiplied by: a CSV with `replicate` and `rscale`.
///
/// - Parameters:
///   - path: The file to open.
///   - names: The headers of the replicates; a row may give one of them or its number from 1.
/// - Returns: One scale per replicate, `nil` when anything is wrong, and everything found.
func readReplicateScales(
  path: String, replicates names: [String]
) -> (scales: [Double]?, findings: [Finding]) {
  let reading = readTable(path: path)
  var findings = reading.findings
  guard let table = reading.table else { return (nil, findings) }
  let replicate = table.column(headed: ["replicate"], findings: &findings)
  let rscale = table.column(headed: ["rscale"], findings: &findings)
  guard let replicate, let rscale else { return (nil, findings) }
  var indexOfName: [String: Int] = [:]
  for (index, name) in names.enumerated() { indexOfName[name] = index }
  var scales = [Double?](repeating: nil, count: names.count)
  for row in table.rows {
    let cell = row.cells[replicate]
    let number = Int(cell.text).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
    guard let index = indexOfName[cell.text] ?? number else {
      findings.append(
        Finding(
          ReplicatesCode.scaleUnknown, at: table.place(of: cell),
          message: LocalizedText(
            vi: "không có lần lặp “\(shownText(cell.text))”",
            en: "there is no replicate “\(shownText(cell.text))”"),
          expected: LocalizedText(
            vi: "tên cột của tệp trọng số lặp, hoặc số thứ tự từ 1 đến \(names.count)",
            en: "a header of the replicate weights, or a number from 1 to \(names.count)"),
          remedy: LocalizedText(vi: "sửa tên, hoặc xoá dòng", en: "correct it, or delete the row"),
          subject: "replicate"))
      continue
    }
    if scales[index] != nil {
      findings.append(
        Finding(
          ReplicatesCode.scaleRepeated, at: table.place(of: cell),
          message: LocalizedText(
            vi: "lần lặp “\(names[index])” đã có hệ số",
            en: "the replicate “\(names[index])” has a scale already"),
          remedy: LocalizedText(vi: "giữ một dòng", en: "keep one row"), subject: "replicate"))
      continue
    }
    let value = row.cells[rscale]
    guard let scale = readNumber(value.text), scale >= 0, scale.isFinite else {
      findings.append(
        Finding(
          ReplicatesCode.number, at: table.place(of: value),
          message: LocalizedText(
            vi: "rscale phải là số từ 0 trở lên", en: "rscale must be a number of 0 or more"),
          found: shownCell(value.text),
          remedy: LocalizedText(vi: "sửa lại số", en: "correct the number"), subject: "rscale"))
      scales[index] = 0
      continue
    }
    scales[index] = scale
  }
  let missing = scales.indices.filter { scales[$0] == nil }
  if let first = missing.first {
    findings.append(
      Finding(
        ReplicatesCode.scaleMissing, at: SourceLocation(file: path),
        message: LocalizedText(
          vi: "\(missing.count) lần lặp không có hệ số, lần đầu là “\(names[first])”",
          en: "\(missing.count) replicates have no scale, the first “\(names[first])”"),
        remedy: LocalizedText(
          vi: "thêm một dòng cho mỗi lần lặp", en: "add a row for each replicate"),
        subject: "replicate"))
  }
  let isSound = !findings.contains { $0.severity == .error }
  return (isSound ? scales.map { $0 ?? 1 } : nil, findings)
}

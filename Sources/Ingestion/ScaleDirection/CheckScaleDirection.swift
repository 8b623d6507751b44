import SurveyModel

/// Asks a person to confirm the direction of scales that look reversed.
///
/// - Parameters:
///   - table: The accepted rows of the file, mirrored where that is declared.
///   - plan: The file's plan; items whose direction is declared are not asked about.
///   - known: Interviews read before: those in the store, and those of earlier files.
/// - Returns: One finding for the file or for its items; none where nothing looks reversed.
func checkScaleDirection(
  _ table: ResponseTable, plan: ImportPlan, known: InterviewIndex
) -> [Finding] {
  let isOpen: (Field) -> Bool = { plan.mapping.isReversed($0.id) == nil }
  let file = SampledItems(table, fields: plan.fields, where: isOpen)
  guard !file.items.isEmpty, file.rowCount >= 20 else { return [] }
  let others = known.sources.map {
    SampledItems($0.table, fields: plan.fields, where: isOpen)
  }
  if let reversed = reversedFile(file, against: others) {
    return [finding(of: reversed, plan: plan)]
  }
  // Items are compared with all others of the file, those already confirmed among them.
  let items = reversedItems(SampledItems(table, fields: plan.fields) { _ in true })
    .filter { isOpen(plan.fields[$0.field]) }
  return items.isEmpty ? [] : [finding(of: items, plan: plan)]
}

/// Says which items were mirrored as the survey file declares; `nil` for none.
func mirroredNotice(_ plan: ImportPlan) -> Finding? {
  let items = zip(plan.fields, plan.header.columnOfField).compactMap { field, column in
    column != nil && field.isItem && plan.mapping.isReversed(field.id) == true ? field.id : nil
  }
  guard !items.isEmpty else { return nil }
  let list = items.joined(separator: ", ")
  return Finding(
    IngestionCodes.scaleMirrored, at: SourceLocation(file: plan.file),
    message: LocalizedText(
      vi:
        "câu trả lời của \(items.count) câu hỏi được đảo chiều khi nhập, như tệp khảo sát khai báo",
      en: "answers to \(items.count) items were mirrored on the way in, as the survey file declares"
    ),
    found: LocalizedText(vi: list, en: list),
    remedy: LocalizedText(
      vi: "không cần làm gì; khai báo nằm ở <scale-direction as=\"reversed\">",
      en: "nothing need be done; the declaration is <scale-direction as=\"reversed\">"))
}

private func finding(of items: [ReversedItem], plan: ImportPlan) -> Finding {
  let ids = items.map { plan.fields[$0.field].id }
  func list(_ language: Language) -> String {
    zip(ids, items).prefix(12).map { id, item in
      let r = decimal(item.correlation, places: 2, language)
      return language == .vi
        ? "\(id): tương quan \(r) với các câu khác (\(item.count) phiếu)"
        : "\(id): correlation \(r) with the other items (\(item.count) interviews)"
    }.joined(separator: "; ")
  }
  return Finding(
    IngestionCodes.scaleReversed, at: SourceLocation(file: plan.file),
    message: LocalizedText(
      vi: items.count == 1
        ? "câu \(ids[0]) được trả lời ngược với mọi câu khác của tệp; thang đo có thể bị ngược"
        : "\(items.count) câu được trả lời ngược với các câu khác của tệp; thang đo có thể bị ngược",
      en: items.count == 1
        ? "\(ids[0]) is answered against all other items of the file; its scale may be reversed"
        : "\(items.count) items are answered against the others of the file; their scale may be"
          + " reversed"),
    found: LocalizedText(vi: list(.vi), en: list(.en)),
    expected: LocalizedText(
      vi: "người hài lòng ở các câu khác thường cũng hài lòng ở câu này",
      en: "people satisfied in other items are mostly satisfied in this one too"),
    remedy: confirmation(items: ids.joined(separator: " "), plan: plan),
    subject: ids.count == 1 ? ids[0] : nil)
}

private func finding(of file: ReversedFile, plan: ImportPlan) -> Finding {
  func numbers(_ language: Language) -> String {
    let mean = decimal(file.mean, places: 1, language)
    let other = decimal(file.otherMean, places: 1, language)
    let mirrored = decimal(file.mirroredMean, places: 1, language)
    let pattern = file.pattern.map { decimal($0, places: 2, language) }
    switch language {
    case .vi:
      return
        "mức trung bình \(mean) trên thang 0–100, các phiếu đã đọc trước \(other); nếu đảo lại:"
        + " \(mirrored)" + (pattern.map { "; tương quan theo câu hỏi \($0)" } ?? "")
    case .en:
      return "mean \(mean) on a scale of 0–100, interviews read before \(other); mirrored:"
        + " \(mirrored)" + (pattern.map { "; correlation over items \($0)" } ?? "")
    }
  }
  let isAll = file.fields.count == plan.fields.count { $0.isItem }
  let ids = file.fields.map { plan.fields[$0].id }.joined(separator: " ")
  return Finding(
    IngestionCodes.scaleReversed, at: SourceLocation(file: plan.file),
    message: LocalizedText(
      vi: "cả tệp có vẻ ghi thang đo ngược với các phiếu đã đọc trước (\(file.fields.count) câu)",
      en: "the whole file seems to write the scale the other way round than the interviews read"
        + " before (\(file.fields.count) items)"),
    found: LocalizedText(vi: numbers(.vi), en: numbers(.en)),
    expected: LocalizedText(
      vi: "cùng một chiều ở mọi tệp; nếu tệp này đúng thì các tệp trước bị ngược",
      en: "one direction in all files; if this file is right, those before are reversed"),
    remedy: confirmation(items: isAll ? "all" : ids, plan: plan))
}

private func confirmation(items: String, plan: ImportPlan) -> LocalizedText {
  func element(_ direction: String) -> String {
    "<scale-direction items=\"\(items)\" as=\"\(direction)\" file=\"\(plan.file)\"/>"
  }
  return LocalizedText(
    vi: "đối chiếu vài phiếu gốc, rồi thêm vào <responses> của tệp khảo sát: \(element("reversed"))"
      + " nếu tệp ghi ngược (mã được đảo lại khi nhập), hoặc \(element("declared")) nếu tệp đúng",
    en: "compare with some of the forms, then add to <responses> of the survey file:"
      + " \(element("reversed")) if the file is reversed (codes are mirrored on the way in), or"
      + " \(element("declared")) if the file is right")
}

/// A number with fixed places, with the decimal comma in Vietnamese.
private func decimal(_ value: Double, places: Int, _ language: Language) -> String {
  let scale = places == 1 ? 10 : 100
  let rounded = Int((abs(value) * Double(scale)).rounded())
  let fraction = String(rounded % scale)
  let padded = String(repeating: "0", count: places - fraction.count) + fraction
  return (value < 0 && rounded > 0 ? "−" : "") + "\(rounded / scale)"
    + (language == .vi ? "," : ".") + padded
}

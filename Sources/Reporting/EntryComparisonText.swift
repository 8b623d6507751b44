package import SurveyModel

/// Two entries of the same forms for the terminal: the files, the rates, the fields that differ, the
/// first differences, and the forms that could not be compared.
package func entryComparisonText(
  _ comparison: EntryComparison, questionnaire: Questionnaire, showsIDs: Bool, language: Language,
  width: Int = 110
) -> String {
  let lines = EntryComparisonLines(
    comparison, questionnaire, Texts(language), showsIDs: showsIDs, width: width)
  let parts = [lines.files, lines.total, lines.fields, lines.differences, lines.unmatched]
  return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    .joined(separator: "\n\n")
}

private struct EntryComparisonLines {
  private static let shown = 50
  private let comparison: EntryComparison
  private let questionnaire: Questionnaire
  private let texts: Texts
  private let showsIDs: Bool
  private let width: Int

  init(
    _ comparison: EntryComparison, _ questionnaire: Questionnaire, _ texts: Texts, showsIDs: Bool,
    width: Int
  ) {
    self.comparison = comparison
    self.questionnaire = questionnaire
    self.texts = texts
    self.showsIDs = showsIDs
    self.width = width
  }

  var files: [String] {
    TextTable(
      columns: [
        .init(title: texts.pick("Tệp", "File"), isFlexible: true),
        .init(title: texts.pick("Đọc", "Read"), alignment: .right),
        .init(title: texts.pick("Nhận", "Accepted"), alignment: .right),
        .init(title: texts.pick("Loại", "Rejected"), alignment: .right),
        .init(title: texts.pick("Trùng", "Repeated"), alignment: .right),
        .init(title: texts.pick("Không ghép được", "Unmatched"), alignment: .right),
      ],
      rows: [comparison.first, comparison.second].enumerated().map { number, file in
        [
          "\(number + 1). \(printable(file.name))", whole(file.counts.read),
          whole(file.counts.accepted), whole(file.counts.rejected), whole(file.counts.duplicate),
          whole(file.unmatched.count),
        ]
      }
    ).lines(width: width)
  }

  var total: [String] {
    let all = comparison.overall
    let forms = whole(comparison.forms)
    let identical = whole(comparison.identicalForms)
    let strokes = texts.numbers.decimal(all.perThousandKeystrokes, places: 2)
    let rate = percent(all.rate)
    let (cells, differing) = (whole(all.cells), whole(all.differing))
    return wrapped(
      texts.pick(
        "\(forms) phiếu có ở cả hai tệp, \(identical) phiếu giống hệt. \(differing) trong "
          + "\(cells) ô khác nhau (\(rate)), tức \(strokes) ô trên 1.000 ký tự đã nhập.",
        "\(forms) forms are in both files, \(identical) of them identical. \(differing) of "
          + "\(cells) cells differ (\(rate)): \(strokes) cells per 1,000 characters keyed."),
      width: width)
      + wrapped(
        texts.pick(
          "Chỉ tính ô có ít nhất một lần nhập không trống. Ký tự là của cả hai lần nhập, mỗi câu "
            + "trả lời tính theo mã của nó; mỗi ô khác nhau là ít nhất một ký tự gõ sai. Lỗi giống "
            + "nhau ở cả hai lần nhập không phát hiện được.",
          "Cells count that at least one entry fills. Characters are those of both entries, each "
            + "answer as its code; a differing cell is at least one wrong keystroke. The same "
            + "mistake in both entries is not found."), width: width)
  }

  var fields: [String] {
    let differing = comparison.fields.filter { $0.agreement.differing > 0 }
    guard !differing.isEmpty else { return [] }
    return TextTable(
      columns: [
        .init(title: texts.pick("Biến", "Field")),
        .init(title: texts.pick("Nội dung", "Label"), isFlexible: true),
        .init(title: texts.pick("Số ô", "Cells"), alignment: .right),
        .init(title: texts.pick("Khác nhau", "Differing"), alignment: .right),
        .init(title: texts.pick("Tỷ lệ", "Rate"), alignment: .right),
      ],
      rows: differing.map { field in
        [
          field.field,
          printable(questionnaire.field(field.field)?.label.text(in: texts.language) ?? ""),
          whole(field.agreement.cells), whole(field.agreement.differing),
          percent(field.agreement.rate),
        ]
      }
    ).lines(width: width)
  }

  var differences: [String] {
    guard !comparison.differences.isEmpty else { return [] }
    let shown = comparison.differences.prefix(Self.shown)
    let table = TextTable(
      columns: [
        .init(title: texts.pick("Phiếu", "Form"), isFlexible: true),
        .init(title: texts.pick("Biến", "Field")),
        .init(title: texts.pick("Lần 1", "First"), isFlexible: true),
        .init(title: texts.pick("Lần 2", "Second"), isFlexible: true),
        .init(title: texts.pick("Dòng:cột 1", "Line:column 1")),
        .init(title: texts.pick("Dòng:cột 2", "Line:column 2")),
      ],
      rows: shown.map { difference in
        [
          id(difference.interview), difference.field, answer(difference.first, difference),
          answer(difference.second, difference), place(difference.firstPlace),
          place(difference.secondPlace),
        ]
      })
    return table.lines(width: width)
      + more(comparison.overall.differing - shown.count, texts.pick("ô khác nhau", "cells"))
  }

  var unmatched: [String] {
    var lines: [String] = []
    for (number, file) in [comparison.first, comparison.second].enumerated()
    where !file.unmatched.isEmpty {
      lines.append(
        texts.pick(
          "Phiếu chỉ có ở tệp \(number + 1):", "Forms only in file \(number + 1):"))
      for form in file.unmatched.prefix(Self.shown) {
        let note =
          form.isRejectedThere
          ? texts.pick(
            " (ở tệp kia dòng này bị loại)", " (its row in the other file is rejected)") : ""
        lines.append(
          texts.pick("  dòng ", "  line ") + place(form.place) + ": \(id(form.interview))\(note)")
      }
      lines += more(file.unmatched.count - Self.shown, texts.pick("phiếu", "forms"))
    }
    return lines
  }

  private func more(_ count: Int, _ what: String) -> [String] {
    guard count > 0 else { return [] }
    return [texts.pick("… và \(whole(count)) \(what) nữa", "… and \(whole(count)) more \(what)")]
  }

  private func whole(_ number: Int) -> String { texts.numbers.whole(number) }

  private func percent(_ rate: Double?) -> String {
    texts.numbers.percent(texts.numbers.decimal(rate.map { $0 * 100 }, places: 2))
  }

  private func id(_ interview: String) -> String {
    showsIDs ? printable(interview) : NumberStyle.missing
  }

  private func place(_ place: SourceLocation) -> String {
    [place.line, place.column].compactMap { $0.map(String.init) }.joined(separator: ":")
  }

  private func answer(
    _ answer: RecordedAnswer, _ difference: EntryComparison.Difference
  ) -> String {
    if difference.isHidden { return texts.pick("«đã ẩn»", "«hidden»") }
    guard case .value(let code) = answer else { return texts.pick("trống", "blank") }
    guard let list = questionnaire.field(difference.field)?.codeList,
      let position = list.position(of: code),
      let label = list.code(at: position)?.label.text(in: texts.language), !label.isEmpty
    else { return printable(code) }
    return printable("\(code) \(label)")
  }
}

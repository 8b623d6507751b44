package import SurveyModel

/// The draw of a back-check for the terminal: how many of each group, and what is asked again.
package func drawnBackCheckText(
  interviews: Int, groupVariables: [String],
  groups: [(level: GroupLevel?, interviews: Int, drawn: Int)], added: Int, fields: [String],
  language: Language, width: Int = 110
) -> String {
  let texts = Texts(language)
  func whole(_ number: Int) -> String { texts.numbers.whole(number) }
  let drawn = groups.reduce(0) { $0 + $1.drawn }
  var lines = [
    texts.pick(
      "Đã rút thăm \(whole(drawn)) trong \(whole(interviews)) phiếu.",
      "Drew \(whole(drawn)) of \(whole(interviews)) interviews.")
  ]
  if added > 0 {
    lines.append(
      texts.pick(
        "Thêm \(whole(added)) phiếu bị nêu khi kiểm tra chất lượng.",
        "Added \(whole(added)) interviews that the quality checks flag."))
  }
  lines += wrapped(
    texts.pick("Hỏi lại: ", "Asked again: ") + fields.joined(separator: ", "), width: width)
  guard !groupVariables.isEmpty else { return lines.joined(separator: "\n") }
  let table = TextTable(
    columns: [
      .init(title: groupVariables.joined(separator: ", "), isFlexible: true),
      .init(title: texts.pick("Phiếu", "Interviews"), alignment: .right),
      .init(title: texts.pick("Rút thăm", "Drawn"), alignment: .right),
    ],
    rows: groups.map { group in
      let name = group.level.map { level in
        zip(level.terms, level.labels).map { term, label in
          let label = label.text(in: language)
          return label.isEmpty || label == term.code ? term.code : "\(term.code) \(label)"
        }.joined(separator: ", ")
      }
      return [
        printable(name ?? texts.pick("(không rõ)", "(not known)")), whole(group.interviews),
        whole(group.drawn),
      ]
    })
  return (lines + [""] + table.lines(width: width)).joined(separator: "\n")
}

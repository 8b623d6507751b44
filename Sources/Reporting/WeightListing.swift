package import SurveyModel

/// The weights before and after each step as a table for the terminal.
///
/// The largest margin error stands before and after the step, the ratio of new to old weight as
/// smallest and largest; what a step does not have is a dash.
package func weightListing(_ steps: [WeightStep], language: Language, width: Int = 110) -> String {
  let texts = Texts(language)
  let style = texts.numbers
  let table = TextTable(
    columns: [
      .init(title: texts.step, isFlexible: true),
      .init(title: texts.pick("Số phiếu", "Interviews"), alignment: .right),
      .init(title: texts.sum, alignment: .right),
      .init(title: texts.minimum, alignment: .right),
      .init(title: texts.maximum, alignment: .right),
      .init(title: "Kish deff", alignment: .right),
      .init(title: texts.pick("n hiệu dụng", "Effective n"), alignment: .right),
      .init(title: texts.pick("Lệch trước", "Error before"), alignment: .right),
      .init(title: texts.pick("Lệch sau", "Error after"), alignment: .right),
      .init(title: texts.pick("Mới / cũ", "New / old"), alignment: .right),
      .init(title: texts.pick("Chạm giới hạn", "At a limit"), alignment: .right),
      .init(title: texts.pick("Vòng lặp", "Rounds"), alignment: .right),
    ],
    rows: steps.enumerated().map { position, step in
      let diagnostics = step.diagnostics
      let missing = NumberStyle.missing
      return [
        step.name, style.whole(diagnostics.count), style.compact(diagnostics.sum, places: 1),
        style.decimal(diagnostics.minimum, places: 3),
        style.decimal(diagnostics.maximum, places: 3),
        style.decimal(diagnostics.kishDesignEffect, places: 3),
        style.decimal(diagnostics.effectiveCount, places: 1),
        step.hasMargins ? texts.relativeError(step.maximumRelativeErrorBefore) : missing,
        step.hasMargins ? texts.relativeError(step.maximumRelativeError) : missing,
        position == 0 ? missing : texts.ratios(step),
        step.isLimited ? style.whole(step.limitedCount) : missing,
        step.iterations == 0 ? missing : style.whole(step.iterations),
      ]
    })
  return table.lines(width: width).joined(separator: "\n")
}

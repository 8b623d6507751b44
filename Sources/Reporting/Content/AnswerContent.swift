internal import Documents
internal import Pictures
internal import SurveyModel

extension ReportContent {
  /// A question whose answers are shown, with the place of its shares in `results.json`.
  private struct PlacedAnswers {
    let item: Field
    let list: CodeList
    let distribution: AnswerDistribution
    let pointer: String
  }

  /// How the answers to every question are spread, by sub-index.
  func answerSection() -> DocumentSection? {
    var placed: [String: PlacedAnswers] = [:]
    for (place, distribution) in run.answers.enumerated() {
      guard let item = run.questionnaire.field(distribution.id), case .coded(let list) = item.kind
      else { continue }
      placed[distribution.id] = PlacedAnswers(
        item: item, list: list, distribution: distribution, pointer: "/answers/\(place)")
    }
    var pictures: [Block] = []
    for factor in run.questionnaire.factors {
      // Questions on one scale stand in one picture.
      var groups: [[PlacedAnswers]] = []
      for answers in factor.items.compactMap({ placed[$0] }) {
        if let group = groups.firstIndex(where: { hasSameScale($0[0].list, answers.list) }) {
          groups[group].append(answers)
        } else {
          groups.append([answers])
        }
      }
      for group in groups {
        pictures.append(
          .picture(
            picture(
              group, id: "answers-\(pictures.count + 1)",
              title: texts.words(
                "title.answers-of", ["index": names.name(of: .factor, id: factor.id)]))))
      }
    }
    guard !pictures.isEmpty else { return nil }
    return DocumentSection(
      id: "answers", title: texts.words["title.answers"],
      blocks: [note(texts.words["note.answers"])] + pictures)
  }

  private func hasSameScale(_ first: CodeList, _ second: CodeList) -> Bool {
    first.answers.elementsEqual(second.answers)
  }

  private func picture(
    _ questions: [PlacedAnswers], id: String, title: String
  ) -> DocumentPicture {
    let scale = AnswerScale(questions[0].list)
    let heads = scale.order.map { place -> String in
      let answer = questions[0].list.codes[place]
      let label = answer.label.text(in: texts.language)
      return label.isEmpty ? answer.code : label
    }
    let rows = questions.map { question -> AnswerBars.Row in
      let shares = shares(of: question, scale)
      return AnswerBars.Row(
        label: "\(question.item.id). \(names.name(of: .item, id: question.item.id))",
        shares: shares, texts: (shares ?? []).map { style.decimal($0, places: 0) })
    }
    let drawn = chart(
      id: "picture-\(id)", title: title,
      description: description(questions, from: heads.first ?? "", to: heads.last ?? ""),
      axisTitle: "%", isShare: true,
      content: .answers(
        AnswerBars(
          answers: heads, dissatisfiedCount: scale.dissatisfied, hasMiddle: scale.hasMiddle,
          rows: rows)))
    let figures = table(
      id, title, showsTitle: false,
      [words(texts.question, width: 2.6)] + heads.map { numbers($0, subhead: "%") }
        + [numbers(texts.respondentsTitle)],
      questions.map { question in
        [Cell("\(question.item.id). \(names.name(of: .item, id: question.item.id))")]
          + answerCells(question, scale) + [
            count(question.distribution.respondents, at: question.pointer + "/n")
          ]
      })
    return DocumentPicture(chart: drawn, table: figures)
  }

  /// How many questions, and which of them the published figures put at either end.
  private func description(
    _ questions: [PlacedAnswers], from worst: String, to best: String
  ) -> String {
    let figures = questions.compactMap { question -> (label: String, value: Double)? in
      let estimate = run.estimates.estimate(of: .item, id: question.item.id)
      return estimate?.shown.value.map { (question.item.id, $0) }
    }.sorted { $0.value == $1.value ? $0.label < $1.label : $0.value < $1.value }
    func named(_ figure: (label: String, value: Double)) -> String {
      let text = style.decimal(figure.value, places: places)
      return "\(figure.label) (\(isShare ? style.percent(text) : text))"
    }
    return texts.answerPicture(
      questions.count, from: worst, to: best, lowest: figures.first.map(named),
      highest: figures.last.map(named))
  }

  /// In the order of the picture; `nil` where the question is kept back.
  private func shares(of question: PlacedAnswers, _ scale: AnswerScale) -> [Double]? {
    guard !question.distribution.isHidden else { return nil }
    let answers = question.distribution.answers
    let shares = scale.order.compactMap { $0 < answers.count ? answers[$0].share.finite : nil }
    return shares.count == scale.order.count ? shares : nil
  }

  private func answerCells(_ question: PlacedAnswers, _ scale: AnswerScale) -> [Cell] {
    guard let shares = shares(of: question, scale) else {
      var cells = scale.order.map { _ in Cell(NumberStyle.missing) }
      cells[0].footnote = footnotes.letter(of: question.distribution)
      return cells
    }
    return zip(scale.order, shares).map { place, share in
      var cell = number(
        share, places: 1, unit: .percent, at: "\(question.pointer)/answers/\(place)/share")
      cell.text = style.decimal(share, places: 1)
      return cell
    }
  }
}

/// The answers of a scale from the worst to the best, and where its middle is.
struct AnswerScale: Hashable {
  /// Places in the code list, worst first.
  let order: [Int]
  /// How many of the first answers are on the side of dissatisfaction.
  let dissatisfied: Int
  /// Whether the answer after them is neither.
  let hasMiddle: Bool

  init(_ list: CodeList) {
    let answers = Array(list.answers)
    var order = Array(answers.indices)
    // A form that prints its best answer first.
    let isReversed =
      if let first = answers.first, let last = answers.last, first.isSatisfied != last.isSatisfied {
        first.isSatisfied
      } else if let first = answers.first?.score, let last = answers.last?.score {
        first > last && !answers.contains(where: \.isSatisfied)
      } else {
        false
      }
    if isReversed { order.reverse() }
    self.order = order
    let satisfied = answers.count(where: \.isSatisfied)
    let others = satisfied > 0 ? answers.count - satisfied : answers.count / 2 + answers.count % 2
    hasMiddle = answers.count % 2 == 1 && (satisfied == 0 || others > satisfied) && others > 1
    dissatisfied = hasMiddle ? others - 1 : others
  }
}

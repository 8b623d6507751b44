internal import DelimitedText
package import SurveyModel

/// The indices under each defensible method as a table for the terminal: one row per method, one
/// column per index, each with half its interval; the declared method is marked `*`.
package func comparisonListing(
  _ comparison: MethodComparison, questionnaire: Questionnaire, language: Language,
  width: Int = 110
) -> String {
  let texts = Texts(language)
  let names = MeasureNames(questionnaire: questionnaire, language: language)
  let indices = comparison.estimates.first ?? []
  guard !indices.isEmpty else {
    return texts.pick("Không có gì để so sánh.", "Nothing to compare.")
  }
  let table = TextTable(
    columns: [
      .init(title: ""), .init(title: texts.pick("Câu hỏi", "Question"), isFlexible: true),
      .init(title: texts.pick("Thành phần", "Sub-index"), isFlexible: true),
      .init(title: texts.pick("Chung", "Overall"), isFlexible: true),
    ]
      + indices.map {
        .init(
          title: names.name(of: $0.kind, id: $0.id), alignment: .right, isFlexible: true)
      },
    rows: zip(comparison.variants, comparison.estimates).map { variant, estimates in
      [
        variant.isDeclared ? "*" : "", texts.short(variant.item), texts.short(variant.factor),
        texts.short(variant.overall),
      ]
        + estimates.map { estimate in
          var index = questionnaire.index
          index.item = variant.item
          return printable(EstimateText(estimate, index: index, texts: texts).valueWithError)
        }
    })
  let note = texts.pick(
    "* cách tính khai báo trong bộ câu hỏi. ", "* the method declared in the questionnaire. ")
  let lines =
    table.lines(width: width) + [""]
    + wrapped(note + MethodSentence.compareMethods.text(in: language), width: width)
  return lines.joined(separator: "\n")
}

/// The same as a table for other programs, one row per method and index.
package func comparisonCSV(
  _ comparison: MethodComparison, questionnaire: Questionnaire, language: Language
) -> [UInt8] {
  let names = MeasureNames(questionnaire: questionnaire, language: language)
  var writer = CSVWriter(guardsFormulas: true)
  writer.append(texts: [
    "item_measure", "factor_measure", "overall_measure", "declared", "measure", "id", "label",
    "estimate", "se", "ci_lower", "ci_upper", "df", "n", "flag", "flag_reason",
  ])
  for (variant, estimates) in zip(comparison.variants, comparison.estimates) {
    for estimate in estimates {
      let shown = estimate.recorded
      writer.append([
        .text(variant.item.rawValue), .text(variant.factor.rawValue),
        .text(variant.overall.rawValue), .text(variant.isDeclared ? "true" : "false"),
        .text(estimate.kind.rawValue), .label(estimate.id),
        .label(names.name(of: estimate.kind, id: estimate.id)), .value(shown.value),
        .value(shown.standardError), .value(shown.lower), .value(shown.upper),
        .value(estimate.degreesOfFreedom), .value(estimate.respondents),
        .label(estimate.flag?.rawValue), .label(estimate.flagReason?.rawValue),
      ])
    }
  }
  return writer.bytes
}

extension Texts {
  fileprivate func short(_ measure: ItemMeasure) -> String {
    switch measure {
    case .satisfiedShare: pick("tỷ lệ hài lòng", "satisfied share")
    case .meanScore: pick("điểm trung bình", "mean score")
    case .meanScore100: pick("điểm quy về 0–100", "mean score 0–100")
    }
  }

  fileprivate func short(_ measure: FactorMeasure) -> String {
    switch measure {
    case .meanOfItems: pick("trung bình câu hỏi", "mean of questions")
    case .pooledAnswers: pick("gộp câu trả lời", "pooled answers")
    case .item: pick("câu hỏi chung", "general question")
    case .fullySatisfied: pick("hài lòng mọi câu", "fully satisfied")
    }
  }

  fileprivate func short(_ measure: OverallMeasure) -> String {
    switch measure {
    case .meanOfFactors: pick("trung bình thành phần", "mean of sub-indices")
    case .meanOfItems: pick("trung bình câu hỏi", "mean of questions")
    case .pooledAnswers: pick("gộp câu trả lời", "pooled answers")
    case .weighted: pick("theo tỷ trọng", "weighted")
    case .fullySatisfied: pick("hài lòng mọi câu", "fully satisfied")
    }
  }
}

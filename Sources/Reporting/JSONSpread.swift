internal import SurveyModel

/// The shares of the answers to one item; none of a confidential one.
func jsonAnswers(_ distribution: AnswerDistribution) -> JSONValue {
  let isHidden = distribution.isSecret
  return .object([
    "id": .string(distribution.id), "n": .integer(distribution.respondents),
    "flag": .string(distribution.flag?.rawValue),
    "flag_reason": .string(distribution.flagReason?.rawValue),
    "answers": .array(
      distribution.answers.map { answer in
        .object([
          "code": .string(answer.code), "share": .number(isHidden ? nil : answer.share.finite),
        ])
      }),
  ])
}

/// The weights of one step by their size: classes of multiples of the mean.
func jsonHistogram(_ histogram: WeightHistogram) -> JSONValue {
  .object([
    "mean": .number(histogram.mean),
    "edges": .array(WeightHistogram.edges.map { .number($0) }),
    "counts": .array(histogram.counts.map { .integer($0) }),
    "above": .integer(histogram.above),
  ])
}

package import SurveyModel

/// Makes one weighting step of a survey.
///
/// - Parameters:
///   - input: The step with its data.
///   - step: The weights that enter it.
///   - place: Its place after the design weights, from 1; part of its name.
/// - Returns: The step, named by its kind and its place.
/// - Throws: ``WeightingError`` when the step cannot succeed.
package func makeStep(
  _ input: WeightingInput, after step: WeightStep, place: Int
) throws(WeightingError) -> WeightStep {
  try PreparedStep(input, respondents: step.weights.count).apply(to: step.weights)
    .step(place: place)
}

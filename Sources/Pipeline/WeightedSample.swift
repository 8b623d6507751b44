import SurveyModel
import Weighting

/// The interviews placed in the sample design, with their weights after every step.
struct WeightedSample {
  let design: SampleDesign
  let weights: WeightSet
  /// The steps after the design weights with their data, to be run again in replicates.
  let steps: [WeightingInput]
  /// What a person should know of strata and sampled units without interviews.
  let findings: [Finding]

  /// Builds the design and runs the survey's weighting steps in order.
  ///
  /// - Throws: ``RunStopped`` with every fault of the design, of the population files or of the step
  ///   that cannot succeed; nothing after it is made.
  init(_ survey: LoadedSurvey, table: ResponseTable) throws(RunStopped) {
    let (design, designWeights, findings) = try makeDesign(survey, table: table)
    var all = findings
    var inputs: [WeightingInput] = []
    var made: [WeightStep] = []
    do throws(WeightingError) {
      made = [try Weighting.designWeights(designWeights)]
    } catch {
      throw RunStopped(
        error.findings { table.ids[$0] }.placed(at: survey.definition.designPlace),
        exit: .badData)
    }
    for (number, definition) in survey.definition.weighting.enumerated() {
      let (input, notes) = try weightingInput(
        definition, survey, table: table, design: design, weights: made[number].weights)
      all += notes
      do throws(WeightingError) {
        made.append(try makeStep(input, after: made[number], place: number + 1))
      } catch {
        let faults = error.findings { table.ids[$0] }
        throw RunStopped(
          all + faults.placed(at: survey.definition.place(of: definition)), exit: .badData)
      }
      inputs.append(input)
    }
    self.design = design
    weights = WeightSet(steps: made)
    steps = inputs
    self.findings = all
  }

  /// How the weights of every step are spread.
  var histograms: [WeightHistogram] { weights.steps.map { WeightHistogram(of: $0.weights) } }
}

/// A step of the survey file with the data it needs.
private func weightingInput(
  _ definition: WeightingStepDefinition, _ survey: LoadedSurvey, table: ResponseTable,
  design: SampleDesign, weights: [Double]
) throws(RunStopped) -> (input: WeightingInput, findings: [Finding]) {
  var margins: [MarginTotals] = []
  for margin in definition.margins { margins.append(try margin.joined(survey, table)) }
  switch definition {
  case .nonresponse(let nonresponse):
    let (totals, findings) = try makeNonresponseTotals(
      nonresponse, survey, table: table, design: design, weights: weights)
    return (.nonresponse(totals), findings)
  case .poststratify: return (.poststratify(margins[0]), [])
  case .rake(let rake): return (.rake(margins, rake), [])
  case .calibrate(let calibration): return (.calibrate(margins, calibration), [])
  case .trim(let trim): return (.trim(trim), [])
  }
}

import Estimation
import Questionnaires
import SurveyModel
import Weighting

extension WeightedSample {
  /// The replicates that the survey asks for; `nil` for a linearised variance.
  ///
  /// - Throws: ``RunStopped`` with every fault of supplied replicate weights, or of the design.
  func replicates(
    _ survey: LoadedSurvey, table: ResponseTable
  ) throws(RunStopped) -> ReplicateDesign? {
    var read: ReplicateWeights?
    if case .replicateWeights(let supplied, _) = survey.definition.variance {
      read = try makeReplicateWeights(supplied, survey, table: table)
    }
    do throws(ReplicateError) {
      switch survey.definition.variance {
      case .taylor: return nil
      case .jkn(let centre): return try .jkn(design, centre: centre)
      case .jk1(let centre): return .jk1(design, centre: centre)
      case .bootstrap(let replicates, let seed, let centre):
        return try .bootstrap(design, replicates: replicates, seed: seed, centre: centre)
      case .replicateWeights(let supplied, let centre):
        return try .supplied(
          read?.weights ?? [], replicateScales: read?.scales, supplied, centre: centre)
      }
    } catch {
      throw RunStopped(survey.findings(of: error) { table.ids[$0] }, exit: .badData)
    }
  }

  /// The survey's weighting steps, to be run on the design weights of a replicate; `nil` when there
  /// are none.
  func reweighting() throws(RunStopped) -> Reweighting? {
    guard !steps.isEmpty else { return nil }
    let weighting: PreparedWeighting
    do throws(WeightingError) {
      weighting = try PreparedWeighting(
        designWeights: weights.design.weights, steps: steps, psuOfRow: design.psuOfRow)
    } catch {
      throw RunStopped(error.findings(), exit: .badData)
    }
    return { start throws(ReweightingFailure) in
      do throws(WeightingError) {
        return try weighting.final(from: start)
      } catch {
        throw ReweightingFailure(step: error.step ?? "", findings: error.findings())
      }
    }
  }
}

import Estimation
import Export
import SurveyModel

extension SurveySession {
  /// Writes the analysis data, the results and the programs that check them.
  ///
  /// - Throws: ``RunStopped`` when a file cannot be written.
  package func export(to folder: String) throws(RunStopped) {
    guard let weighted else { preconditionFailure("estimate before exporting") }
    let export = AnalysisExport(
      result: try result(), responses: try responses(), design: weighted.design,
      replicates: exportedReplicates)
    do {
      try exportAnalysis(export, to: folder)
    } catch {
      throw RunStopped([error.finding], exit: .inputOutput)
    }
  }

  /// Those that another program cannot make again from the design.
  private var exportedReplicates: ExportedReplicates? {
    guard let replicated else { return nil }
    let design = replicated.design
    switch survey.definition.variance {
    case .taylor, .jkn, .jk1: return nil
    case .bootstrap:
      return ExportedReplicates(
        content: .psuMultipliers,
        columns: (0..<design.count).compactMap { design.multipliers(ofReplicate: $0) },
        scale: design.scale, replicateScales: design.replicateScales,
        degreesOfFreedom: design.degreesOfFreedom)
    case .replicateWeights(let supplied, _):
      return ExportedReplicates(
        content: supplied.areMultipliers ? .multipliers : .weights,
        columns: design.suppliedColumns, scale: design.scale,
        replicateScales: design.replicateScales, degreesOfFreedom: design.degreesOfFreedom)
    }
  }
}

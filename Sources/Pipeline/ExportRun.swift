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

  /// Writes the description of the survey and its interviews in DDI-Codebook 2.5.
  ///
  /// - Throws: ``RunStopped`` when the file cannot be written, or the interviews not weighted.
  package func exportDDI(to path: String) throws(RunStopped) {
    try write(ddiCodebook(try description(), dataFile: "interviews.csv"), to: path)
  }

  /// Writes the interviews in Triple-S 2.0: the metadata, and the data beside it as `.csv`.
  ///
  /// - Returns: The paths written.
  /// - Throws: ``RunStopped`` when a file cannot be written, or the interviews not weighted.
  package func exportTripleS(to path: String) throws(RunStopped) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? path
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let dataFile = "\(stem).csv"
    let dataPath = (parts.dropLast().map(String.init) + [dataFile]).joined(separator: "/")
    let files = tripleSFiles(try description(), dataFile: dataFile)
    try write(files.data, to: dataPath)
    try write(files.metadata, to: path)
    return [path, dataPath]
  }

  /// What describes the data; interviews are weighted first, where there are any.
  private func description() throws(RunStopped) -> DataDescription {
    let responses = try responses()
    if responses.count > 0, weighted == nil { try weigh() }
    return DataDescription(
      survey: survey.definition, questionnaire: survey.questionnaire, version: productVersion,
      generated: invocation.now, responses: responses, weights: weighted?.weights.steps ?? [])
  }

  private func write(_ bytes: [UInt8], to path: String) throws(RunStopped) {
    do { try writeExport(bytes, to: path) } catch {
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

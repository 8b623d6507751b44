package import SurveyModel

/// Replicates that another program cannot make again from the design: they travel with the data.
package struct ExportedReplicates: Sendable, Hashable {
  /// What one column of numbers is.
  package enum Content: String, Sendable, Hashable, CaseIterable {
    /// One number per PSU of the design: the design weights are multiplied by it.
    case psuMultipliers = "psu-multipliers"
    /// One number per interview: the whole weight.
    case weights = "weights"
    /// One number per interview: the final weights are multiplied by it.
    case multipliers = "multipliers"
  }

  package var content: Content
  /// By replicate: one number per PSU or interview.
  package var columns: [[Double]]
  /// What the sum of squares is multiplied by.
  package var scale: Double
  /// One per replicate.
  package var replicateScales: [Double]
  /// `nil`: those of the design in the domain.
  package var degreesOfFreedom: Int?

  package init(
    content: Content, columns: [[Double]], scale: Double, replicateScales: [Double],
    degreesOfFreedom: Int? = nil
  ) {
    precondition(columns.count == replicateScales.count, "one scale per replicate")
    self.content = content
    self.columns = columns
    self.scale = scale
    self.replicateScales = replicateScales
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// What an export is made from: a run, and the data it was made from.
package struct AnalysisExport: Sendable {
  package var result: RunResult
  /// The interviews of the run, in the order of its weights.
  package var responses: ResponseTable
  package var design: SampleDesign
  /// For bootstrap and given replicate weights; jackknife weights are made again from the design.
  package var replicates: ExportedReplicates?
  /// True writes the figures that are too small to publish; false leaves their numbers out.
  package var includesSuppressed: Bool

  package init(
    result: RunResult, responses: ResponseTable, design: SampleDesign,
    replicates: ExportedReplicates? = nil, includesSuppressed: Bool = false
  ) {
    precondition(
      responses.count == design.count
        && result.weights.allSatisfy { $0.weights.count == responses.count },
      "one design entry and one weight of each step per interview")
    if let replicates {
      let length =
        replicates.content == .psuMultipliers ? design.psuCount : responses.count
      precondition(
        replicates.columns.allSatisfy { $0.count == length }, "one number per PSU or interview")
    }
    self.result = result
    self.responses = responses
    self.design = design
    self.replicates = replicates
    self.includesSuppressed = includesSuppressed
  }
}

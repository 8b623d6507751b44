package import SurveyModel

/// Why the weighting of one replicate could not be carried out, told by the stage that weights.
package struct ReweightingFailure: Error, Sendable, Hashable {
  /// Name of the step: `rake_2`; `nil` where the design weights themselves are refused.
  package var step: String?
  /// The step's own findings.
  package var findings: [Finding]

  package init(step: String?, findings: [Finding]) {
    self.step = step
    self.findings = findings
  }
}

/// Why replicates cannot give a variance.
package enum ReplicateError: Error, Sendable, Hashable {
  case estimation(EstimationError)
  /// Fewer than two replicates.
  case tooFewReplicates(Int)
  /// A weight that is not a number; replicate and row count from 0.
  case weightUnusable(replicate: Int, row: Int)
  /// A scale below 0 or not a number; `nil` is the scale of all replicates.
  case scaleUnusable(replicate: Int?, value: Double)
  /// The weighting steps fail in a replicate, counted from 0; `omittedPSU` is `district=DPO, X1`,
  /// the PSU it leaves out.
  case reweighting(replicate: Int, omittedPSU: String?, ReweightingFailure)
}

/// The kinds of fault of replicates, for the errors page.
package enum ReplicateFindingCode {
  static let tooFew = FindingCode(
    "estimate.replicates.too-few", .error,
    vi: "Có ít hơn hai mẫu lặp (replicate) nên không tính được phương sai.",
    en: "There are fewer than two replicates, so no variance can be computed.")
  static let weight = FindingCode(
    "estimate.replicates.weight", .error,
    vi: "Một trọng số lặp không phải là số hữu hạn.",
    en: "A replicate weight is not a finite number.")
  static let scale = FindingCode(
    "estimate.replicates.scale", .error,
    vi: "Hệ số của các mẫu lặp phải là số hữu hạn và không âm.",
    en: "The scale of replicates is a finite number that is not negative.")
  static let reweighting = FindingCode(
    "estimate.replicates.reweighting", .error,
    vi: "Không thực hiện lại được các bước cân chỉnh trọng số trong một mẫu lặp.",
    en: "The weighting steps cannot be repeated within a replicate.")

  package static let all = [tooFew, weight, scale, reweighting]
}

package import SurveyModel

extension ReplicateDesign {
  /// Replicate weights that came with the data.
  ///
  /// - Parameters:
  ///   - columns: By replicate one number per respondent: a whole weight, or what the weight of the
  ///     whole sample is multiplied by.
  ///   - replicateScales: The rscales; `nil` means 1 for each.
  ///   - supplied: Scale, degrees of freedom (by default one less than the replicates) and whether
  ///     the columns are multipliers.
  ///   - centre: What the squares are taken around.
  /// - Returns: The replicates, named `replicate-weights`.
  /// - Throws: ``ReplicateError`` when there are fewer than two replicates, a scale is not a
  ///   number of at least 0, or a weight is not a number.
  /// - Precondition: One scale per replicate and columns of one length.
  /// - Complexity: O(respondents × replicates).
  package static func supplied(
    _ columns: [[Double]], replicateScales: [Double]?, _ supplied: SuppliedReplicates,
    centre: ReplicateCentre
  ) throws(ReplicateError) -> ReplicateDesign {
    precondition(
      columns.allSatisfy { $0.count == columns[0].count }, "one weight per respondent")
    let scales = replicateScales ?? [Double](repeating: 1, count: columns.count)
    precondition(scales.count == columns.count, "one scale per replicate")
    guard columns.count > 1 else { throw .tooFewReplicates(columns.count) }
    guard supplied.scale > 0, supplied.scale.isFinite else {
      throw .scaleUnusable(replicate: nil, value: supplied.scale)
    }
    for (replicate, scale) in scales.enumerated() where !(scale >= 0 && scale.isFinite) {
      throw .scaleUnusable(replicate: replicate, value: scale)
    }
    for (replicate, column) in columns.enumerated() {
      if let row = column.firstIndex(where: { !$0.isFinite }) {
        throw .weightUnusable(replicate: replicate, row: row)
      }
    }
    return ReplicateDesign(
      name: VarianceMethod.replicateWeights(supplied, centre: centre).name, scale: supplied.scale,
      replicateScales: scales, centre: centre,
      degreesOfFreedom: supplied.degreesOfFreedom ?? columns.count - 1,
      source: .supplied(
        SuppliedWeights(columns: columns, areMultipliers: supplied.areMultipliers)))
  }
}

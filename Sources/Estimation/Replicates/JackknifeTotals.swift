/// The columns a jackknife has in one domain, and their sums.
///
/// Leaving PSU j of stratum h out changes sums by rank one: T + (S_h − m S_j)/(m − 1) where the
/// stratum is raised, T − S_j up to a factor where the whole sample is.
struct JackknifeTotals {
  private enum Column {
    /// Leaves out a PSU of the domain, by its place among the domain's cells.
    case without(place: Int, stratum: Int, PSUOmissions.Omission)
    /// Leaves out a PSU with nobody of the domain, and raises the stratum.
    case raised(stratum: Int, factor: Double)
    /// Touches no one in the domain, or all alike.
    case unchanged
  }

  /// By replicate: its column.
  let columnOfReplicate: [Int32]
  private let columns: [Column]
  /// By place among the domain's cells: the stratum.
  private let stratumOfPlace: [Int]
  private let strata: Int

  /// Finds the columns of a domain with people in `psus`, of a sample of `strata` strata.
  init(_ omissions: PSUOmissions, psus: ArraySlice<Int32>, strata: Int) {
    self.strata = strata
    stratumOfPlace = psus.map { Int(omissions.stratumOfPSU[Int($0)]) }
    var columns: [Column] = []
    var columnOfPSU = [Int32](repeating: -1, count: omissions.stratumOfPSU.count)
    var isPresent = [Bool](repeating: false, count: strata)
    for (place, psu) in psus.enumerated() {
      let stratum = stratumOfPlace[place]
      isPresent[stratum] = true
      let replicate = omissions.replicateOfPSU[Int(psu)]
      guard replicate >= 0 else { continue }
      columnOfPSU[Int(psu)] = Int32(columns.count)
      columns.append(
        .without(place: place, stratum: stratum, omissions.replicates[Int(replicate)]))
    }
    var columnOfStratum = [Int32](repeating: -1, count: strata)
    var unchanged: Int32 = -1
    columnOfReplicate = omissions.replicates.map { omission in
      let column = columnOfPSU[Int(omission.psu)]
      if column >= 0 { return column }
      let stratum = Int(omissions.stratumOfPSU[Int(omission.psu)])
      if isPresent[stratum], !omission.raisesWholeSample {
        if columnOfStratum[stratum] < 0 {
          columnOfStratum[stratum] = Int32(columns.count)
          columns.append(.raised(stratum: stratum, factor: omission.factor))
        }
        return columnOfStratum[stratum]
      }
      if unchanged < 0 {
        unchanged = Int32(columns.count)
        columns.append(.unchanged)
      }
      return unchanged
    }
    self.columns = columns
  }

  /// The sums of the domain's items in every column; `scales` are the rscales of the replicates.
  func totals(_ sums: DomainSums, domain: Int, scales: [Double]) -> ReplicateTotals {
    var totals = ReplicateTotals(items: sums.items, columns: columns.count)
    for (replicate, column) in columnOfReplicate.enumerated() where scales[replicate] > 0 {
      totals.replicates[Int(column)] += 1
      totals.scales[Int(column)] += scales[replicate]
    }
    let range = sums.psus.range(ofDomain: domain)
    var ofStrata = [SIMD2<Double>](repeating: .zero, count: strata)
    for item in 0..<sums.items {
      let first = item * sums.psus.count + range.lowerBound
      let cells = UnsafeBufferPointer(
        rebasing: sums.psuSums.elements[first..<first + range.count])
      for stratum in stratumOfPlace { ofStrata[stratum] = .zero }
      var total = SIMD2<Double>.zero
      for (place, stratum) in stratumOfPlace.enumerated() {
        ofStrata[stratum] += cells[place]
        total += cells[place]
      }
      for (column, change) in columns.enumerated() {
        let changed = apply(change, cells, total, ofStrata)
        totals.valid[item * columns.count + column] = changed.x
        totals.worth[item * columns.count + column] = changed.y
      }
    }
    return totals
  }

  private func apply(
    _ column: Column, _ cells: UnsafeBufferPointer<SIMD2<Double>>, _ total: SIMD2<Double>,
    _ ofStrata: [SIMD2<Double>]
  ) -> SIMD2<Double> {
    switch column {
    case .unchanged: return total
    case .raised(let stratum, let factor): return total + ofStrata[stratum] * (factor - 1)
    case .without(let place, let stratum, let omission):
      let changed =
        omission.raisesWholeSample
        ? total - cells[place]
        : total + ofStrata[stratum] * (omission.factor - 1) - cells[place] * omission.factor
      if changed.x > total.x * 1e-3 { return changed }
      // Where next to nothing is left, the difference has lost its digits.
      return sum(cells, without: place, raised: omission.raisesWholeSample ? -1 : stratum, omission)
    }
  }

  private func sum(
    _ cells: UnsafeBufferPointer<SIMD2<Double>>, without place: Int, raised stratum: Int,
    _ omission: PSUOmissions.Omission
  ) -> SIMD2<Double> {
    var sum = SIMD2<Double>.zero
    for (other, ofOther) in stratumOfPlace.enumerated() where other != place {
      sum += cells[other] * (ofOther == stratum ? omission.factor : 1)
    }
    return sum
  }
}

/// What the items of one domain add up to in every replicate.
///
/// Replicates that give a domain the same sums are one column with a multiplicity: a jackknife
/// changes a domain only where it leaves out, or raises, PSUs with people of the domain.
struct ReplicateTotals {
  let items: Int
  /// Number of columns.
  let columns: Int
  /// By item and column: Σ w x, up to a factor common to all sums of the column.
  var valid: [Double]
  /// By item and column: Σ w y, likewise.
  var worth: [Double]
  /// Per column: replicates with a positive rscale.
  var replicates: [Double]
  /// Per column: the sum of their rscales.
  var scales: [Double]

  init(items: Int, columns: Int) {
    self.items = items
    self.columns = columns
    valid = [Double](repeating: 0, count: items * columns)
    worth = valid
    replicates = [Double](repeating: 0, count: columns)
    scales = replicates
  }
}

/// The totals of several figures' influences in the sampling units of the last stage.
struct UnitTotals: Sendable {
  /// The units with a total that may differ from 0, each once; `nil` for all in order.
  var units: [Int32]?
  let figures: Int
  /// By unit and figure.
  var values: [Double]

  var count: Int { figures == 0 ? units?.count ?? 0 : values.count / figures }

  func unit(at place: Int) -> Int { units.map { Int($0[place]) } ?? place }

  /// The sums over the units of each parent.
  func summed(by parentOfUnit: [Int32], parents: Int) -> UnitTotals {
    var place = [Int32](repeating: -1, count: parents)
    var found: [Int32] = []
    for index in 0..<count {
      let parent = Int(parentOfUnit[unit(at: index)])
      if place[parent] < 0 {
        place[parent] = Int32(found.count)
        found.append(Int32(parent))
      }
    }
    var sums = [Double](repeating: 0, count: found.count * figures)
    for index in 0..<count {
      let base = Int(place[Int(parentOfUnit[unit(at: index)])]) * figures
      for figure in 0..<figures { sums[base + figure] += values[index * figures + figure] }
    }
    return UnitTotals(units: found, figures: figures, values: sums)
  }
}

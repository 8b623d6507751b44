import Foundation
import Numerics
import SurveyModel

/// A group (an interviewer, a unit) beside the others of the same place.
struct GroupComparison: Sendable {
  var group: Int
  var interviews: Int
  /// Mean of the group, and of the others in the same places, as shares.
  var mean: Double
  var others: Double
  /// Probability of such a difference among groups as unlike as these are.
  var pValue: Double
}

/// Compares the mean of each group with that of the others in the same place.
///
/// ## Method
///
/// Each interview is compared with the mean of the interviews of *other* groups in the narrowest
/// place that has enough of them (commune, then stratum, then the whole survey). The difference of a
/// group has the sampling variance s² (1/n + 1/m), plus a variance between groups: honest
/// interviewers, and the people they meet, differ too. That is taken from the middle of the squared
/// differences, so that a few unusual groups do not hide themselves (an empirical null: B. Efron,
/// *Large-scale simultaneous hypothesis testing*, JASA 99 (2004), 96–104). The quotient is referred to
/// Student's t with the degrees of freedom that a median of squares is worth, 0.37 per group.
struct GroupComparer {
  /// One value per interview; NaN where it has none.
  let values: [Double]
  let groups: Grouping
  /// From the narrowest to the widest; the whole survey follows by itself.
  let places: [Grouping]
  let minimum: Int

  /// Fewer groups show no variation to compare with.
  static let fewestGroups = 8
  /// Others in the same place that are enough to compare with.
  private static let fewestOthers = 10

  /// - Returns: Groups with enough interviews, in order; empty when there are too few groups.
  func compare() -> [GroupComparison] {
    let own = Cells(values, keys: groups.levelOfRow.map(Int.init))
    let levels = places.map { place in
      PlaceLevel(
        values: values, place: place.levelOfRow.map(Int.init),
        group: groups.levelOfRow.map(Int.init), groupCount: groups.levels.count)
    }
    let whole = Cells(values, keys: groups.levelOfRow.map { $0 >= 0 ? 0 : -1 })
    var sums = [Double](repeating: 0, count: groups.levels.count)
    var comparedWith = sums
    var squares = 0.0
    var counted = 0.0
    for row in values.indices where groups.levelOfRow[row] >= 0 && !values[row].isNaN {
      let group = Int(groups.levelOfRow[row])
      var others = (
        count: whole.count(0) - own.count(group), sum: whole.sum(0) - own.sum(group)
      )
      for level in levels {
        let near = level.others(row: row, group: group)
        guard near.count >= Self.fewestOthers else { continue }
        others = near
        break
      }
      guard others.count > 0 else { continue }
      sums[group] += others.sum / Double(others.count)
      comparedWith[group] += 1 / Double(others.count)
      let residual = values[row] - own.sum(group) / Double(own.count(group))
      squares += residual * residual
      counted += 1
    }
    let judged = groups.levels.indices.filter { own.count($0) >= max(minimum, 2) }
    guard judged.count >= Self.fewestGroups else { return [] }
    let occurring = groups.levels.indices.count { own.count($0) > 0 }
    let variance = squares / max(counted - Double(occurring), 1)
    let differences = judged.map { group -> (difference: Double, variance: Double) in
      let count = Double(own.count(group))
      return (
        own.sum(group) / count - sums[group] / count,
        variance * (1 / count + comparedWith[group] / count)
      )
    }
    return probabilities(judged, differences, own: own)
  }

  private func probabilities(
    _ judged: [Int], _ differences: [(difference: Double, variance: Double)], own: Cells
  ) -> [GroupComparison] {
    // 0.4549 is the median of a chi-square with one degree of freedom.
    let middle =
      (median(differences.map { $0.difference * $0.difference }) ?? 0) / 0.454936423119572
    let sampling = median(differences.map(\.variance)) ?? 0
    let between = max(middle - sampling, 0)
    let freedom = max(0.37 * Double(judged.count), 2)
    let student = StudentT(degreesOfFreedom: freedom)
    return zip(judged, differences).map { group, difference in
      let error = (difference.variance + between).squareRoot()
      let mean = own.sum(group) / Double(own.count(group))
      let quotient = error > 0 ? difference.difference.magnitude / error : 0
      return GroupComparison(
        group: group, interviews: own.count(group), mean: mean,
        others: mean - difference.difference, pValue: 2 * student.upperTail(quotient))
    }
  }
}

/// Number and sum of values by key; a negative key is left out.
private struct Cells {
  private var counts: [Int]
  private var sums: [Double]

  init(_ values: [Double], keys: [Int]) {
    let size = (keys.max() ?? -1) + 1
    counts = [Int](repeating: 0, count: max(size, 0))
    sums = [Double](repeating: 0, count: max(size, 0))
    for (value, key) in zip(values, keys) where key >= 0 && !value.isNaN {
      counts[key] += 1
      sums[key] += value
    }
  }

  func count(_ key: Int) -> Int { key < counts.count ? counts[key] : 0 }
  func sum(_ key: Int) -> Double { key < sums.count ? sums[key] : 0 }
}

/// Numbers and sums of a place, and of each group within it.
private struct PlaceLevel {
  private let place: [Int]
  private let all: Cells
  private let cellOfRow: [Int]
  private let cells: Cells

  init(values: [Double], place: [Int], group: [Int], groupCount: Int) {
    self.place = place
    all = Cells(values, keys: zip(place, group).map { $1 >= 0 ? $0 : -1 })
    // Combinations are numbered as they occur: communes times interviewers would be too many.
    var numberOfKey: [Int: Int] = [:]
    var (lastKey, lastNumber) = (-1, -1)
    cellOfRow = zip(place, group).map { place, group in
      guard place >= 0, group >= 0 else { return -1 }
      let key = place * groupCount + group
      if key == lastKey { return lastNumber }
      lastKey = key
      lastNumber = numberOfKey[key] ?? numberOfKey.count
      numberOfKey[key] = lastNumber
      return lastNumber
    }
    cells = Cells(values, keys: cellOfRow)
  }

  /// The interviews of other groups in the place of a row.
  func others(row: Int, group: Int) -> (count: Int, sum: Double) {
    guard place[row] >= 0, cellOfRow[row] >= 0 else { return (0, 0) }
    let cell = cellOfRow[row]
    return (
      all.count(place[row]) - cells.count(cell), all.sum(place[row]) - cells.sum(cell)
    )
  }
}

/// Edit distance of two short names, case folded: how many letters to add, drop, change or swap.
func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.lowercased().unicodeScalars.prefix(64))
  let right = Array(right.lowercased().unicodeScalars.prefix(64))
  var twoAgo: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let change = previous[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(change, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, twoAgo[column - 1] + 1)
      }
      current.append(best)
    }
    twoAgo = previous
    previous = current
  }
  return previous.last ?? 0
}

/// True when one name is plausibly a misspelling of the other; codes of one or two letters differ
/// too easily to say.
func isClose(_ name: String, to other: String) -> Bool {
  let length = max(name.count, other.count)
  return length >= 3 && editDistance(name, other) <= max(1, length / 4)
}

/// The name among `candidates` that `name` is most likely meant to be, if any is close.
package func nearestName(to name: String, among candidates: [String]) -> String? {
  // Among thousands of names a suggestion would cost much and help little.
  guard candidates.count <= 2000 else { return nil }
  let ranked = candidates.map { (distance: editDistance(name, $0), name: $0) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return isClose(name, to: best.name) ? best.name : nil
}

/// The names among `candidates` that are closest to `name`, at most `limit`, closest first; names
/// that are far from it are left out.
package func nearestNames(to name: String, among candidates: [String], limit: Int) -> [String] {
  guard candidates.count <= 2000 else { return [] }
  return candidates.filter { isClose(name, to: $0) }.enumerated()
    .map { (distance: editDistance(name, $0.element), order: $0.offset, name: $0.element) }
    .sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
    .prefix(limit).map(\.name)
}

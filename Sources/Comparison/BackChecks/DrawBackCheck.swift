import Numerics
package import SurveyModel

/// Draws interviews to be asked again, at random within groups.
///
/// Within a group each interview has the same chance. The same ids, groups, size and seed give the
/// same draw whatever the order of the ids.
///
/// - Parameters:
///   - groups: Interview ids of each group, in the order of the groups; a group may be empty.
///   - size: How many; see ``BackCheckSize``.
///   - seed: Of the generator.
/// - Returns: Drawn ids of each group, by UTF-8 bytes.
/// - Precondition: The size is positive, a share at most 100.
/// - Complexity: O(*n* log *n*) for sorting the ids.
package func drawBackCheck(
  from groups: [[String]], size: BackCheckSize, seed: UInt64
) -> [[String]] {
  var random = SplitMix64(seed: seed)
  let numbers = drawnNumbers(groups.map(\.count), size: size, random: &random)
  return zip(groups, numbers).map { group, number in
    var ids = group.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for place in 0..<number {
      ids.swapAt(place, place + random.uniform(below: ids.count - place))
    }
    return ids.prefix(number).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// How many of each group are drawn.
private func drawnNumbers(
  _ sizes: [Int], size: BackCheckSize, random: inout SplitMix64
) -> [Int] {
  switch size {
  case .share(let percent):
    precondition(percent > 0 && percent <= 100, "a share is above 0 and at most 100")
    return sizes.map { count in
      // 5 % of 20 is 1 although 0.05 × 20 may be a little more in binary.
      min(count, Int((percent * Double(count) / 100 - 1e-9).rounded(.up)))
    }
  case .perGroup(let number):
    precondition(number > 0, "some of each group")
    return sizes.map { min($0, number) }
  case .count(let number):
    precondition(number > 0, "some interviews")
    return proportional(min(number, sizes.reduce(0, +)), among: sizes, random: &random)
  }
}

/// One of each group first, the rest in proportion to what is left, by largest remainders; groups
/// are drawn at random where they are more than the number.
private func proportional(
  _ number: Int, among sizes: [Int], random: inout SplitMix64
) -> [Int] {
  var numbers = sizes.map { _ in 0 }
  var filled = sizes.indices.filter { sizes[$0] > 0 }
  guard number >= filled.count else {
    for place in 0..<number {
      filled.swapAt(place, place + random.uniform(below: filled.count - place))
      numbers[filled[place]] = 1
    }
    return numbers
  }
  for group in filled { numbers[group] = 1 }
  let rest = number - filled.count
  let left = sizes.reduce(0, +) - filled.count
  guard rest > 0, left > 0 else { return numbers }
  var given = 0
  var remainders: [(group: Int, part: Int)] = []
  for group in filled {
    let (whole, part) = (rest * (sizes[group] - 1)).quotientAndRemainder(dividingBy: left)
    numbers[group] += whole
    given += whole
    remainders.append((group, part))
  }
  remainders.sort { ($1.part, $0.group) < ($0.part, $1.group) }
  for remainder in remainders.prefix(rest - given) { numbers[remainder.group] += 1 }
  return numbers
}

import Foundation
import Numerics

/// Two interviews and how much better a copy explains their likeness than chance does.
struct LikePair: Sendable, Hashable {
  /// Places of the two in the order compared.
  var first: Int32
  var second: Int32
  /// Natural logarithm of the likelihood ratio.
  var evidence: Double
  var same: Int32
  var compared: Int32
}

/// Interviews in the order of their groups, ready to be compared pair by pair.
///
/// ## Method
///
/// For a pair, the likelihood of the second sheet as a copy of the first (each answer kept with
/// probability 0.9, else answered anew) is divided by its likelihood as an honest sheet of a person
/// with the same habits (``AnswerHabits``), over the questions both answer. What others of the same
/// group answer to the question counts as common too, so that a commune without chairs is no sign
/// of copying. Of a proper likelihood ratio the mean over honest pairs is 1, and so no more than e⁻ᵗ
/// of them reach evidence *t* (Markov's inequality).
struct LikePairs: Sendable {
  /// Row by row, in the order compared; 0 for no answer.
  let answers: [UInt8]
  let width: Int
  /// The places of each group, one range after the other.
  let groups: [Range<Int>]

  private let habits: AnswerHabits
  private let planes: AnswerPlanes
  private let answered: [Int]
  /// No pair with this row has more evidence.
  private let most: [Double]
  private let span: Int
  private let groupOfPlace: [Int32]
  /// By group, item and answer: how many in the group answer so.
  private let local: [Int32]
  /// By group and item: how many answer at all.
  private let localAnswered: [Int32]

  /// Share of the answers that a copy keeps.
  static let kept = 0.9
  private let controlCount: Int

  /// How many groups that follow each group is also compared with: pairs of different groups show
  /// what chance does.
  ///
  /// - Parameter pairs: Pairs within groups.
  /// - Returns: 4; 1 from a million pairs on, which gives two million controls: chances enough.
  static func controls(forPairs pairs: Double) -> Int { pairs >= 1e6 ? 1 : 4 }

  init(answers: [UInt8], width: Int, groups: [Range<Int>]) {
    let rows = groups.last?.upperBound ?? 0
    self.answers = answers
    self.width = width
    self.groups = groups
    controlCount = Self.controls(
      forPairs: groups.reduce(0.0) { $0 + Double($1.count) * Double($1.count) / 2 })
    habits = AnswerHabits(answers, width: width, rows: rows)
    planes = AnswerPlanes(answers, width: width, rows: (0..<Int32(rows)).map { $0 })
    span = Int(answers.max() ?? 0) + 1
    var groupOfPlace = [Int32](repeating: 0, count: rows)
    var local = [Int32](repeating: 0, count: groups.count * width * span)
    var localAnswered = [Int32](repeating: 0, count: groups.count * width)
    for (number, group) in groups.enumerated() {
      for place in group {
        groupOfPlace[place] = Int32(number)
        for item in 0..<width {
          let answer = Int(answers[place * width + item])
          local[(number * width + item) * span + answer] += 1
          if answer > 0 { localAnswered[number * width + item] += 1 }
        }
      }
    }
    self.groupOfPlace = groupOfPlace
    self.local = local
    self.localAnswered = localAnswered
    var answered = [Int](repeating: 0, count: rows)
    var most = [Double](repeating: 0, count: rows)
    for row in 0..<rows {
      for item in 0..<width where answers[row * width + item] > 0 {
        answered[row] += 1
        let chance = habits.chance(of: answers[row * width + item], item: item, like: row)
        most[row] += log(Self.kept / chance + 1 - Self.kept)
      }
    }
    self.answered = answered
    self.most = most
  }

  /// Pairs within groups, and how many there are to compare.
  var pairsWithin: Int { groups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 } }

  /// Pairs of different groups that are compared as controls.
  var pairsBetween: Int {
    groups.indices.reduce(0) { sum, group in
      sum + controls(of: group).reduce(0) { $0 + groups[group].count * groups[$1].count }
    }
  }

  private func controls(of group: Int) -> [Int] {
    guard groups.count > 1 else { return [] }
    return (1...min(controlCount, groups.count - 1)).map { (group + $0) % groups.count }
  }

  /// Pairs with at least this evidence, within groups and between them.
  func find(evidence floor: Double) -> (within: [LikePair], between: [LikePair]) {
    let stretches = RowStretches(rows: answered.count, smallest: 128, most: 64)
    var within = [[LikePair]](repeating: [], count: stretches.count)
    var between = within
    within.withUnsafeMutableBufferPointer { within in
      between.withUnsafeMutableBufferPointer { between in
        let (within, between) = (within, between)
        stretches.forEach { number, rows in
          let room = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * AnswerPlanes.block)
          defer { room.deallocate() }
          for row in rows where most[row] >= floor {
            let group = Int(groupOfPlace[row])
            search(
              row, in: row + 1..<groups[group].upperBound, isWithin: true, floor: floor, room,
              into: &within[number])
            for other in controls(of: group) {
              search(
                row, in: groups[other], isWithin: false, floor: floor, room,
                into: &between[number])
            }
          }
        }
      }
    }
    return (within.flatMap { $0 }, between.flatMap { $0 })
  }

  private func search(
    _ row: Int, in range: Range<Int>, isWithin: Bool, floor: Double,
    _ room: UnsafeMutablePointer<UInt32>, into pairs: inout [LikePair]
  ) {
    for first in stride(from: range.lowerBound, to: range.upperBound, by: AnswerPlanes.block) {
      let block = first..<min(first + AnswerPlanes.block, range.upperBound)
      planes.compare(row, with: block, into: room, scratch: room + AnswerPlanes.block)
      for other in block {
        // What one answers and the other leaves out is no evidence, but few such places are looked at.
        let leftOut = (answered[row] - answered[other]).magnitude + 2
        let least = min(most[row], most[other]) - floor
        let differing = Double(room[other - first]) - Double(leftOut)
        guard least >= 0, -Self.logarithmOfChange * differing <= least else { continue }
        let pair = compare(row, other, isWithin: isWithin)
        if pair.evidence >= floor { pairs.append(pair) }
      }
    }
  }

  private func compare(_ row: Int, _ other: Int, isWithin: Bool) -> LikePair {
    var evidence = 0.0
    var same: Int32 = 0
    var compared: Int32 = 0
    let group = Int(groupOfPlace[row])
    for item in 0..<width {
      let answer = answers[row * width + item]
      let otherAnswer = answers[other * width + item]
      guard answer > 0, otherAnswer > 0 else { continue }
      compared += 1
      guard answer == otherAnswer else {
        evidence += Self.logarithmOfChange
        continue
      }
      same += 1
      var chance = max(
        habits.chance(of: answer, item: item, like: row),
        habits.chance(of: answer, item: item, like: other))
      if isWithin {
        let others = localAnswered[group * width + item] - 2
        if others >= 8 {
          let alike = local[(group * width + item) * span + Int(answer)] - 2
          chance = max(chance, Double(alike) / Double(others))
        }
      }
      evidence += log(Self.kept / chance + 1 - Self.kept)
    }
    let isComparable =
      Int(compared) >= Flagging.fewestCompared
      && 4 * Int(compared) >= 3 * max(answered[row], answered[other])
    return LikePair(
      first: Int32(row), second: Int32(other), evidence: isComparable ? evidence : -.infinity,
      same: same, compared: compared)
  }

  private static let logarithmOfChange = log(1 - kept)
}

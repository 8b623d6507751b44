/// A domain set whose levels say the level of a coarser one, as districts say nothing new where the
/// set district × age is known.
struct FinerSet: Sendable {
  let set: Int
  /// By slot of the finer set (its level and one, 0 outside all): the slot of the coarser set, −1
  /// where nobody is.
  let slotOfSlot: [Int32]

  /// For each set the largest of the sets that are finer; `nil` where there is none, so a finer set
  /// follows from no other.
  static func all(_ sets: [DomainSet]) -> [FinerSet?] {
    let order = sets.indices.sorted { (sets[$0].count, $0) > (sets[$1].count, $1) }
    return concurrentMap(sets.count) { coarse in
      for fine in order.prefix(while: { $0 != coarse }) {
        guard let slots = slots(of: sets[coarse], in: sets[fine]) else { continue }
        return FinerSet(set: fine, slotOfSlot: slots)
      }
      return nil
    }
  }

  private static func slots(of coarse: DomainSet, in fine: DomainSet) -> [Int32]? {
    var found = [Int32](repeating: -1, count: fine.count + 1)
    for row in coarse.levelOfRow.indices {
      let slot = Int(max(fine.levelOfRow[row], -1)) + 1
      let level = max(coarse.levelOfRow[row], -1) + 1
      if found[slot] < 0 { found[slot] = level }
      if found[slot] != level { return nil }
    }
    return found
  }
}

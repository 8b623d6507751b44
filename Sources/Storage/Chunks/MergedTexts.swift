/// The texts of several batches, each distinct text once, in order of first appearance.
struct MergedTexts {
  private(set) var texts: [String] = []
  private var positions: [String: UInt32] = [:]
  private var isEmpty = true

  /// Adds the texts of a batch.
  /// - Returns: By position in the batch, 0 (blank) first, the position among all texts; `nil` when
  ///   the positions stay as they are.
  mutating func add(_ added: [String]) -> [UInt32]? {
    if isEmpty {
      isEmpty = false
      texts = added
      return nil
    }
    if positions.isEmpty {
      positions.reserveCapacity(texts.count + added.count)
      for (index, text) in texts.enumerated() where positions[text] == nil {
        positions[text] = UInt32(index + 1)
      }
    }
    return [0]
      + added.map { text in
        if let known = positions[text] { return known }
        texts.append(text)
        positions[text] = UInt32(texts.count)
        return UInt32(texts.count)
      }
  }
}

import SurveyModel

/// The rows of the interviews that somebody names, found in one pass over all ids.
struct InterviewRows {
  private var rowOfID: [String: Int] = [:]

  init(of named: some Sequence<String>, in ids: InterviewIDs) {
    var byHash: [UInt64: [[UInt8]]] = [:]
    var seen: Set<String> = []
    for id in named where seen.insert(id).inserted {
      let bytes = Array(id.utf8)
      byHash[bytes.withUnsafeBufferPointer(Self.hash), default: []].append(bytes)
    }
    guard !byHash.isEmpty else { return }
    ids.bytes.withUnsafeBufferPointer { all in
      for row in 0..<ids.count {
        let id = UnsafeBufferPointer(
          rebasing: all[Int(ids.ends[row])..<Int(ids.ends[row + 1])])
        guard let candidates = byHash[Self.hash(id)], candidates.contains(where: id.elementsEqual)
        else { continue }
        rowOfID[String(decoding: id, as: UTF8.self)] = row
      }
    }
  }

  /// The row of an interview, `nil` when it is not there.
  subscript(id: String) -> Int? { rowOfID[id] }

  /// FNV-1a; only tells most other ids apart quickly.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

import Dispatch

/// The sums of every replicate of a design whose weights change by PSU: the sums of PSU × domain
/// cells times the PSU's multiplier, eight replicates at once.
///
/// - Complexity: O(replicates × cells × items); the respondents are not touched.
func multipliedSums(_ sums: [DomainSums], _ design: ReplicateDesign) -> StoredReplicates {
  let stored = StoredReplicates(
    replicates: design.count, domains: sums.map(\.domains), items: sums.first?.items ?? 0)
  DispatchQueue.concurrentPerform(iterations: stored.stride / 8) { block in
    let multipliers = blockMultipliers(design, first: block * 8)
    for (set, sums) in sums.enumerated() {
      for domain in 0..<sums.domains {
        let range = sums.psus.range(ofDomain: domain)
        for item in 0..<sums.items {
          let first = item * sums.psus.count
          var valid = SIMD8<Double>.zero
          var worth = SIMD8<Double>.zero
          multipliers.withUnsafeBufferPointer { multipliers in
            sums.psus.others.withUnsafeBufferPointer { psus in
              for cell in range {
                let pair = sums.psuSums.elements[first &+ cell]
                let multiplier = multipliers[Int(psus[cell])]
                valid += multiplier * pair.x
                worth += multiplier * pair.y
              }
            }
          }
          let place = stored.place(domain: domain, item: item) + block * 8
          for lane in 0..<8 {
            stored.valid[set].elements[place + lane] = valid[lane]
            stored.worth[set].elements[place + lane] = worth[lane]
          }
        }
      }
    }
  }
  return stored
}

/// Per PSU: its multipliers in eight replicates from `first`; 0 past the last.
private func blockMultipliers(_ design: ReplicateDesign, first: Int) -> [SIMD8<Double>] {
  var block: [SIMD8<Double>] = []
  for lane in 0..<min(8, design.count - first) {
    guard let multipliers = design.multipliers(ofReplicate: first + lane) else { continue }
    if block.isEmpty {
      block = [SIMD8<Double>](repeating: .zero, count: multipliers.count)
    }
    for (psu, multiplier) in multipliers.enumerated() { block[psu][lane] = multiplier }
  }
  return block
}

import Dispatch

/// The results of `transform` for 0 ..< `count`, in order, made by all processors.
///
/// Each result is made by one call in one place, so the number of threads changes no bit.
func concurrentMap<Result: Sendable>(
  _ count: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
  let slots = ResultSlots<Result>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { slots.set(transform($0), at: $0) }
  return slots.results
}

/// Room for results that several threads fill, each its own elements.
private final class ResultSlots<Result>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  func set(_ result: Result, at index: Int) { slots[index] = result }

  var results: [Result] { slots.compactMap { $0 } }
}

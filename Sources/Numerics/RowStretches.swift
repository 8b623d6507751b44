internal import Dispatch

/// Rows cut into stretches that threads work through side by side.
///
/// The cuts depend on the number of rows alone, never on the machine, so that what each stretch
/// yields is the same everywhere. Whoever puts the stretches together does so in their order, or
/// with operations whose result does not depend on an order.
///
///     let stretches = RowStretches(rows: 100_000, smallest: 30_000)
///     stretches.count   // 3
///     stretches[2]      // 66666..<100000
package struct RowStretches: Sendable, Hashable {
  package let rows: Int
  package let count: Int

  /// - Parameters:
  ///   - rows: Number of rows, not negative.
  ///   - smallest: Rows that a stretch has at least, unless there is only one.
  ///   - most: The largest number of stretches.
  package init(rows: Int, smallest: Int = 1 << 14, most: Int = 8) {
    precondition(rows >= 0 && smallest > 0 && most > 0, "a number of rows and of stretches")
    self.rows = rows
    count = max(1, min(most, rows / smallest))
  }

  /// The rows of a stretch.
  package subscript(_ index: Int) -> Range<Int> {
    rows * index / count..<rows * (index + 1) / count
  }

  /// Runs `body` once for each stretch, in parallel, and waits for all.
  ///
  /// - Parameter body: Gets the number of the stretch and its rows; it writes only what belongs to
  ///   that stretch.
  package func forEach(_ body: (_ index: Int, _ rows: Range<Int>) -> Void) {
    if count == 1 { return body(0, 0..<rows) }
    withoutActuallyEscaping(body) { body in
      // Each call writes its own memory, as the contract says; the compiler cannot know.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: count) { body($0, self[$0]) }
    }
  }
}

extension RowStretches {
  /// What `body` makes of each stretch, in the order of the stretches.
  package func collect<Part: BitwiseCopyable>(_ body: (_ rows: Range<Int>) -> Part) -> [Part] {
    [Part](unsafeUninitializedCapacity: count) { buffer, initialized in
      let buffer = buffer
      forEach { index, rows in buffer.initializeElement(at: index, to: body(rows)) }
      initialized = count
    }
  }
}

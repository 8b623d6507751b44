import DelimitedText
import Foundation
import SurveyModel

/// Shares the blocks of a file among workers and merges them in file order.
///
/// A worker takes the next block, checks it, and waits for its turn to merge. At most one block per
/// worker is in memory, and the outcome does not depend on which worker was faster.
final class BlockQueue: @unchecked Sendable {
  /// A block and its place in the file.
  struct Work {
    var piece: RecordPiece
    var turn: Int
    var isBrief: Bool
  }

  private let reading = NSLock()
  private let merging = NSCondition()
  private let source: any RecordSource
  private var nextTurn = 0
  // Guarded by `merging`.
  private var merger: BlockMerger
  private var turn = 0
  private var refusal: Finding?
  /// Workers beside the calling thread.
  private var active = 0
  private var isOver = false

  init(_ source: any RecordSource, merger: BlockMerger) {
    self.source = source
    self.merger = merger
  }

  /// Checks all blocks with as many workers as asked for.
  ///
  /// - Returns: The merged rows, or why the file is refused as a whole.
  func run(_ plan: ImportPlan, threads: Int) -> Result<BlockMerger, RecordBlockReader.Refusal> {
    // Threads of our own: a dispatch queue may run its work one after the other on a busy machine.
    for _ in 0..<(threads - 1) {
      Thread.detachNewThread {
        guard self.begin() else { return }
        self.work(plan)
        self.end()
      }
    }
    work(plan)
    // Only for workers that began: without memory the system starts no thread and says so to nobody.
    merging.lock()
    defer { merging.unlock() }
    isOver = true
    while active > 0 { merging.wait() }
    if let refusal { return .failure(RecordBlockReader.Refusal(finding: refusal)) }
    return .success(merger)
  }

  /// Counts a worker in; false when there is nothing left to do.
  private func begin() -> Bool {
    merging.withLock {
      if !isOver { active += 1 }
      return !isOver
    }
  }

  private func end() {
    merging.withLock {
      active -= 1
      merging.broadcast()
    }
  }

  private func work(_ plan: ImportPlan) {
    let validator = BlockValidator(plan)
    while let work = take() {
      let checked = validator.validate(work.piece, isBrief: work.isBrief)
      merge(checked, turn: work.turn)
    }
  }

  private func take() -> Work? {
    merging.lock()
    let isBrief = merger.isBrief
    let isRefused = refusal != nil
    merging.unlock()
    if isRefused { return nil }
    reading.lock()
    defer { reading.unlock() }
    do throws(RecordBlockReader.Refusal) {
      guard let piece = try source.next() else { return nil }
      nextTurn += 1
      return Work(piece: piece, turn: nextTurn - 1, isBrief: isBrief)
    } catch {
      merging.lock()
      if refusal == nil { refusal = error.finding }
      merging.broadcast()
      merging.unlock()
      return nil
    }
  }

  private func merge(_ block: ValidatedBlock, turn own: Int) {
    merging.lock()
    defer { merging.unlock() }
    while turn != own && refusal == nil { merging.wait() }
    guard refusal == nil else { return }
    merger.merge(block)
    turn += 1
    merging.broadcast()
  }
}

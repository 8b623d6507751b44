import DelimitedText
import Dispatch
import Foundation
import SurveyModel

/// Shares the blocks of a file among workers and merges them in file order.
///
/// A worker takes the next block, checks it, and waits for its turn to merge. At most one block per
/// worker is in memory, and the outcome does not depend on which worker was faster.
final class BlockQueue: @unchecked Sendable {
  /// A block with the place where its rows begin.
  struct Work {
    var block: RecordBlock
    var position: Int
    var line: Int
    var turn: Int
    var isBrief: Bool
  }

  private let reading = NSLock()
  private let merging = NSCondition()
  private let reader: RecordBlockReader
  /// What follows the header in the block that holds it; guarded by `reading`.
  private var first: (block: RecordBlock, position: Int, line: Int)?
  private var nextTurn = 0
  // Guarded by `merging`.
  private var merger: BlockMerger
  private var turn = 0
  private var refusal: Finding?

  init(
    _ reader: RecordBlockReader, first: (block: RecordBlock, position: Int, line: Int),
    merger: BlockMerger
  ) {
    self.reader = reader
    self.first = first
    self.merger = merger
  }

  /// Checks all blocks with as many workers as asked for.
  ///
  /// - Returns: The merged rows, or why the file is refused as a whole.
  func run(_ plan: ImportPlan, threads: Int) -> Result<BlockMerger, RecordBlockReader.Refusal> {
    // Threads of our own: a dispatch queue may run its work one after the other on a busy machine.
    let workers = DispatchGroup()
    for _ in 0..<(threads - 1) {
      workers.enter()
      Thread.detachNewThread {
        self.work(plan)
        workers.leave()
      }
    }
    work(plan)
    workers.wait()
    if let refusal { return .failure(RecordBlockReader.Refusal(finding: refusal)) }
    return .success(merger)
  }

  private func work(_ plan: ImportPlan) {
    let validator = BlockValidator(plan)
    while let work = take() {
      let checked = validator.validate(
        work.block, from: work.position, line: work.line, isBrief: work.isBrief)
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
    if let begun = first {
      first = nil
      nextTurn += 1
      return Work(
        block: begun.block, position: begun.position, line: begun.line, turn: nextTurn - 1,
        isBrief: isBrief)
    }
    do throws(RecordBlockReader.Refusal) {
      guard let block = try reader.next() else { return nil }
      nextTurn += 1
      return Work(
        block: block, position: 0, line: block.line, turn: nextTurn - 1, isBrief: isBrief)
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

import Glibc
import Synchronization

/// Time spent in each stage of a run, for `--timings` and the benchmark; never part of a result.
package struct StageTimings: Sendable {
  /// Seconds by the clock, and seconds of processors, which others on the machine do not lengthen.
  package struct Spent: Sendable, Hashable {
    package var elapsed: Double
    package var processor: Double
  }

  package private(set) var stages: [(stage: String, spent: Spent)] = []

  /// Runs a piece of work and adds its time to a stage, with that of all threads it starts.
  mutating func measure<Value, Failure: Error>(
    _ stage: String, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let start = Spent.now(of: CLOCK_PROCESS_CPUTIME_ID)
    defer { add(Spent.now(of: CLOCK_PROCESS_CPUTIME_ID).less(start), to: stage) }
    return try body()
  }

  mutating func add(_ spent: Spent, to stage: String) {
    if let index = stages.firstIndex(where: { $0.stage == stage }) {
      stages[index].spent.elapsed += spent.elapsed
      stages[index].spent.processor += spent.processor
    } else {
      stages.append((stage, spent))
    }
  }

  /// One line per stage and the peak memory of the process, tab-separated for scripts.
  package func report() -> String {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded())) ms" }
    var lines = stages.map { stage, spent in
      "timing\t\(stage)\t\(milliseconds(spent.elapsed))\t\(milliseconds(spent.processor)) CPU"
    }
    lines.append("timing\tpeak-memory\t\(usage.ru_maxrss / 1024) MiB")
    return lines.joined(separator: "\n")
  }
}

extension StageTimings.Spent {
  /// The clock and the processor time of the process or of this thread.
  static func now(of clock: clockid_t) -> StageTimings.Spent {
    StageTimings.Spent(elapsed: seconds(of: CLOCK_MONOTONIC), processor: seconds(of: clock))
  }

  func less(_ start: StageTimings.Spent) -> StageTimings.Spent {
    StageTimings.Spent(
      elapsed: elapsed - start.elapsed, processor: processor - start.processor)
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The times of pieces of work that run side by side.
final class SideTimings: Sendable {
  private let spent = Mutex([String: StageTimings.Spent]())

  /// Runs a piece of work on this thread and adds its time to its name.
  @Sendable func measure(_ name: String, _ work: () -> Void) {
    let start = StageTimings.Spent.now(of: CLOCK_THREAD_CPUTIME_ID)
    work()
    let time = StageTimings.Spent.now(of: CLOCK_THREAD_CPUTIME_ID).less(start)
    spent.withLock { $0[name] = time }
  }

  /// In the order of their names.
  var parts: [(name: String, spent: StageTimings.Spent)] {
    spent.withLock { $0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

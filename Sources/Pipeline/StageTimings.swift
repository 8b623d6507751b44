import Glibc

/// Seconds spent in each stage of a run, for `--timings` and the benchmark; never part of a result.
package struct StageTimings: Sendable {
  package private(set) var seconds: [(stage: String, seconds: Double)] = []

  /// Runs a piece of work and adds its wall-clock time to a stage.
  mutating func measure<Value, Failure: Error>(
    _ stage: String, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    defer { add(clock.now - start, to: stage) }
    return try body()
  }

  private mutating func add(_ duration: Duration, to stage: String) {
    let parts = duration.components
    let elapsed = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    if let index = seconds.firstIndex(where: { $0.stage == stage }) {
      seconds[index].seconds += elapsed
    } else {
      seconds.append((stage, elapsed))
    }
  }

  /// One line per stage and the peak memory of the process, tab-separated for scripts.
  package func report() -> String {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var lines = seconds.map { "timing\t\($0.stage)\t\(Int(($0.seconds * 1000).rounded())) ms" }
    lines.append("timing\tpeak-memory\t\(usage.ru_maxrss / 1024) MiB")
    return lines.joined(separator: "\n")
  }
}

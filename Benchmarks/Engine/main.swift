import Dispatch
import Estimation
import Foundation
import SurveyModel
import Weighting

/// Times the engine on columns in memory: the best of several runs, and a checksum of the results,
/// which must be the same at any number of threads.
///
///     EngineBench [RESPONDENTS] [CLUSTERS] [RUNS] [shuffled]

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let respondents = arguments.first ?? 1_000_000
let clusters = arguments.dropFirst().first ?? 1_000
let runs = arguments.dropFirst(2).first ?? 7
let isShuffled = CommandLine.arguments.contains("shuffled")
let columns = try Columns(
  respondents: respondents, clusters: clusters, isShuffled: isShuffled, seed: 2021)
let domains = 1 + columns.domainSets.reduce(0) { $0 + $1.levels.count }
print(
  "\(respondents) respondents, 22 items, 17 strata, \(clusters) clusters, \(domains) domains, "
    + "\(ProcessInfo.processInfo.activeProcessorCount) cores; "
    + "\(isShuffled ? "interviews in no order" : "interviews by commune"); best of \(runs)")

/// The sum of numbers as a fingerprint of their bits.
func fingerprint(_ values: some Sequence<Double>) -> UInt64 {
  values.reduce(1_469_598_103_934_665_603) { ($0 ^ $1.bitPattern) &* 1_099_511_628_211 }
}

/// Processor time of all threads, in milliseconds.
func processorTime() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
}

/// Prints the best wall time of several runs, and the least processor time, which says what a busy
/// machine hides.
func time(_ name: String, bar: Double?, _ body: () throws -> UInt64) throws {
  var best = Double.infinity
  var leastWork = Double.infinity
  var mark: UInt64 = 0
  for _ in 0..<runs {
    let start = DispatchTime.now().uptimeNanoseconds
    let work = processorTime()
    mark = try body()
    best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
    leastWork = min(leastWork, processorTime() - work)
  }
  func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  let figure = String(format: "%9.1f ms (%.1f of processor)", best, leastWork)
  print(
    padded(name, 44) + figure + "   " + padded(bar.map { "bar \(Int($0)) ms" } ?? "", 12)
      + String(mark, radix: 16))
}

let design = try designWeights(columns.designWeights)
try time("rake to four margins, 1e-10", bar: 25) {
  fingerprint(
    try rake(design, to: columns.margins, tolerance: 1e-10, maximumIterations: 200, place: 1)
      .weights)
}
try time("calibrate (logit) to four margins", bar: 100) {
  fingerprint(
    try calibrate(
      design, to: columns.margins,
      CalibrateDefinition(
        method: .logit, margins: [], lower: 0.3, upper: 3, tolerance: 1e-10), place: 1
    ).weights)
}

func analyse(_ weights: WeightSet) throws -> IndexAnalysis {
  try IndexAnalysis(
    answers: columns.answers, questionnaire: columns.questionnaire, design: columns.design,
    weights: weights, domainSets: columns.domainSets)
}
func fingerprint(_ analysis: IndexAnalysis) -> UInt64 {
  fingerprint(
    analysis.estimates.estimates.lazy.flatMap { [$0.value ?? -1, $0.standardError ?? -1] })
}
func withCovariances(_ analysis: IndexAnalysis) -> UInt64 {
  var mark = fingerprint(analysis)
  for joint in analysis.allJoint() { mark ^= fingerprint(joint.covariance) &* 31 }
  return mark
}

let weights = WeightSet(steps: [design])
let raked = WeightSet(steps: [
  design,
  try rake(design, to: columns.margins, tolerance: 1e-10, maximumIterations: 200, place: 1),
])
try time("estimates, standard errors, design effects", bar: nil) {
  fingerprint(try analyse(weights))
}
try time("the same with every domain's covariance", bar: 60) {
  withCovariances(try analyse(weights))
}
try time("the same after raking (residuals)", bar: nil) { withCovariances(try analyse(raked)) }

func replicate(_ replicates: ReplicateDesign) throws -> UInt64 {
  let analysis = try analyse(weights)
  let found = try ReplicateAnalysis(
    analysis, answers: columns.answers, weights: weights, domainSets: columns.domainSets,
    replicates: replicates)
  return fingerprint(found.estimates.estimates.lazy.map { $0.standardError ?? -1 })
}
try time("jackknife (JKn) of everything", bar: 150) {
  try replicate(.jkn(columns.design, centre: .mean))
}
try time("500 bootstrap replicates", bar: 300) {
  try replicate(.bootstrap(columns.design, replicates: 500, seed: 2021, centre: .mean))
}

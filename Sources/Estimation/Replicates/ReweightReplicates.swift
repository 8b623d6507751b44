import Dispatch
import Synchronization
import SurveyModel

/// Runs the survey's weighting steps on the design weights of a replicate, one per respondent and 0
/// for those it leaves out; returns their final weights, 0 for the same respondents.
///
/// It is called from several threads at once.
package typealias Reweighting =
  @Sendable ([Double]) throws(ReweightingFailure) -> [Double]

/// Sums every domain in every replicate that has a weight per respondent.
///
/// Replicates are shared out over the processors; no more are held at once than there are
/// processors. Where the weighting of several fails the first of them is told, whatever the order
/// they ran in. `weights` are the design weights where there is a `reweighting`, else the final
/// ones, whose replicates are taken as they are.
func rowReplicates(
  _ design: ReplicateDesign, _ sample: SampleDesign, _ answers: ItemAnswers, sets: [DomainSet],
  weights: [Double], reweighting: Reweighting?
) throws(ReplicateError) -> StoredReplicates {
  let stored = StoredReplicates(
    replicates: design.count, domains: sets.map(\.count), items: answers.count)
  let rows = RowReplicates(answers, sets: sets, respondents: weights.count)
  let failures = FirstFailure()
  DispatchQueue.concurrentPerform(iterations: design.count) { replicate in
    guard failures.isWorthTrying(replicate) else { return }
    var own = design.weights(ofReplicate: replicate, from: weights, psuOfRow: sample.psuOfRow)
    if let reweighting {
      do throws(ReweightingFailure) {
        own = try reweighting(own)
      } catch {
        failures.record(replicate, error)
        return
      }
      precondition(own.count == weights.count, "one weight per respondent")
    }
    rows.add(own, replicate: replicate, to: stored)
  }
  if let (replicate, failure) = failures.first {
    throw .reweighting(
      replicate: replicate,
      omittedPSU: design.omittedPSU(ofReplicate: replicate).map(sample.name(ofPSU:)),
      failure)
  }
  return stored
}

/// The failure of the lowest replicate, gathered by several threads.
private final class FirstFailure: Sendable {
  private let found = Mutex<(replicate: Int, failure: ReweightingFailure)?>(nil)

  var first: (replicate: Int, failure: ReweightingFailure)? { found.withLock { $0 } }

  /// False for replicates after one that failed.
  func isWorthTrying(_ replicate: Int) -> Bool {
    found.withLock { found in found.map { replicate < $0.replicate } ?? true }
  }

  func record(_ replicate: Int, _ failure: ReweightingFailure) {
    found.withLock { found in
      if replicate < found?.replicate ?? .max { found = (replicate, failure) }
    }
  }
}

extension SampleDesign {
  /// Stratum and name of a PSU, for messages.
  fileprivate func name(ofPSU psu: Int) -> String {
    let name = psu < psuNames.count ? psuNames[psu] : "\(psu + 1)"
    let stratum = strata[Int(stratumOfPSU[psu])].level.name
    return stratum.isEmpty ? name : "\(stratum), \(name)"
  }
}

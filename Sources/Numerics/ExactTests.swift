import Foundation

/// The probability of at least `successes` in `trials` independent trials.
///
///     binomialUpperTail(9, of: 10, probability: 0.5)  // 0.0107421875
///
/// - Parameters:
///   - successes: 0 to `trials`.
///   - trials: Not negative.
///   - probability: Of a success, 0...1.
/// - Returns: 1 for no success.
///
/// ## Method
///
/// The incomplete beta function: DLMF 8.17.5. Agrees with `binom.test(9, 10, alternative =
/// "greater")` of R 4.2.2.
package func binomialUpperTail(
  _ successes: Int, of trials: Int, probability: Double
) -> Double {
  precondition((0...trials).contains(successes), "successes among the trials")
  if successes == 0 { return 1 }
  if probability <= 0 { return 0 }
  if probability >= 1 { return 1 }
  return regularizedIncompleteBeta(
    probability, Double(successes), Double(trials - successes + 1))
}

/// The exact two-sided test of McNemar: whether changes one way are as frequent as the other way.
///
///     exactMcNemar(2, 10)  // 0.03857421875
///
/// - Parameters:
///   - gained: Pairs that change from no to yes.
///   - lost: Pairs that change from yes to no.
/// - Returns: The p value, or `nil` where no pair changes.
///
/// ## Method
///
/// Q. McNemar, Psychometrika 12 (1947), 153–157; exact as a binomial with one half. Agrees with
/// `binom.test(2, 12)` of R 4.2.2.
package func exactMcNemar(_ gained: Int, _ lost: Int) -> Double? {
  let changed = gained + lost
  guard changed > 0 else { return nil }
  return min(1, 2 * binomialUpperTail(max(gained, lost), of: changed, probability: 0.5))
}

/// Fisher's exact one-sided test: whether a group has more successes than the others, whose rate is
/// as uncertain as its own.
///
///     fisherUpperTail(4, of: 5, others: 2, of: 20)  // 0.0054771…
///
/// - Parameters:
///   - successes: Of the group.
///   - trials: Of the group.
///   - otherSuccesses: Of the others.
///   - otherTrials: Of the others.
/// - Returns: The probability, given all successes, of at least as many in the group.
/// - Complexity: O(successes).
///
/// ## Method
///
/// R. A. Fisher, Journal of the Royal Statistical Society 98 (1935), 39–82: the hypergeometric
/// distribution. Agrees with `fisher.test(matrix(c(4, 1, 2, 18), 2), alternative = "greater")` of R
/// 4.2.2.
package func fisherUpperTail(
  _ successes: Int, of trials: Int, others otherSuccesses: Int, of otherTrials: Int
) -> Double {
  precondition(
    (0...trials).contains(successes) && (0...otherTrials).contains(otherSuccesses),
    "successes among the trials")
  if successes == 0 { return 1 }
  let total = successes + otherSuccesses
  func logChoose(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
  }
  let whole = logChoose(trials + otherTrials, total)
  var sum = 0.0
  for count in successes...max(successes, min(trials, total)) {
    sum += exp(logChoose(trials, count) + logChoose(otherTrials, total - count) - whole)
  }
  return min(1, sum)
}

import SurveyModel

/// A figure that is made of others of the same domain: a factor of its items, the overall index of
/// the factors or the items.
struct FigureSum {
  var parts: [Int]
  var whole: Int
}

/// Suppresses the figures from which one with too few respondents could be worked out.
///
/// A figure with fewer respondents than the survey publishes is hidden for the sake of the people in
/// it. It would be no secret if the other levels of its variable and their total were shown, or the
/// other items of its factor and the factor. So:
///
/// - in every line of a table whose total is shown, at least two levels are hidden or none, and the
///   hidden ones have together at least the minimum of respondents; people without a level of the
///   variable count as one more level, which is never shown;
/// - of a factor and its items, and of the overall index and what it is made of, at least two are
///   hidden or none;
/// - no hidden figure follows from any combination of lines, in crossed tables and across tables
///   that share a variable (see ``derivableCells(_:)``).
///
/// The level with the fewest respondents is hidden first, one that may not be published anyway before
/// any other, parts before wholes; this goes on until nothing follows. Figures suppressed for their
/// sampling error alone harm nobody and need no second one.
///
///     // Minimum 5. Respondents 120 = 3 + 40 + 77: the 3 are hidden, and the 40 with them.
///
/// ## Method
///
/// Cox, *Suppression methodology and statistical disclosure control*, JASA 75 (1980), 377–385;
/// Hundepool and others, *Statistical Disclosure Control* (2012), section 4.4. What follows is found
/// by elimination, so the result is safe against exact recovery; it need not be the smallest.
///
/// - Parameters:
///   - estimates: Domain by domain, the same figures in each; the whole population first.
///   - figures: Number of figures in each domain.
///   - sums: How the figures of a domain are made of each other, by their place in the domain.
///   - minimumRespondents: 0 for no rule.
/// - Returns: The estimates, more of them ``EstimateFlag/suppressed`` because
///   ``FlagReason/complementary``.
func suppressComplements(
  _ estimates: [Estimate], figures: Int, sums: [FigureSum], minimumRespondents: Int
) -> [Estimate] {
  guard estimates.contains(where: { $0.flagReason == .fewRespondents }) else { return estimates }
  var suppression = ComplementarySuppression(
    estimates, figures: figures, sums: sums, minimum: minimumRespondents)
  suppression.run()
  var result = estimates
  for place in suppression.added {
    result[place].flag = .suppressed
    result[place].flagReason = .complementary
  }
  return result
}

/// The state while figures are hidden; a figure is a place in the list of estimates.
private struct ComplementarySuppression {
  private(set) var added: [Int] = []
  private let respondents: [Int]
  private let isHiddenAnyway: [Bool]
  private var isHidden: [Bool]
  private let figures: Int
  private let sums: [FigureSum]
  private let minimum: Int
  private let lines: [SuppressionLine]
  private let linesOfDomain: [[Int]]

  init(_ estimates: [Estimate], figures: Int, sums: [FigureSum], minimum: Int) {
    respondents = estimates.map(\.respondents)
    isHidden = estimates.map { $0.flagReason == .fewRespondents }
    isHiddenAnyway = estimates.map { $0.flag == .suppressed }
    self.figures = figures
    self.sums = sums
    self.minimum = minimum
    let domains = estimates.count / figures
    lines = suppressionLines((0..<domains).map { estimates[$0 * figures].domain })
    var linesOfDomain = [[Int]](repeating: [], count: domains)
    for (number, line) in lines.enumerated() {
      for domain in line.parts + line.wholes { linesOfDomain[domain].append(number) }
    }
    self.linesOfDomain = linesOfDomain
  }

  mutating func run() {
    var changed = isHidden.indices.filter { isHidden[$0] }
    while !changed.isEmpty {
      let before = added.count
      settle(changed)
      let touched = changed + added[before...]
      let settled = added.count
      for figure in Set(touched.map { $0 % figures }).sorted() { protect(figure: figure) }
      for domain in Set(touched.map { $0 / figures }).sorted() { protect(domain: domain) }
      changed = Array(added[settled...])
    }
  }

  /// Applies the rules of single lines until every line keeps them.
  private mutating func settle(_ changed: [Int]) {
    var waiting = changed
    while let place = waiting.popLast() {
      let (domain, figure) = (place / figures, place % figures)
      for line in linesOfDomain[domain] {
        while let next = complement(inLine: lines[line], figure: figure) {
          hide(next)
          waiting.append(next)
        }
      }
      for sum in sums where sum.whole == figure || sum.parts.contains(figure) {
        while let next = complement(in: sum, domain: domain) {
          hide(next)
          waiting.append(next)
        }
      }
    }
  }

  private mutating func hide(_ place: Int) {
    isHidden[place] = true
    added.append(place)
  }

  private func places(_ domains: [Int], _ figure: Int) -> [Int] {
    domains.map { $0 * figures + figure }
  }

  /// The next figure to hide in a line of a table; `nil` where the line keeps the rules.
  private func complement(inLine line: SuppressionLine, figure: Int) -> Int? {
    let parts = places(line.parts, figure)
    let wholes = places(line.wholes, figure)
    let hiddenParts = parts.filter { isHidden[$0] }
    let hiddenWholes = wholes.filter { isHidden[$0] }
    let unlisted = unlisted(parts, wholes)
    let unknown = hiddenParts.count + hiddenWholes.count + (unlisted == 0 ? 0 : 1)
    guard !hiddenParts.isEmpty || !hiddenWholes.isEmpty else { return nil }
    var needsMore = unknown < 2
    if wholes.count == 1, hiddenWholes.isEmpty {
      needsMore =
        needsMore || hiddenParts.reduce(max(0, unlisted)) { $0 + respondents[$1] } < minimum
    }
    guard needsMore else { return nil }
    return cheapest(parts, below: respondents[figure])
      ?? cheapest(wholes, below: respondents[figure])
  }

  /// People of the wholes who are in no part.
  private func unlisted(_ parts: [Int], _ wholes: [Int]) -> Int {
    wholes.reduce(0) { $0 + respondents[$1] } - parts.reduce(0) { $0 + respondents[$1] }
  }

  /// The next figure to hide among those of a domain that make up one of them.
  private func complement(in sum: FigureSum, domain: Int) -> Int? {
    let parts = sum.parts.map { domain * figures + $0 }
    let whole = domain * figures + sum.whole
    let hidden = (parts + [whole]).filter { isHidden[$0] }
    guard hidden.count == 1 else { return nil }
    return cheapest(parts, below: .max) ?? cheapest([whole], below: .max)
  }

  /// The shown figure with the fewest respondents, but not one of everybody or of nobody: hiding it
  /// would hide nothing.
  private func cheapest(_ places: [Int], below everybody: Int) -> Int? {
    places.filter { !isHidden[$0] && respondents[$0] > 0 && respondents[$0] < everybody }
      .min { first, second in
        (isHiddenAnyway[first] ? 0 : 1, respondents[first], first)
          < (isHiddenAnyway[second] ? 0 : 1, respondents[second], second)
      }
  }

  /// Hides one more level where a figure still follows from several lines together.
  private mutating func protect(figure: Int) {
    let equations = lines.compactMap { line -> SuppressionEquation? in
      let (parts, wholes) = (places(line.parts, figure), places(line.wholes, figure))
      // A level that is never shown makes the line worthless to a reader.
      guard unlisted(parts, wholes) == 0 else { return nil }
      return SuppressionEquation(
        added: parts.filter { isHidden[$0] }, subtracted: wholes.filter { isHidden[$0] })
    }
    guard let exposed = derivableCells(equations).first else { return }
    let near = linesOfDomain[exposed / figures].flatMap { lines[$0].parts + lines[$0].wholes }
    let far = (0..<linesOfDomain.count).map { $0 }
    if let next = cheapest(places(near, figure), below: respondents[figure])
      ?? cheapest(places(far, figure), below: respondents[figure])
    {
      hide(next)
    }
  }

  /// Hides one more figure of a domain where one still follows from the others.
  private mutating func protect(domain: Int) {
    let first = domain * figures
    let equations = sums.map { sum in
      SuppressionEquation(
        added: sum.parts.map { first + $0 }.filter { isHidden[$0] },
        subtracted: [first + sum.whole].filter { isHidden[$0] })
    }
    guard derivableCells(equations).first != nil else { return }
    if let next = cheapest(Array(first..<first + figures).reversed(), below: .max) { hide(next) }
  }
}

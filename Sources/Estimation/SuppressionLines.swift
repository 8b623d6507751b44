import SurveyModel

/// What readers know without being told: some domains' respondents add up to others'.
struct SuppressionLine {
  /// Domains whose respondents add up to those of `wholes`.
  var parts: [Int]
  /// Domains that hold everybody in `parts`, and those without a level of a variable.
  var wholes: [Int]
}

/// The sums that tie the domains of a survey together.
///
/// A domain set of one variable adds up to the whole population; one of two variables adds up, line
/// by line, to each of them that the survey shows too, and to the population where it shows none. Two
/// crossed sets that share a variable have equal sums for its levels even where the survey does not
/// show it alone. These relations are all there are: a figure that does not follow from them does
/// not follow from the tables.
///
/// - Parameter domains: The terms of every domain; none for the whole population. Domains with the
///   same variables, in any order, make a set.
/// - Returns: Lines of places in `domains`.
func suppressionLines(_ domains: [[DomainTerm]]) -> [SuppressionLine] {
  let sorted = domains.map { $0.sorted { $0.variable < $1.variable } }
  var sets: [(variables: [String], domains: [Int])] = []
  var termsOfSet: Set<[DomainTerm]> = []
  for (domain, terms) in sorted.enumerated() {
    let variables = terms.map(\.variable)
    // Another set of the same variables starts where a domain comes again.
    if sets.last?.variables == variables, !termsOfSet.contains(terms) {
      sets[sets.count - 1].domains.append(domain)
    } else {
      sets.append((variables, [domain]))
      termsOfSet = []
    }
    termsOfSet.insert(terms)
  }
  let published = sets.map(\.variables)
  var lines: [SuppressionLine] = []
  for (first, left) in sets.enumerated() {
    for right in sets.dropFirst(first + 1) {
      let shared = left.variables.filter(right.variables.contains)
      if shared == left.variables || shared == right.variables {
        let (parts, wholes) = shared == left.variables ? (right, left) : (left, right)
        // Lines over several variables follow from those over one where the steps between are shown.
        let isStepped = published.contains {
          $0.count > wholes.variables.count && $0.count < parts.variables.count
            && wholes.variables.allSatisfy($0.contains)
            && $0.allSatisfy(parts.variables.contains)
        }
        guard !isStepped else { continue }
        lines += crossed(sorted, shared, parts: parts.domains, wholes: wholes.domains)
      } else if !published.contains(shared) {
        lines += crossed(sorted, shared, parts: left.domains, wholes: right.domains)
      }
    }
  }
  return lines
}

/// One line for each combination of the shared variables' codes that both sides have.
private func crossed(
  _ terms: [[DomainTerm]], _ shared: [String], parts: [Int], wholes: [Int]
) -> [SuppressionLine] {
  func codes(_ domain: Int) -> [DomainTerm] {
    terms[domain].filter { shared.contains($0.variable) }
  }
  var lines: [SuppressionLine] = []
  var numberOfCodes: [[DomainTerm]: Int] = [:]
  for domain in wholes {
    let codes = codes(domain)
    if let number = numberOfCodes[codes] {
      lines[number].wholes.append(domain)
    } else {
      numberOfCodes[codes] = lines.count
      lines.append(SuppressionLine(parts: [], wholes: [domain]))
    }
  }
  for domain in parts {
    if let number = numberOfCodes[codes(domain)] { lines[number].parts.append(domain) }
  }
  return lines.filter { !$0.parts.isEmpty }
}

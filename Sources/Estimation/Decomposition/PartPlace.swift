import SurveyModel

/// A part of the respondents, as domains added and taken away.
struct PartPlace {
  struct Term {
    var set: Int
    var domain: Int
    /// 1, or −1 where the domain is taken away.
    var sign: Double
  }

  var terms: [Term]

  static func domain(_ domain: Int, ofSet set: Int) -> PartPlace {
    PartPlace(terms: [Term(set: set, domain: domain, sign: 1)])
  }

  /// The population without the domains of a set.
  static func outside(set: Int, domains: Int) -> PartPlace {
    PartPlace(
      terms: [Term(set: 0, domain: 0, sign: 1)]
        + (0..<domains).map { Term(set: set, domain: $0, sign: -1) })
  }
}

extension IndexAnalysis {
  /// The item's sums in a part; exactly 0 where nobody answered there.
  func sums(ofItem item: Int, in place: PartPlace) -> ItemSums {
    var found = ItemSums.zero
    for term in place.terms {
      found += term.sign * sums[term.set].sums(ofItem: item, inDomain: term.domain)
    }
    // The count is exact; what else is left then is rounding.
    return found[3] > 0 ? found : .zero
  }

  func respondents(in place: PartPlace) -> Int {
    Int(place.terms.reduce(0) { $0 + $1.sign * sums[$1.set].sizes[$1.domain][1] })
  }
}

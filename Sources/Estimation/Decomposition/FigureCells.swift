/// One weighted item within one part of the respondents.
struct FigureCell {
  var weighted: WeightedItem
  /// Σ w x and Σ w y of the item in the part.
  var valid: Double
  var value: Double

  /// h, the cell's share of the figure.
  var share: Double { weighted.scale * valid / weighted.total }
  /// p.
  var figure: Double { value / valid }
}

/// A figure of one survey, its weighted items, and the linear forms of what is made of them.
struct FigureCells {
  let analysis: IndexAnalysis
  let place: SurveyComparison.Place
  let value: Double
  let items: [WeightedItem]

  /// `nil` where nobody answered.
  init?(_ analysis: IndexAnalysis, _ place: SurveyComparison.Place) {
    guard
      let linearisation = analysis.linearisations[place.set][place.domain].all[place.figure]
    else { return nil }
    self.analysis = analysis
    self.place = place
    value = linearisation.value
    items = analysis.measures.all[place.figure].formula.weightedItems {
      analysis.sums[place.set].sums(ofItem: $0, inDomain: place.domain)
    }
  }

  /// The domain of the figure itself.
  var whole: PartPlace { .domain(place.domain, ofSet: place.set) }

  /// What identifies an item in another survey: its id, or of a column of people its factor.
  func key(ofItem item: Int) -> String {
    let measures = analysis.measures
    if item < measures.items.count { return measures.items[item].id }
    let factor = measures.factors.first { $0.items == [item] }
    return factor.map { "factor \($0.id)" } ?? "overall"
  }

  /// True when the figure is made of items of the questionnaire, and of more than one.
  var hasItems: Bool {
    let numbers = Set(items.map(\.item))
    return numbers.count > 1 && numbers.allSatisfy { $0 < analysis.measures.items.count }
  }

  func cell(_ weighted: WeightedItem, in part: PartPlace) -> FigureCell {
    let sums = analysis.sums(ofItem: weighted.item, in: part)
    return FigureCell(weighted: weighted, valid: sums[0], value: sums[1])
  }

  /// How a part of the figure moves with the sums: the influence of Σ (a h + b p) over cells.
  ///
  /// With h = s X / D and p = Y / X, an a on the share and a b on the figure of a cell give
  /// a · (s x / D − h x_G / D) + b · (y − p x) / X, where x_G counts valid answers of the group in
  /// the whole and the others those of the part.
  struct Influence {
    private var form = LinearForm()
    /// Per item: −coefficient of x in the whole.
    private var ofGroups: [Int: Double] = [:]
    private let whole: PartPlace

    init(_ cells: FigureCells) { whole = cells.whole }

    mutating func add(_ cell: FigureCell, in part: PartPlace, share: Double, figure: Double) {
      guard cell.valid > 0 else { return }
      let weighted = cell.weighted
      let c = figure / cell.valid
      let d = c * cell.figure - share * weighted.scale / weighted.total
      for term in part.terms {
        form.terms.append(
          LinearForm.Term(
            set: term.set, domain: term.domain, item: weighted.item, c: term.sign * c,
            d: term.sign * d))
      }
      for item in weighted.group {
        ofGroups[item, default: 0] += share * cell.share / weighted.total
      }
    }

    /// The terms in a fixed order, whatever the order of the dictionary.
    var linearForm: LinearForm {
      var all = form
      for item in ofGroups.keys.sorted() {
        for term in whole.terms {
          all.terms.append(
            LinearForm.Term(
              set: term.set, domain: term.domain, item: item, c: 0, d: ofGroups[item] ?? 0))
        }
      }
      return all
    }
  }

  /// The influence of the figure itself.
  var form: LinearForm { analysis.form(place) ?? LinearForm() }
}

// Figures are numbered in the order of results: the overall index, the factors, the items.

extension IndexMeasures {
  subscript(figure: Int) -> Measure {
    if figure == 0 { return overall }
    return figure <= factors.count ? factors[figure - 1] : items[figure - factors.count - 1]
  }
}

extension IndexLinearisations {
  subscript(figure: Int) -> Linearisation? {
    if figure == 0 { return overall }
    return figure <= factors.count ? factors[figure - 1] : items[figure - factors.count - 1]
  }
}

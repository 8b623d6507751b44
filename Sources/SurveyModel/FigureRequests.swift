/// A text as a person wrote it, with its place in a file.
package struct PlacedText: Sendable, Hashable {
  package var text: String
  /// `nil` for what was given on the command line.
  package var place: SourceLocation?

  package init(_ text: String, at place: SourceLocation? = nil) {
    self.text = text
    self.place = place
  }
}

/// A figure to be put on record, as written: nothing of it is checked yet.
package struct FigureRequest: Sendable, Hashable {
  /// Id or label of the figure, or id of a target that it measures.
  package var figure: PlacedText
  package var year: PlacedText
  package var value: PlacedText
  /// `nil` where none is given; else it must be that of the figure.
  package var unit: PlacedText?
  package var source: PlacedText
  /// Why it takes the place of an earlier value.
  package var reason: PlacedText?

  package init(
    figure: PlacedText, year: PlacedText, value: PlacedText, unit: PlacedText? = nil,
    source: PlacedText, reason: PlacedText? = nil
  ) {
    self.figure = figure
    self.year = year
    self.value = value
    self.unit = unit
    self.source = source
    self.reason = reason
  }
}

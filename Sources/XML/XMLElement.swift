package import SurveyModel

/// One attribute as written, with the places an error message can point to.
package struct XMLAttribute: Sendable, Hashable {
  /// With its prefix where it has one: `xml:lang`.
  package var name: String
  package var value: String
  /// Where the name stands.
  package var place: SourceLocation
  /// Where the first character after the opening quote stands.
  package var valuePlace: SourceLocation
  /// The value as the file has it, kept only where it differs from `value` (`&lt;`, line breaks).
  var written: String?

  /// The place of the Unicode scalar number `index` of `value`.
  ///
  /// A value such as `tuoi &lt; 30` is longer in the file than when read, so the place is counted
  /// in the written form.
  package func place(ofScalar index: Int) -> SourceLocation {
    guard let line = valuePlace.line, let column = valuePlace.column else { return valuePlace }
    guard let written else {
      return SourceLocation(file: valuePlace.file, line: line, column: column + index)
    }
    var currentLine = line
    var currentColumn = column
    var seen = 0
    var insideReference = false
    for scalar in written.unicodeScalars {
      if seen == index, !insideReference { break }
      if scalar == "\n" {
        currentLine += 1
        currentColumn = 1
      } else {
        currentColumn += 1
      }
      if scalar == "&" { insideReference = true }
      if scalar == "\r" { continue }
      if insideReference, scalar != ";" { continue }
      insideReference = false
      seen += 1
    }
    return SourceLocation(file: valuePlace.file, line: currentLine, column: currentColumn)
  }
}

/// One element of a parsed file, copied out of libxml2: no pointer escapes this module.
package struct XMLElement: Sendable, Hashable {
  package var name: String
  package var namespace: String?
  package var attributes: [XMLAttribute]
  package var children: [XMLElement]
  /// The element's own text, its children's left out, trimmed of white space at both ends.
  package var text: String
  /// The value of `xml:lang` here or on the nearest element around it.
  package var language: String?
  /// Where the `<` of the start tag stands.
  package var place: SourceLocation
  /// Where the element's own text begins, or `place` when it has none.
  package var textPlace: SourceLocation

  package func attribute(_ name: String) -> XMLAttribute? {
    attributes.first { $0.name == name }
  }

  package subscript(attribute name: String) -> String? { attribute(name)?.value }

  package func children(named name: String) -> [XMLElement] {
    children.filter { $0.name == name }
  }

  package func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name }
  }

  /// The place of an attribute's value, or of the element when it has no such attribute.
  package func place(of attribute: String) -> SourceLocation {
    self.attribute(attribute)?.valuePlace ?? place
  }
}

package import SurveyModel
package import XML

/// A value read from one file, and everything found on the way.
package struct Loaded<Value: Sendable>: Sendable {
  /// `nil` when the file has errors.
  package var value: Value?
  /// Errors, warnings and notices, in the order of their places.
  package var findings: [Finding]
  /// The file as given by the user or by the file that names it.
  package var file: String
  /// The elements as written, kept for the places that checks between files point to.
  package var root: XMLElement?

  package init(value: Value?, findings: [Finding], file: String, root: XMLElement? = nil) {
    self.value = value
    self.findings = findings
    self.file = file
    self.root = root
  }

  package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

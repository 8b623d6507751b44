/// When and by whom a command is run: the only clock and the only name the pipeline ever sees.
package struct Invocation: Sendable {
  /// ISO 8601, UTC.
  package var now: String
  package var user: String

  package init(now: String, user: String) {
    self.now = now
    self.user = user
  }
}

/// Version of the product, printed by `sipas --version` and in every report.
package let productVersion = "0.1.0"

/// When and by whom a command is run, and with which key: the only clock, the only name and the only
/// environment the pipeline ever sees.
package struct Invocation: Sendable {
  /// ISO 8601, UTC.
  package var now: String
  package var user: String

  /// The key file of pseudonyms, if one was named.
  package var keyPath: String?

  package init(now: String, user: String, keyPath: String? = nil) {
    self.now = now
    self.user = user
    self.keyPath = keyPath
  }
}

/// Version of the product, printed by `sipas --version` and in every report.
package let productVersion = "0.1.0"

/// An interview that somebody named, and where.
package struct NamedInterview: Sendable, Hashable {
  package var id: String
  package var place: SourceLocation?

  package init(id: String, place: SourceLocation? = nil) {
    self.id = id
    self.place = place
  }
}

/// A correction that somebody asks for, as written.
package struct CorrectionRequest: Sendable, Hashable {
  /// Where the parts of it stand.
  package struct Places: Sendable, Hashable {
    package var interview: SourceLocation?
    package var field: SourceLocation?
    package var old: SourceLocation?
    package var new: SourceLocation?

    package init(
      interview: SourceLocation? = nil, field: SourceLocation? = nil, old: SourceLocation? = nil,
      new: SourceLocation? = nil
    ) {
      self.interview = interview
      self.field = field
      self.old = old
      self.new = new
    }
  }

  package var interview: String
  package var field: String
  /// Code or label that is stored, empty where nothing is; `nil` when it is not said.
  package var old: String?
  /// Code or label; empty for blank.
  package var new: String
  package var reason: String?
  package var by: String?
  package var at: String?
  package var places: Places

  package init(
    interview: String, field: String, old: String?, new: String, reason: String? = nil,
    by: String? = nil, at: String? = nil, places: Places = Places()
  ) {
    self.interview = interview
    self.field = field
    self.old = old
    self.new = new
    self.reason = reason
    self.by = by
    self.at = at
    self.places = places
  }
}

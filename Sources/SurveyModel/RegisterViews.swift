/// What an agency has to do with a target.
package enum AgencyRole: String, Sendable, Hashable, CaseIterable {
  case lead
  case cooperating
  case implementing
}

extension RegisterRow {
  /// The first role that one of the names has; `nil` where none of them is named.
  package func role(of agencies: Set<String>) -> AgencyRole? {
    if lead.contains(where: agencies.contains) { return .lead }
    if cooperating.contains(where: agencies.contains) { return .cooperating }
    return implementing.contains(where: agencies.contains) ? .implementing : nil
  }

  /// Nothing can be said of it for want of a figure, a judgement or an estimate.
  package var isMissing: Bool {
    switch status {
    case .missing, .unjudged, .notMeasured: true
    case .met, .notMet, .ahead, .noThreshold: false
    }
  }
}

/// Part of a register.
package struct RegisterView: Sendable, Hashable {
  /// The names of one agency in the plan; `nil` for all.
  package var agencies: Set<String>?
  package var area: String?
  package var isOverdueOnly: Bool
  package var isMissingOnly: Bool

  package init(
    agencies: Set<String>? = nil, area: String? = nil, isOverdueOnly: Bool = false,
    isMissingOnly: Bool = false
  ) {
    self.agencies = agencies
    self.area = area
    self.isOverdueOnly = isOverdueOnly
    self.isMissingOnly = isMissingOnly
  }

  /// The register with the rows asked for: those that the agency leads first, then those it
  /// cooperates in, then those it implements; else in the order of the plan.
  package func applied(to register: AttainmentRegister) -> AttainmentRegister {
    var shown = register
    shown.rows = register.rows.filter { row in
      (agencies.map { row.role(of: $0) != nil } ?? true) && (area == nil || row.area == area)
        && (!isOverdueOnly || row.isOverdue) && (!isMissingOnly || row.isMissing)
    }
    if let agencies {
      shown.rows = AgencyRole.allCases.flatMap { role in
        shown.rows.filter { $0.role(of: agencies) == role }
      }
    }
    if let points = register.points {
      let ids = Set(shown.rows.map(\.id))
      shown.points?.losses = points.losses.filter { ids.contains($0.target) }
      shown.points?.checks = points.checks.filter { ids.contains($0.target) }
    }
    return shown
  }
}

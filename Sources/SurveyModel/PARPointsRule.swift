/// How the index of a target becomes points of the PAR Index.
package struct PARPointsRule: Sendable, Hashable {
  package enum Conversion: String, Sendable, Hashable, CaseIterable {
    /// Points = standard × index / 100.
    case proportional
  }

  package enum Status: String, Sendable, Hashable, CaseIterable {
    /// Written so in an official document.
    case official
    /// Taken for granted by whoever wrote the plan; reports must say so.
    case assumed
  }

  /// The id of the target whose index is converted.
  package var target: String
  /// The most points the criterion can give.
  package var standard: Double
  package var conversion: Conversion
  package var status: Status
  /// Where the rule is from, or why it is assumed.
  package var source: String

  package init(
    target: String, standard: Double, conversion: Conversion = .proportional,
    status: Status = .assumed, source: String = ""
  ) {
    self.target = target
    self.standard = standard
    self.conversion = conversion
    self.status = status
    self.source = source
  }

  /// The points of an index in percent: `points(of: 91.17)` of 10 standard points is 9.117.
  package func points(of index: Double) -> Double {
    switch conversion {
    case .proportional: withoutBinaryNoise(standard * index / 100)
    }
  }
}

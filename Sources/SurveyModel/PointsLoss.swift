/// What one target is worth in points, and what of that is lost.
package struct RegisterPoints: Sendable, Hashable {
  /// Criterion of the PAR Index, for example `8.1.1`, or the row of the score card.
  package var criterion: String?
  /// The most that can be won.
  package var standard: Double
  /// `nil` where it is not known.
  package var won: Double?
  package var year: Int?
  /// The conversion of an index into points is taken for granted by the plan: reports must say so.
  package var isAssumed: Bool
  /// Where the conversion is from; `nil` for the row of a score card.
  package var source: String?

  package init(
    criterion: String? = nil, standard: Double, won: Double?, year: Int? = nil,
    isAssumed: Bool = false, source: String? = nil
  ) {
    self.criterion = criterion
    self.standard = standard
    self.won = won
    self.year = year
    self.isAssumed = isAssumed
    self.source = source
  }

  /// Standard less won, free of binary noise; `nil` where `won` is.
  package var lost: Double? { won.map { roundedHalfUp(standard - $0, places: 6) } }
}

/// Where points were lost, and which are cheapest to win back.
package struct PointsLoss: Sendable, Hashable {
  /// Sums over the rows that count, each point once.
  package var standard: Double
  package var won: Double
  package var lost: Double
  /// Losses that can be won back row by row, cheapest first (docs/methods.md, "Points").
  package var losses: [PointLoss]
  /// What the parts of a row do not explain, and totals that do not add up.
  package var checks: [PointCheck]

  package init(
    standard: Double, won: Double, lost: Double, losses: [PointLoss], checks: [PointCheck]
  ) {
    self.standard = standard
    self.won = won
    self.lost = lost
    self.losses = losses
    self.checks = checks
  }
}

/// A loss counted once: of a row without parts, or what the parts of a row leave unexplained.
package struct PointLoss: Sendable, Hashable {
  /// From 1; equal ranks never occur.
  package var rank: Int
  /// Target in ``AttainmentRegister/rows``.
  package var target: String
  package var points: RegisterPoints
  /// Of ``RegisterPoints/lost``, what is counted at this row: less than it where parts of the row
  /// stand in the list themselves.
  package var lost: Double
  /// The rest that the parts listed do not explain.
  package var isRemainder: Bool
  /// Percentage points of the index to go for one point won back; `nil` where points do not follow
  /// an index.
  package var distancePerPoint: Double?
  /// Percentage points of the index to go to the standard score.
  package var distance: Double?
  package var hasLead: Bool
  package var dueBy: CivilDate?
  /// The deadline in words is known, if not its day.
  package var hasDue: Bool

  package init(
    rank: Int, target: String, points: RegisterPoints, lost: Double, isRemainder: Bool = false,
    distancePerPoint: Double? = nil, distance: Double? = nil, hasLead: Bool,
    dueBy: CivilDate? = nil, hasDue: Bool
  ) {
    self.rank = rank
    self.target = target
    self.points = points
    self.lost = lost
    self.isRemainder = isRemainder
    self.distancePerPoint = distancePerPoint
    self.distance = distance
    self.hasLead = hasLead
    self.dueBy = dueBy
    self.hasDue = hasDue
  }
}

/// A total beside the sum of its parts.
package struct PointCheck: Sendable, Hashable {
  package enum Quantity: String, Sendable, Hashable, CaseIterable { case standard, assessed, lost }

  /// The row that states the total.
  package var target: String
  package var quantity: Quantity
  package var parts: [String]
  package var stated: Double
  package var recomputed: Double
  /// False where the plan lists only some parts of the row, so that a difference is no disagreement.
  package var isComplete: Bool

  package init(
    target: String, quantity: Quantity, parts: [String], stated: Double, recomputed: Double,
    isComplete: Bool
  ) {
    self.target = target
    self.quantity = quantity
    self.parts = parts
    self.stated = stated
    self.recomputed = recomputed
    self.isComplete = isComplete
  }

  package var difference: Double { roundedHalfUp(stated - recomputed, places: 6) }

  /// True where the document contradicts itself: all parts are there and do not add up, or parts lose
  /// more than the whole.
  package var isDisagreement: Bool { isComplete || (quantity == .lost && difference < 0) }
}

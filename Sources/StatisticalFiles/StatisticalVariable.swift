/// A value of a statistical file: what a label or a rule for missing values is about.
package enum StatisticalValue: Sendable, Hashable {
  case number(Double)
  /// In the file's encoding, without blanks at its end.
  case text([UInt8])
  /// A missing value of Stata: `.a` is the byte of `a`.
  case tag(UInt8)
}

/// A variable of a statistical file, its texts in the file's encoding.
package struct StatisticalVariable: Sendable {
  package enum Kind: Sendable, Hashable {
    case number
    /// A day, stored as a count of days or seconds.
    case date
    case datetime
    case text
  }

  /// Values that the file declares missing: from the lowest to the highest.
  package struct MissingRange: Sendable {
    package var lowest: StatisticalValue
    package var highest: StatisticalValue

    package func contains(_ value: StatisticalValue) -> Bool {
      switch (value, lowest, highest) {
      case (.number(let value), .number(let low), .number(let high)): low <= value && value <= high
      case (.text(let value), .text(let low), _): value == low
      default: false
      }
    }
  }

  package var name: [UInt8]
  package var label: [UInt8]
  package var kind: Kind
  /// Value labels in the order of the file.
  package var labels: [(value: StatisticalValue, label: [UInt8])]
  package var missing: [MissingRange]
}

/// What a statistical file says about itself before its first row.
package struct StatisticalDictionary: Sendable {
  package var variables: [StatisticalVariable]
  /// As the file names it; `nil` when it does not say.
  package var encoding: String?
  /// Rows that the header promises; `nil` when it does not say.
  package var rowCount: Int?
}

/// What a picture shows, apart from how it is drawn: the same figures make the SVG of the page, the
/// picture of the printed document and the native chart of the workbook.
///
/// All figures are at full precision in the unit of the axis; texts beside marks are made by the
/// caller, rounded once and in the language of the reader.
package struct Chart: Sendable, Hashable {
  /// Unique in its report, begins with a letter; names files, sheets and SVG elements.
  package var id: String
  package var title: String
  /// The text alternative: what the picture says, in one or two sentences.
  package var description: String
  /// The name and unit of the axis of figures, for example `%`.
  package var axisTitle: String
  /// True where figures lie between 0 and 100, so that no axis leaves that stretch.
  package var isShare: Bool
  /// `,` in Vietnamese, `.` in English: for the numbers along the axis.
  package var decimalMark: String
  package var content: ChartContent
  /// What the marks are called; a mark without a name has no place in the legend.
  package var markNames: MarkNames

  package init(
    id: String, title: String, description: String, axisTitle: String, isShare: Bool,
    decimalMark: String, content: ChartContent, markNames: MarkNames = MarkNames()
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.axisTitle = axisTitle
    self.isShare = isShare
    self.decimalMark = decimalMark
    self.content = content
    self.markNames = markNames
  }
}

/// The words of the legend, in the language of the reader.
package struct MarkNames: Sendable, Hashable {
  package var baseline: String
  package var target: String
  package var estimate: String
  /// The line through an estimate or beside a bar: `95% interval`.
  package var interval: String
  /// An open bar, whose error is larger than itself.
  package var uncertain: String

  package init(
    baseline: String = "", target: String = "", estimate: String = "", interval: String = "",
    uncertain: String = ""
  ) {
    self.baseline = baseline
    self.target = target
    self.estimate = estimate
    self.interval = interval
    self.uncertain = uncertain
  }
}

package enum ChartContent: Sendable, Hashable {
  /// Baseline, target and estimate with its interval: one row for each index.
  case attainment([AttainmentMark])
  /// An ordered dot plot: one row for each unit, with intervals and groups.
  case intervals(IntervalPlot)
  /// Figures over the years, broken where the method changed.
  case trend(TrendPlot)
  /// The distribution of answers to each question, dissatisfied to the left and satisfied to the
  /// right of the middle.
  case answers(AnswerBars)
  /// Weights before and after the steps of weighting.
  case histograms([Histogram])
  /// Signed bars from zero: what each part adds to a distance.
  case bars([SignedBar])
}

/// A figure with its interval and the text that stands beside its mark.
package struct ChartFigure: Sendable, Hashable {
  package var value: Double
  package var lower: Double?
  package var upper: Double?
  package var text: String

  package init(value: Double, lower: Double? = nil, upper: Double? = nil, text: String) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.text = text
  }
}

/// How a mark must be read without its colour.
package enum ChartStanding: String, Sendable, Hashable, CaseIterable {
  case met
  case notMet
  /// Neither: no target, no data, or not to be told apart.
  case open
}

package struct AttainmentMark: Sendable, Hashable {
  package var label: String
  package var baseline: ChartFigure?
  package var target: ChartFigure?
  package var estimate: ChartFigure?
  package var standing: ChartStanding

  package init(
    label: String, baseline: ChartFigure?, target: ChartFigure?, estimate: ChartFigure?,
    standing: ChartStanding
  ) {
    self.label = label
    self.baseline = baseline
    self.target = target
    self.estimate = estimate
    self.standing = standing
  }
}

package struct IntervalPlot: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var label: String
    package var figure: ChartFigure
    /// The groups of units that cannot be told apart, as letters or numbers: `1`, `1–2`.
    package var group: String

    package init(label: String, figure: ChartFigure, group: String) {
      self.label = label
      self.figure = figure
      self.group = group
    }
  }

  /// In the order of the picture, best first.
  package var rows: [Row]
  /// A line through all rows: the figure of the whole, or a target.
  package var line: ChartFigure?
  /// The head over the column of groups.
  package var groupTitle: String

  package init(rows: [Row], line: ChartFigure? = nil, groupTitle: String) {
    self.rows = rows
    self.line = line
    self.groupTitle = groupTitle
  }
}

package struct TrendPlot: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var label: String
    /// By year, in order; years without a figure are absent.
    package var points: [Point]

    package init(label: String, points: [Point]) {
      self.label = label
      self.points = points
    }
  }

  package struct Point: Sendable, Hashable {
    package var year: Int
    package var figure: ChartFigure

    package init(year: Int, figure: ChartFigure) {
      self.year = year
      self.figure = figure
    }
  }

  /// A change of the method: figures before and from `year` on must not be compared.
  package struct Break: Sendable, Hashable {
    /// The first year of the new method.
    package var year: Int
    package var text: String

    package init(year: Int, text: String) {
      self.year = year
      self.text = text
    }
  }

  package var lines: [Line]
  package var breaks: [Break]

  package init(lines: [Line], breaks: [Break] = []) {
    self.lines = lines
    self.breaks = breaks
  }
}

package struct AnswerBars: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package var label: String
    /// Percent of valid answers, one for each answer of the scale in its order; `nil` for a row
    /// without a publishable figure.
    package var shares: [Double]?
    /// The shares as text, in the same order.
    package var texts: [String]

    package init(label: String, shares: [Double]?, texts: [String]) {
      self.label = label
      self.shares = shares
      self.texts = texts
    }
  }

  /// The answers of the scale in order, worst first.
  package var answers: [String]
  /// How many of the first answers stand left of the middle; the answer after them is split by the
  /// middle line where `hasMiddle`.
  package var dissatisfiedCount: Int
  package var hasMiddle: Bool
  package var rows: [Row]

  package init(answers: [String], dissatisfiedCount: Int, hasMiddle: Bool, rows: [Row]) {
    self.answers = answers
    self.dissatisfiedCount = dissatisfiedCount
    self.hasMiddle = hasMiddle
    self.rows = rows
  }
}

package struct Histogram: Sendable, Hashable {
  package var label: String
  /// One more than `counts`, ascending.
  package var edges: [Double]
  package var counts: [Int]

  package init(label: String, edges: [Double], counts: [Int]) {
    self.label = label
    self.edges = edges
    self.counts = counts
  }
}

package struct SignedBar: Sendable, Hashable {
  package var label: String
  package var figure: ChartFigure
  /// True where the error is larger than the figure: drawn open, read as noise.
  package var isUncertain: Bool

  package init(label: String, figure: ChartFigure, isUncertain: Bool) {
    self.label = label
    self.figure = figure
    self.isUncertain = isUncertain
  }
}

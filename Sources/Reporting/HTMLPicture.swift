internal import SurveyModel

/// A bullet picture of one index: baseline, target line and estimate with its interval on the
/// stretch of the axis that matters, as text for the places of an SVG.
///
/// Shapes carry the meaning (diamond, dashed line, disc with whiskers), so it reads in black and
/// white; every number stands beside its mark.
struct HTMLPicture {
  struct Mark {
    let x: String
    /// Where a label of the mark begins, ends or centres so that it stays inside the picture.
    let labelX: String
    let anchor: String
    let label: String
  }

  struct Tick {
    let tickX: String
    let tickLabel: String
  }

  let titleID: String
  let descriptionID: String
  let pictureTitle: String
  let description: String
  let ticks: [Tick]
  let targetMarks: [Mark]
  let baselineMarks: [Mark]
  let estimateMarks: [Mark]
  /// The interval, when there is one: left and right end.
  let whiskers: [Whisker]
  /// The figures once more, for the table below the picture.
  let cells: [Cell]

  struct Whisker {
    let left: String
    let right: String
  }

  struct Cell {
    let head: String
    let figure: String
  }

  /// The picture of one target; `nil` where there is nothing to draw.
  init?(_ row: AttainmentRow, number: Int, level: Double, texts: Texts) {
    if case .figure = row.result.target.measure { return nil }
    let result = row.result
    guard let value = result.estimate else { return nil }
    let year = result.baselineYear.map { " \($0)" } ?? ""
    let axis = PictureAxis(
      values: [value, result.lower, result.upper, result.baseline, result.threshold]
        .compactMap { $0 }, isShare: row.isShare)
    titleID = "picture-\(number)-title"
    descriptionID = "picture-\(number)-description"
    pictureTitle = row.label
    cells = [
      Cell(head: texts.columnBaseline + year, figure: row.baseline),
      Cell(head: texts.columnTarget, figure: row.threshold),
      Cell(head: texts.columnResult, figure: row.estimate),
      Cell(head: texts.columnInterval(level: level), figure: row.interval),
      Cell(head: texts.columnDifference, figure: row.difference),
      Cell(head: texts.columnVerdict, figure: row.verdict),
    ]
    description = cells.map { "\($0.head): \($0.figure)" }.joined(separator: "; ") + "."
    ticks = axis.ticks(style: texts.numbers)
    estimateMarks = [axis.mark(value, label: row.estimate)]
    targetMarks =
      result.threshold.map {
        [axis.mark($0, label: texts.columnTarget + " " + row.threshold)]
      } ?? []
    baselineMarks =
      result.baseline.map {
        [axis.mark($0, label: texts.columnBaseline + year + ": " + row.baseline)]
      } ?? []
    if let lower = result.lower, let upper = result.upper {
      whiskers = [Whisker(left: axis.place(lower), right: axis.place(upper))]
    } else {
      whiskers = []
    }
  }
}

/// The stretch of the axis that holds all values of a picture, and where they stand on it.
struct PictureAxis {
  /// Width of the drawing in its own units, and the room left and right of the axis.
  static let width = 360.0
  static let margin = 18.0

  let low: Double
  let high: Double
  let step: Double

  init(values: [Double], isShare: Bool) {
    let smallest = values.min() ?? 0
    let largest = values.max() ?? 1
    // At least 5 points of a share, so that noise is not blown up to fill the picture.
    let span = max(largest - smallest, isShare ? 5 : 0.2)
    let steps = [0.05, 0.1, 0.2, 0.5, 1.0, 2, 5, 10, 20, 50, 100, 1000, 10_000, 100_000]
    let step = steps.first { span * 1.2 / $0 <= 6 } ?? span
    var low = ((smallest - span * 0.1) / step).rounded(.down) * step
    var high = ((largest + span * 0.1) / step).rounded(.up) * step
    if isShare {
      low = max(low, 0)
      high = min(high, 100)
    }
    self.low = low
    self.high = high > low ? high : low + step
    self.step = step
  }

  private func position(_ value: Double) -> Double {
    let share = min(max((value - low) / (high - low), 0), 1)
    return Self.margin + share * (Self.width - 2 * Self.margin)
  }

  /// The place of a value in the drawing, to a tenth of a unit.
  func place(_ value: Double) -> String { JSONValue.digits(of: tenth(position(value))) }

  func mark(_ value: Double, label: String) -> HTMLPicture.Mark {
    let place = position(value)
    // Half of the label's width in a 12-unit font, a little more than it takes.
    let reach = Double(displayWidth(label)) * 3.4
    if place - reach < 2 {
      return HTMLPicture.Mark(x: self.place(value), labelX: "2", anchor: "start", label: label)
    }
    if place + reach > Self.width - 2 {
      return HTMLPicture.Mark(
        x: self.place(value), labelX: JSONValue.digits(of: Self.width - 2), anchor: "end",
        label: label)
    }
    return HTMLPicture.Mark(
      x: self.place(value), labelX: self.place(value), anchor: "middle", label: label)
  }

  func ticks(style: NumberStyle) -> [HTMLPicture.Tick] {
    let count = Int(((high - low) / step).rounded())
    let places = step < 0.1 ? 2 : step < 1 ? 1 : 0
    return (0...max(count, 1)).map { index in
      let value = min(low + Double(index) * step, high)
      return HTMLPicture.Tick(
        tickX: place(value), tickLabel: style.decimal(value, places: places))
    }
  }

  private func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

import DelimitedText
package import SurveyModel

/// When, by whom and from where figures are put on record.
package struct FigureRecording: Sendable, Hashable {
  /// ISO 8601, UTC.
  package var at: String
  package var by: String
  /// The file they were read from.
  package var file: String?
  /// Why earlier values are replaced, where a request does not say it itself.
  package var reason: String?
  /// Percentages are growth rates and may lie outside 0 to 100.
  package var isGrowth: Bool

  package init(
    at: String, by: String, file: String? = nil, reason: String? = nil, isGrowth: Bool = false
  ) {
    self.at = at
    self.by = by
    self.file = file
    self.reason = reason
    self.isGrowth = isGrowth
  }
}

/// Checks figures against the plan they are for and what is on record already.
///
/// Numbers are read with a decimal comma or point; where other values of the list show which of the
/// two it uses, a single group of three digits (`1.234`) is read by that sign, else as a decimal.
/// A percentage lies within 0 to 100 unless the plan itself gives the figure a value, baseline or
/// threshold outside, or `recording` says that the figures are growth rates; counts and ranks are
/// whole, a rank is at most the number ranked, a score at most the standard score.
///
/// - Parameters:
///   - requests: As written.
///   - plan: As in its file, without what is on record.
///   - held: The entries of the plan that hold.
///   - recording: When, by whom, and why earlier values may be replaced.
/// - Returns: Entries to record, in order, when no finding is an error; values that stand already,
///   with the same source, are left out with a notice.
package func checkFigures(
  _ requests: [FigureRequest], plan: Plan, held: [FigureEntry], recording: FigureRecording
) -> (entries: [FigureEntry], findings: [Finding]) {
  let names = FigureNames(plan)
  let decimal = decimalSign(of: requests.map(\.value.text))
  var entries: [FigureEntry] = []
  var findings: [Finding] = []
  var seen: Set<FigureYear> = []
  for request in requests {
    var check = FigureCheck(plan: plan, names: names, decimal: decimal, recording: recording)
    if let entry = check.entry(of: request, held: held) {
      if seen.insert(FigureYear(figure: entry.figure, year: entry.year)).inserted {
        if check.isChange { entries.append(entry) }
      } else {
        check.findings.append(.repeatedFigure(entry, at: request.figure.place))
      }
    }
    findings += check.findings
  }
  return (entries, findings)
}

private struct FigureYear: Hashable {
  var figure: String
  var year: Int
}

/// The checking of one request.
private struct FigureCheck {
  let plan: Plan
  let names: FigureNames
  let decimal: DecimalSign?
  let recording: FigureRecording
  var findings: [Finding] = []
  /// False when the value stands already.
  var isChange = true

  mutating func entry(of request: FigureRequest, held: [FigureEntry]) -> FigureEntry? {
    let figure = self.figure(request.figure)
    let year = self.year(request.year)
    let source = oneLine(request.source.text)
    // A blank cell of a file is told where the file is read.
    if source.isEmpty ? request.source.place == nil : source.count > Self.longestSource {
      findings.append(.noFigureSource(at: request.source.place))
    }
    guard let figure else { return nil }
    if let unit = request.unit, !isUnit(unit.text, figure.unit) {
      findings.append(.otherUnit(unit, figure))
    }
    let value = self.value(request.value, of: figure)
    guard let year, let value, !source.isEmpty else { return nil }
    if !isNeeded(figure, year) { findings.append(.idleYear(figure, year, at: request.year.place)) }
    let earlier = held.first { $0.figure == figure.id && $0.year == year }
    let given = (request.reason?.text ?? recording.reason).map(oneLine)
    if let earlier {
      if earlier.value == value && earlier.source == source {
        isChange = false
        findings.append(.unchanged(earlier, at: request.value.place))
      } else if let given, !given.isEmpty, given.count <= longestFigureReason {
        // The reason is recorded below.
      } else {
        findings.append(.alreadyEntered(earlier, figure, at: request.value.place))
      }
    }
    let written = figure.values.first { $0.year == year }
    if earlier == nil, let written, written.value == value, written.source == source {
      isChange = false
      findings.append(.asInPlan(figure, year, at: request.value.place))
    }
    if let written, written.value != value {
      findings.append(
        .planDiffers(
          figure, year: year, written: written.value, entered: value, at: request.value.place))
    }
    return FigureEntry(
      plan: plan.id, figure: figure.id, year: year, value: value, source: source,
      at: recording.at, by: recording.by, file: recording.file,
      reason: earlier == nil ? nil : given, replaces: earlier?.number)
  }

  private static let longestSource = 500

  private mutating func figure(_ written: PlacedText) -> EnteredFigure? {
    switch names.match(written.text) {
    case .figure(let figure): return figure
    case .ambiguous(let ids):
      findings.append(.ambiguousFigure(written, ids))
    case .none:
      if !written.text.isEmpty { findings.append(.unknownFigure(written, plan, names)) }
    }
    return nil
  }

  private mutating func year(_ written: PlacedText) -> Int? {
    guard !written.text.isEmpty || written.place == nil else { return nil }
    guard let year = readInteger(written.text), (1990...2100).contains(year) else {
      findings.append(.badYear(written))
      return nil
    }
    return Int(year)
  }

  private mutating func value(_ written: PlacedText, of figure: EnteredFigure) -> Double? {
    guard !written.text.isEmpty || written.place == nil else { return nil }
    var text = written.text
    if figure.unit == "percent", text.hasSuffix("%") {
      text.removeLast()
      while text.last?.isWhitespace == true { text.removeLast() }
    }
    guard text.utf8.count <= 32, let value = readNumber(text, decimal: decimal), value.isFinite,
      value.magnitude <= 1e12
    else {
      findings.append(.notANumber(written, figure))
      return nil
    }
    findings += rangeFaults(value, figure, at: written.place)
    return value
  }

  private func rangeFaults(
    _ value: Double, _ figure: EnteredFigure, at place: SourceLocation?
  ) -> [Finding] {
    switch figure.unit {
    case "percent":
      let mayExceed = recording.isGrowth || plan.exceedsPercent(figure)
      return mayExceed || (0...100).contains(value)
        ? [] : [.percentRange(value, figure, at: place)]
    case "count", "rank":
      guard value == value.rounded() else { return [.notWhole(value, figure, at: place)] }
      let least = figure.unit == "rank" ? 1.0 : 0
      if value < least { return [.tooSmall(value, least: Int(least), figure, at: place)] }
      if let count = plan.ranked(figure), value > Double(count) {
        return [.rankBeyond(value, of: count, figure, at: place)]
      }
      return []
    case "score", "days", "minutes":
      if value < 0 { return [.tooSmall(value, least: 0, figure, at: place)] }
      if let standard = plan.standardScore(figure), value > standard {
        return [.scoreBeyond(value, standard: standard, figure, at: place)]
      }
      return []
    default: return []
    }
  }

  private func isNeeded(_ figure: EnteredFigure, _ year: Int) -> Bool {
    figure.askedYears.contains(year) || plan.isStanding(figure: figure.id)
      || plan.figureNeeds(inReview: year).contains { $0.figure == figure.id && $0.year == year }
      || figure.values.contains { $0.year == year }
      || plan.baselines.contains { baseline in
        baseline.year == year
          && baseline.values.contains { $0.measure == "figure:\(figure.id)" }
      }
  }
}

/// Characters of a reason: one sentence, not a report.
package let longestFigureReason = 500

/// `text` without line ends, control characters and surplus blanks.
package func oneLine(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in composed(text).unicodeScalars {
    scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
  }
  return String(scalars).split(separator: " ").joined(separator: " ")
}

/// The decimal sign that the values show where one of them cannot be read otherwise; `nil` when none
/// shows it, or both are used.
private func decimalSign(of texts: [String]) -> DecimalSign? {
  var signs: Set<DecimalSign> = []
  for text in texts {
    let marks = text.utf8.filter { $0 == 0x2C || $0 == 0x2E }
    guard marks.count == 1, let mark = marks.first, let sign = DecimalSign(rawValue: mark),
      let end = text.utf8.firstIndex(of: mark)
    else { continue }
    let fraction = text.utf8[text.utf8.index(after: end)...].prefix { (0x30...0x39).contains($0) }
    if fraction.count != 3 && !fraction.isEmpty { signs.insert(sign) }
  }
  return signs.count == 1 ? signs.first : nil
}

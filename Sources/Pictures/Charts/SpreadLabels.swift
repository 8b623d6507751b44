/// Moves labels along a line so that none overlaps another, each as near to its wish as the others
/// allow.
///
/// - Parameters:
///   - wishes: The wished middle of each label.
///   - heights: How much room each takes.
///   - top: The upper end of the room. The lower end is far enough: `bottom`, or lower where the
///     labels together need more.
/// - Returns: The middle of each label, in the order of `wishes`.
func spreadLabels(
  wishes: [Double], heights: [Double], top: Double, bottom: Double
) -> [Double] {
  // Runs of labels that touch stand around the mean of their wishes; runs that meet become one.
  struct Run {
    var members: [Int]
    var height: Double
    /// The sum over members of the start of the run that each wishes for.
    var wishedStarts: Double
    var start: Double
  }
  let room = max(bottom, top + heights.reduce(0, +))
  func settled(_ run: Run) -> Run {
    var run = run
    let wished = run.wishedStarts / Double(run.members.count)
    run.start = max(min(wished, room - run.height), top)
    return run
  }
  var runs: [Run] = []
  let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
  for index in order {
    var run = settled(
      Run(
        members: [index], height: heights[index],
        wishedStarts: wishes[index] - heights[index] / 2, start: 0))
    while let last = runs.last, last.start + last.height > run.start {
      runs.removeLast()
      run = settled(
        Run(
          members: last.members + run.members, height: last.height + run.height,
          wishedStarts: last.wishedStarts + run.wishedStarts
            - last.height * Double(run.members.count),
          start: 0))
    }
    runs.append(run)
  }
  var middles = wishes
  for run in runs {
    var place = run.start
    for index in run.members {
      middles[index] = place + heights[index] / 2
      place += heights[index]
    }
  }
  return middles
}

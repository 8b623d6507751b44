import SurveyModel

extension Grouping {
  /// Per level: whether any respondent has it.
  var occurs: [Bool] {
    var occurs = [Bool](repeating: false, count: levels.count)
    for level in levelOfRow where level >= 0 { occurs[Int(level)] = true }
    return occurs
  }

  /// The respondents by the levels of a file, in its order; levels that only respondents have
  /// follow, so that weighting can name them.
  ///
  /// Levels are the same when their codes are. Those of the file get the labels of this grouping.
  func joined(to known: [GroupLevel]) -> Grouping {
    var joined = known
    var numberOfTerms: [[DomainTerm]: Int32] = [:]
    for (number, level) in known.enumerated() { numberOfTerms[level.terms] = Int32(number) }
    var newNumber = [Int32](repeating: -1, count: levels.count)
    for (index, (level, occurs)) in zip(levels, occurs).enumerated() {
      if let number = numberOfTerms[level.terms] {
        newNumber[index] = number
        joined[Int(number)].labels = level.labels
      } else if occurs {
        newNumber[index] = Int32(joined.count)
        joined.append(level)
      }
    }
    return Grouping(
      variables: variables, levels: joined,
      levelOfRow: levelOfRow.map { $0 < 0 ? -1 : newNumber[Int($0)] })
  }
}

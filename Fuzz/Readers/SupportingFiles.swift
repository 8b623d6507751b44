import Questionnaires
import SurveyModel

extension FuzzedReader {
  /// Population totals of two crossed variables.
  static let population = FuzzedReader("population") { bytes in
    let file = MemoryFile(bytes)
    let reading = readPopulation(
      path: file.path, shownAs: "population.csv", of: [FuzzSurvey.district, FuzzSurvey.ward])
    return withExtendedLifetime(file) { faults(of: reading.table, reading.findings) }
  }

  /// The gross sample of a nonresponse step.
  static let sampled = FuzzedReader("sampled") { bytes in
    let file = MemoryFile(bytes)
    let reading = readSampled(
      path: file.path, shownAs: "sampled.csv", classes: [FuzzSurvey.gender],
      strata: [FuzzSurvey.district], clusters: [FuzzSurvey.ward], unknown: .spread)
    return withExtendedLifetime(file) { faults(of: reading.table, reading.findings) }
  }

  /// The forms that were issued and came back, by district.
  static let unitNumbers = FuzzedReader("unit-numbers") { bytes in
    let file = MemoryFile(bytes)
    let reading = readUnitNumbers(
      path: file.path, shownAs: "forms.csv", of: [FuzzSurvey.district],
      numbers: UnitNumbersFile.forms)
    return withExtendedLifetime(file) {
      var found = faults(of: reading.units, reading.findings)
      let units = reading.units ?? []
      if !units.allSatisfy({ $0.numbers.count == 2 && $0.numbers.allSatisfy { $0 >= 0 } }) {
        found.append("two numbers per unit, none negative")
      }
      if Set(units.map(\.level)).count != units.count { found.append("a unit stands once") }
      return found
    }
  }

  /// Replicate weights, and the file of their scales after the byte FF; in one block and in many.
  static let replicateWeights = FuzzedReader("replicate-weights") { bytes in
    let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let weights = MemoryFile(Array(parts[0]))
    let scales = parts.count > 1 ? MemoryFile(Array(parts[1])) : nil
    let supplied = SuppliedReplicates(
      weights: weights.path, scale: 0.5, replicateScales: scales?.path)
    var ids = InterviewIDs()
    for id in ["R-1", "R-2", "R-3"] { ids.append(id.utf8) }
    let whole = readReplicateWeights(supplied, interviewID: ["interview_id"], ids: ids)
    let pieces = readReplicateWeights(
      supplied, interviewID: ["interview_id"], ids: ids, blockSize: 16)
    return withExtendedLifetime((weights, scales)) {
      var found = faults(of: whole.weights, whole.findings)
      // How much is found out about a refused file depends on how far it was read, in whole blocks.
      if whole.weights != pieces.weights
        || (whole.weights != nil && whole.findings != pieces.findings)
      {
        found.append("another reading in blocks")
      }
      if let read = whole.weights,
        !read.weights.allSatisfy({ $0.count == 3 && $0.allSatisfy { $0 >= 0 && $0.isFinite } })
      {
        found.append("weights are finite and not negative, one per interview")
      }
      return found
    }
  }
}

import Numerics
import SurveyModel

/// Draws codes with given chances by inverting their cumulated sum.
struct Chooser {
  private var cumulated: [Double] = []

  init(_ weights: [Double]) {
    var sum = 0.0
    for weight in weights {
      sum += max(weight, 0)
      cumulated.append(sum)
    }
  }

  func draw(_ random: inout SplitMix64) -> Int {
    guard let total = cumulated.last, total > 0 else { return 0 }
    let point = random.uniform() * total
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] > point { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Where simulated people live and who they are.
///
/// Interviews are dealt evenly to the clusters of the design; other category variables come from
/// the survey's population margins, tilted (as a real sample is) so that weighting has work to do.
struct PersonModel {
  /// One place an interview can be made: the codes of stratum and cluster variables.
  struct Site {
    var codes: [String: String]
    /// Persons of the population that one interview here stands for, before noise.
    var weight: Double
    var effect: Double = 0
  }

  private(set) var sites: [Site]
  private let margins: [(variables: Set<String>, levels: [GroupLevel], chooser: Chooser)]
  private let fieldChoosers: [String: Chooser]

  init(settings: SimulationSettings, random: inout SplitMix64) {
    let questionnaire = settings.questionnaire
    let design = settings.survey.design
    let siteVariables = design.strata + design.clusters
    var sites: [Site] = [Site(codes: [:], weight: 1)]
    for variable in siteVariables {
      guard let list = questionnaire.field(variable)?.codeList else { continue }
      sites = sites.flatMap { site in
        list.answers.filter { answer in
          answer.parent.map { site.codes.values.contains($0) } ?? true
        }.map { answer in
          var next = site
          next.codes[variable] = answer.code
          return next
        }
      }
    }
    if sites.isEmpty { sites = [Site(codes: [:], weight: 1)] }
    for index in sites.indices { sites[index].effect = random.normal() }
    Self.weigh(&sites, settings: settings)
    self.sites = sites

    let covered = Set(siteVariables)
    margins = settings.margins.compactMap { margin in
      let variables = Set(margin.levels.first?.terms.map(\.variable) ?? [])
      guard variables.isDisjoint(with: covered), !variables.isEmpty else { return nil }
      let tilted = margin.totals.map { $0 * (0.75 + 0.5 * random.uniform()) }
      return (variables, margin.levels, Chooser(tilted))
    }
    let byMargin = margins.reduce(into: covered) { $0.formUnion($1.variables) }
    var choosers: [String: Chooser] = [:]
    for field in questionnaire.fields where !field.isItem && !byMargin.contains(field.id) {
      guard let list = field.codeList, list.answerCount > 0 else { continue }
      choosers[field.id] = Chooser(
        (0..<list.answerCount).map { _ in 0.35 + random.uniform() })
    }
    fieldChoosers = choosers
  }

  /// Spreads the population of the strata over the interviews that will be made there.
  private static func weigh(_ sites: inout [Site], settings: SimulationSettings) {
    let strata = Set(settings.survey.design.strata)
    guard
      let margin = settings.margins.first(where: {
        Set($0.levels.first?.terms.map(\.variable) ?? []) == strata
      })
    else { return }
    let perSite = Double(settings.interviews) / Double(sites.count)
    for (level, total) in zip(margin.levels, margin.totals) {
      let here = sites.indices.filter { index in
        level.terms.allSatisfy { sites[index].codes[$0.variable] == $0.code }
      }
      for index in here { sites[index].weight = total / (perSite * Double(here.count)) }
    }
  }

  /// One person: the level drawn of each margin.
  func person(_ random: inout SplitMix64) -> [Int] {
    margins.map { $0.chooser.draw(&random) }
  }

  /// Code of a category field for a person; `nil` when the field has no codes.
  ///
  /// A commune is drawn among those of the district that stands in the cells before it.
  func code(
    of field: Field, site: Int, _ person: [Int], before cells: [String],
    _ random: inout SplitMix64
  ) -> String? {
    if let code = sites[site].codes[field.id] { return code }
    for (number, margin) in margins.enumerated() where margin.variables.contains(field.id) {
      let level = margin.levels[person[number]]
      return level.terms.first { $0.variable == field.id }?.code
    }
    guard let chooser = fieldChoosers[field.id], let list = field.codeList else { return nil }
    let drawn = chooser.draw(&random)
    guard let parent = list.codes[drawn].parent, !cells.contains(parent) else {
      return list.codes[drawn].code
    }
    let fitting = list.answers.filter { $0.parent.map(cells.contains) ?? false }
    return fitting.isEmpty ? list.codes[drawn].code : fitting[drawn % fitting.count].code
  }
}

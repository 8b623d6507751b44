import SurveyModel
import XML

/// The sample design of a `<design>` that the schema and the rules have checked.
func design(_ element: XMLElement?, file: String) -> DesignDefinition {
  let clusters = element?.children(named: "cluster") ?? []
  let weight = element?.child("weight")?.word("variable")
  return DesignDefinition(
    strata: element?.child("stratum")?.words("variable").map(\.text) ?? [],
    clusters: clusters.first?.words("variable").map(\.text) ?? [],
    psuPopulation: population(of: clusters.first, file: file),
    laterStages: clusters.dropFirst().map { cluster in
      LaterStageDefinition(
        clusters: cluster.words("variable").map(\.text),
        population: population(of: cluster, file: file))
    },
    weight: weight.map { .variable($0) } ?? .equal,
    singlePSU: element?.child("lonely-psu")?.word("rule").flatMap(SinglePSURule.init) ?? .fail,
    place: element?.place)
}

private func population(of cluster: XMLElement?, file: String) -> PSUPopulation {
  if let path = cluster?.word("population") { return .file(resolvePath(path, from: file)) }
  if let variable = cluster?.word("population-variable") { return .variable(variable) }
  return .none
}

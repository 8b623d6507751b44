import SurveyModel
import XML

/// How the sampling error is found, as `<variance>` says; linearisation where it is left out.
func variance(_ element: XMLElement?, file: String) -> VarianceMethod {
  guard let element else { return .taylor }
  let centre = element.word("centre").flatMap(ReplicateCentre.init) ?? .mean
  switch element.word("method") {
  case "jkn": return .jkn(centre: centre)
  case "jk1": return .jk1(centre: centre)
  case "bootstrap":
    return .bootstrap(
      replicates: element.integer("replicates") ?? 0,
      seed: element.word("seed").flatMap { UInt64($0) } ?? 1, centre: centre)
  case "replicate-weights":
    return .replicateWeights(
      SuppliedReplicates(
        weights: resolvePath(element.word("weights") ?? "", from: file),
        scale: element.number("scale") ?? 1,
        replicateScales: element.word("replicate-scales").map { resolvePath($0, from: file) },
        areMultipliers: element.isTrue("multipliers"),
        degreesOfFreedom: element.integer("degrees-of-freedom")),
      centre: centre)
  default: return .taylor
  }
}

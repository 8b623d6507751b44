internal import SurveyModel

/// The sentences of the methods that a run used, by the points of the report.
struct UsedMethods {
  private let run: RunResult

  init(_ run: RunResult) { self.run = run }

  var item: [MethodSentence] {
    switch run.questionnaire.index.item {
    case .satisfiedShare: [.satisfiedShare]
    case .meanScore: [.meanScore]
    case .meanScore100: [.meanScore100]
    }
  }

  var factor: [MethodSentence] {
    switch run.questionnaire.index.factor {
    case .meanOfItems: [.meanOfItems]
    case .pooledAnswers: [.pooledFactor]
    case .item: [.overallItem]
    case .fullySatisfied: [.fullySatisfiedFactor]
    }
  }

  var overall: [MethodSentence] {
    switch run.questionnaire.index.overall {
    case .meanOfFactors: [.meanOfFactors]
    case .meanOfItems: [.meanOfAllItems]
    case .pooledAnswers: [.pooledOverall]
    case .weighted: [.weightedOverall]
    case .fullySatisfied: [.fullySatisfiedOverall]
    }
  }

  var sample: [MethodSentence] {
    var sentences: [MethodSentence] = []
    let design = run.survey.design
    if design.psuPopulation != .none { sentences.append(.finitePopulation) }
    if design.laterStages.contains(where: { $0.population != .none }) {
      sentences.append(.laterStages)
    }
    if !run.estimates.singlePSUStrata.isEmpty { sentences.append(.singlePSU) }
    return sentences
  }

  var weighting: [MethodSentence] {
    var sentences: [MethodSentence] = []
    for step in run.weights {
      for sentence in Self.sentences(of: step.kind) where !sentences.contains(sentence) {
        sentences.append(sentence)
      }
    }
    let spreads = run.survey.weighting.contains { step in
      if case .nonresponse(let nonresponse) = step { return nonresponse.unknown == .spread }
      return false
    }
    if spreads { sentences.append(.nonresponseSpread) }
    return sentences
  }

  private static func sentences(of kind: WeightStep.Kind) -> [MethodSentence] {
    switch kind {
    case .design: [.designWeights]
    case .nonresponse(let adjustment):
      adjustment.sampledCells == nil ? [.nonresponse] : [.nonresponse, .estimatedFactors]
    case .poststratify: [.poststratify]
    case .rake: [.rake]
    case .calibrate(_, .linear): [.calibrateLinear]
    case .calibrate(_, .raking): [.calibrateRaking]
    case .calibrate(_, .logit): [.calibrateLogit]
    case .trim: [.trim]
    }
  }

  var variance: [MethodSentence] {
    var sentences: [MethodSentence] = [.standardError]
    if !run.survey.domains.isEmpty { sentences.append(.domains) }
    switch run.estimates.variance {
    case "taylor-calibration-residuals": sentences.append(.afterWeighting)
    case "taylor-rake-sweeps": sentences += [.afterWeighting, .rakeSweeps]
    default: break
    }
    let replicated: MethodSentence? =
      switch run.survey.variance {
      case .taylor: nil
      case .jkn: .jackknife
      case .jk1: .unstratifiedJackknife
      case .bootstrap: .bootstrap
      case .replicateWeights: .suppliedReplicates
      }
    guard let replicated else { return sentences }
    sentences.append(replicated)
    // Supplied weights are final; all others are weighted again in each replicate.
    if replicated != .suppliedReplicates, run.weights.count > 1 { sentences.append(.reweighting) }
    return sentences
  }

  var interval: [MethodSentence] {
    let own: MethodSentence =
      switch run.survey.interval {
      case .waldT: .waldT
      case .logit: .logit
      case .beta: .beta
      case .wilson: .wilson
      }
    return [own, .degreesOfFreedom]
  }

  var designEffects: [MethodSentence] { [.designEffect, .designEffectWithoutReplacement, .kish] }

  var targets: [MethodSentence] {
    let targets = run.targets
    var sentences: [MethodSentence] = [.verdict]
    func add(_ sentence: MethodSentence, where isUsed: (TargetResult) -> Bool) {
      if targets.contains(where: isUsed) { sentences.append(sentence) }
    }
    add(.certainty) { $0.confidence != nil }
    add(.probabilityMet) { $0.probabilityMet != nil }
    add(.targetedChange) { $0.targetedChangeAchieved != nil }
    add(.progress) { $0.progress != nil }
    add(.smallestDetectable) { $0.smallestDetectableChange != nil }
    add(.holm) { $0.adjustedPValue != nil }
    add(.changeFromBaseline) { $0.baseline != nil && $0.standardError != nil }
    return sentences
  }

  var publication: [MethodSentence] {
    let isComplementary = run.estimates.estimates.contains { $0.flagReason == .complementary }
    return isComplementary ? [.fitToPublish, .complementarySuppression] : [.fitToPublish]
  }

  var change: [MethodSentence] {
    guard let change = run.change else { return [] }
    return [change.sharesClusters ? .changeShared : .changeIndependent]
  }

  var parts: [MethodSentence] {
    let hidden = HiddenFigures(run)
    var sentences: [MethodSentence] = []
    if !hidden.decompositions.isEmpty { sentences.append(.distanceParts) }
    if !hidden.changeDecompositions.isEmpty { sentences.append(.changeParts) }
    if run.joint != nil, !sentences.isEmpty { sentences.append(.jointCovariance) }
    return sentences
  }
}

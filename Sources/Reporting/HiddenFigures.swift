internal import SurveyModel

/// What must not be told of figures that may not be published, wherever they turn up again.
struct HiddenFigures {
  private let run: RunResult

  init(_ run: RunResult) { self.run = run }

  /// The decompositions that may be shown, without those of an index that is hidden itself.
  var decompositions: [Decomposition] {
    let judged = Set(run.targets.filter { $0.estimate != nil }.map { $0.target.id })
    return run.decompositions.filter { decomposition in
      if case .distance(let target, _) = decomposition.subject { return judged.contains(target) }
      return true
    }
  }

  /// The same for the decompositions of the change.
  var changeDecompositions: [Decomposition] {
    guard let change = run.change else { return [] }
    return change.decompositions.filter { decomposition in
      !change.changes.contains {
        $0.kind == decomposition.kind && $0.id == decomposition.id && $0.domain.isEmpty
          && $0.isHidden
      }
    }
  }

  /// The joint figures whose covariances must stay out.
  ///
  /// Those of hidden figures, and of the indices made of them: an index's covariances with its
  /// other items would give the hidden ones back.
  func hiddenRows(of joint: JointEstimates) -> Set<Int> {
    var hidden = Set(
      joint.estimates.indices.filter { joint.estimates[$0].isSecret })
    let items = Set(hidden.map { joint.estimates[$0] }.filter { $0.kind == .item }.map { $0.id })
    let factors = Set(
      run.questionnaire.factors.filter { $0.items.contains { items.contains($0) } }.map { $0.id })
    for (row, estimate) in joint.estimates.enumerated() {
      let isMadeOfHidden =
        switch estimate.kind {
        case .item: false
        case .factor: factors.contains(estimate.id)
        case .overall: !hidden.isEmpty
        }
      if isMadeOfHidden { hidden.insert(row) }
    }
    return hidden
  }
}

/// A figure that may not be published stands in no report for people.
///
/// Where it is only too uncertain, the files for machines keep it, with its flag and the reason: a
/// statistician must be able to compare every figure. Where it could give a person away it stands
/// nowhere.
protocol Publishable {
  var flag: EstimateFlag? { get }
  var flagReason: FlagReason? { get }
}

extension Publishable {
  /// True when reports for people show no number.
  var isHidden: Bool { flag == .suppressed || flag == .noData }

  /// True when files for machines hold no number either.
  var isSecret: Bool { isHidden && (flagReason?.isConfidential ?? true) || flag == .noData }
}

extension Estimate: Publishable {}
extension ChangeEstimate: Publishable {}
extension DecompositionPart: Publishable {}
extension AnswerDistribution: Publishable {}

extension Decomposition {
  /// Per part: whether reports for people leave its numbers out.
  var hiddenParts: [Bool] { zip(secretParts, parts).map { $0 || $1.isHidden } }

  /// Per part: whether files for machines leave its numbers out too.
  ///
  /// The parts add up to the whole, so a single secret one would be what is left: then the other
  /// part with the smallest share is kept out too.
  var secretParts: [Bool] {
    var hidden = parts.map { $0.isSecret }
    let secret = Set(parts.filter { $0.isSecret && $0.flag != .noData }.map { $0.place })
    guard secret.count == 1 else { return hidden }
    var smallest: (place: DecompositionPart.Place, size: Double)?
    for (number, part) in parts.enumerated() where !hidden[number] {
      let size = part.share ?? part.contribution.magnitude
      if size < smallest?.size ?? .infinity { smallest = (part.place, size) }
    }
    for (number, part) in parts.enumerated() where part.place == smallest?.place {
      hidden[number] = true
    }
    return hidden
  }
}

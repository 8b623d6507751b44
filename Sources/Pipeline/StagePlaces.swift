import Estimation
import SurveyModel

extension [Finding] {
  /// The findings of a stage that knows no files, at the element that asked for its work.
  func placed(at place: SourceLocation) -> [Finding] {
    map { finding in
      var placed = finding
      placed.place = finding.place ?? place
      return placed
    }
  }
}

extension SurveyDefinition {
  /// Where the sample design stands.
  var designPlace: SourceLocation { design.place ?? SourceLocation(file: file) }

  /// Where a weighting step stands.
  func place(of step: WeightingStepDefinition) -> SourceLocation {
    let place =
      switch step {
      case .nonresponse(let nonresponse): nonresponse.place
      case .poststratify(let margin): margin.place
      case .rake(let rake): rake.margins.first?.place
      case .calibrate(let calibration): calibration.place
      case .trim(let trim): trim.place
      }
    return place ?? SourceLocation(file: file)
  }
}

extension LoadedSurvey {
  /// An estimation's faults where they are mended: the design's in the survey file, those of the
  /// scales and indices in the questionnaire.
  func findings(of error: EstimationError) -> [Finding] {
    switch error {
    case .singlePSU, .singleUnit: error.findings.placed(at: definition.designPlace)
    default: error.findings.placed(at: SourceLocation(file: definition.questionnaire))
    }
  }

  /// A replication's faults, at the design or the survey file.
  func findings(of error: ReplicateError, interview: (Int) -> String) -> [Finding] {
    if case .estimation(let error) = error { return findings(of: error) }
    return error.findings(interview: interview).placed(at: SourceLocation(file: definition.file))
  }
}

import Ingestion
import Questionnaires
package import SurveyModel
import XML

/// The files a run reads before the first response: checked, and checked against each other.
package struct LoadedSurvey: Sendable {
  package var definition: SurveyDefinition
  /// With the code lists of the survey filled in, and the fields marked of which it keeps pseudonyms.
  package var questionnaire: Questionnaire
  /// With the awaited baselines and the figures of the reporting forms among those to be entered.
  package var plan: Plan?
  /// The outline and forms that the survey is reported in.
  package var forms: ReportingForms?
  /// Warnings and notices; errors stop the loading.
  package var findings: [Finding]
  /// SHA-256 of every file read, by its name relative to the survey file.
  package var inputs: [(file: String, sha256: String)]
}

/// Reads a survey, its questionnaire and its plan.
///
/// - Parameters:
///   - path: The survey file as the user gave it.
///   - requiresResponses: Whether a survey without response files is at fault; not for the stages
///     that work on the store, nor for simulating responses.
/// - Returns: The checked files, with warnings and notices.
/// - Throws: ``RunStopped`` with every finding, when one of them is an error.
func loadSurvey(
  at path: String, requiresResponses: Bool
) throws(RunStopped) -> LoadedSurvey {
  let loaded = readCampaign(at: path, requiresResponses: requiresResponses)
  guard let campaign = loaded.value, !loaded.hasErrors else {
    throw RunStopped(loaded.findings, exit: exitFor(loaded.findings))
  }
  let folder = folderOf(path)
  let files =
    [path, campaign.survey.questionnaire]
    + [campaign.survey.plan, campaign.survey.forms].compactMap { $0 }
    + campaign.survey.mappingFiles + campaign.survey.codeLists.map(\.path)
    + campaign.survey.supportingFiles
  var inputs: [(file: String, sha256: String)] = []
  for file in files where !inputs.contains(where: { $0.file == relative(file, to: folder) }) {
    do {
      inputs.append((relative(file, to: folder), try digest(ofFile: file).sha256))
    } catch {
      throw RunStopped([error.finding(file: file)], exit: .missingFile)
    }
  }
  var plan = campaign.plan
  let awaited = campaign.plan?.awaitedBaselines ?? []
  plan?.figures += awaited + (campaign.forms?.figures ?? [])
  return LoadedSurvey(
    definition: campaign.survey,
    questionnaire: campaign.questionnaire.keepingPseudonyms(of: campaign.survey.pseudonyms),
    plan: plan, forms: campaign.forms, findings: loaded.findings, inputs: inputs)
}

extension Questionnaire {
  /// With the personal texts marked of which a survey keeps pseudonyms.
  fileprivate func keepingPseudonyms(of variables: [String]) -> Questionnaire {
    var marked = self
    for index in marked.fields.indices
    where variables.contains(fields[index].id) && fields[index].kind == .text {
      marked.fields[index].keepsPseudonym = true
    }
    return marked
  }
}

/// 66 when all that is wrong is a file that is not there, else 65.
func exitFor(_ findings: [Finding]) -> RunStopped.Exit {
  let errors = findings.filter { $0.severity == .error }
  let missing = QuestionnairesCodes.missingInput + XMLFindingCode.missingInput
  return !errors.isEmpty && errors.allSatisfy { missing.contains($0.code) }
    ? .missingFile : .badData
}

extension SurveyDefinition {
  /// The files of design, weighting, variance and comparison, in the order of the survey file.
  var supportingFiles: [String] {
    var files: [String] = []
    if case .file(let path) = design.psuPopulation { files.append(path) }
    for stage in design.laterStages {
      if case .file(let path) = stage.population { files.append(path) }
    }
    files += weighting.flatMap(\.files)
    if case .replicateWeights(let supplied, _) = variance {
      files += [supplied.weights] + [supplied.replicateScales].compactMap { $0 }
    }
    files += [quality.forms?.path, quality.quota?.path].compactMap { $0 }
    return files + [earlier?.path].compactMap { $0 }
  }
}

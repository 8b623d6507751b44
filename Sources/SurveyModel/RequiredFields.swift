extension SurveyDefinition {
  /// Fields the design or the weighting needs: an interview without one of them is rejected, beside
  /// those that lack what the questionnaire requires.
  package var requiredFields: Set<String> {
    var fields = Set(design.strata + design.clusters)
    if case .variable(let id) = design.weight { fields.insert(id) }
    if case .variable(let id) = design.psuPopulation { fields.insert(id) }
    for stage in design.laterStages {
      fields.formUnion(stage.clusters)
      if case .variable(let id) = stage.population { fields.insert(id) }
    }
    fields.formUnion(weighting.flatMap(\.variables))
    return fields
  }
}

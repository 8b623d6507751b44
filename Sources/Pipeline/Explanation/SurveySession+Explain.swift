import Estimation
package import SurveyModel

extension SurveySession {
  /// How one figure came about: its answers counted and weighted.
  ///
  /// - Parameters:
  ///   - name: A target of the plan (`8.1.1`), a factor, an item, or the overall index by its id or
  ///     as `overall`.
  ///   - domain: Where the figure is of a domain of the survey; a target brings its own.
  /// - Returns: The answers to every item of the figure; for a target measured by an entered figure,
  ///   none.
  /// - Throws: ``RunStopped`` with the names there are when nothing has this name, or the survey has
  ///   no such domain.
  package func explain(
    _ name: String, domain: [DomainTerm] = []
  ) throws(RunStopped) -> Explanation {
    guard let weighted, let estimates else { preconditionFailure("assess before explaining") }
    let target = targets.first { $0.target.id == name }
    let measure = try measure(named: name, of: target)
    let domain = domain.isEmpty ? target?.target.domain ?? [] : domain
    guard let (kind, id) = estimated(measure) else {
      return Explanation(kind: .overall, id: name, domain: domain, tallies: [], target: target)
    }
    guard let estimate = estimates.estimate(of: kind, id: id, domain: domain) else {
      throw RunStopped([.unknownDomain(domain, survey.definition)], exit: .badData)
    }
    let table = try responses()
    let weights = weighted.weights.final.weights
    let rows = rowsInDomain(domain, table: table)
    // What may not be published is not told by its parts either.
    let items = estimate.flag == .suppressed ? [] : itemsOf(kind, id)
    let tallies = items.compactMap { item -> ItemTally? in
      guard let index = survey.questionnaire.fieldIndex(item),
        let own = estimates.estimate(of: .item, id: item, domain: domain),
        own.flag != .suppressed
      else { return nil }
      return tallyAnswers(
        table.columns[index], to: survey.questionnaire.fields[index], weights: weights,
        isCounted: { rows?[$0] ?? true })
    }
    return Explanation(kind: kind, id: id, domain: domain, tallies: tallies, target: target)
  }

  /// What a name stands for; `nil` for a requirement in words, which nothing measures.
  private func measure(
    named name: String, of target: TargetResult?
  ) throws(RunStopped) -> MeasureReference? {
    if let target { return target.target.measure }
    let questionnaire = survey.questionnaire
    if name == "overall" || name == questionnaire.index.id { return .overall }
    if questionnaire.factor(name) != nil { return .factor(name) }
    if questionnaire.items.contains(where: { $0.id == name }) { return .item(name) }
    throw RunStopped(
      [
        .unknownFigure(
          name,
          known: targets.map(\.target.id) + [questionnaire.index.id]
            + questionnaire.factors.map(\.id), survey.definition)
      ], exit: .badData)
  }

  private func estimated(_ measure: MeasureReference?) -> (MeasureKind, String)? {
    switch measure {
    case .overall: (.overall, survey.questionnaire.index.id)
    case .factor(let id): (.factor, id)
    case .item(let id): (.item, id)
    case .figure, nil: nil
    }
  }

  private func itemsOf(_ kind: MeasureKind, _ id: String) -> [String] {
    switch kind {
    case .overall: survey.questionnaire.items.map(\.id)
    case .factor:
      survey.questionnaire.factor(id).map { factor in
        if survey.questionnaire.index.factor == .item, let item = factor.overallItem {
          return [item]
        }
        return factor.items
      } ?? []
    case .item: [id]
    }
  }

  /// Whether each respondent belongs to the domain; `nil` for the whole population.
  private func rowsInDomain(_ domain: [DomainTerm], table: ResponseTable) -> [Bool]? {
    guard !domain.isEmpty,
      let grouping = makeGrouping(
        domain.map(\.variable), questionnaire: survey.questionnaire, table: table),
      let level = grouping.levels.firstIndex(where: { $0.terms == domain })
    else { return nil }
    return grouping.levelOfRow.map { $0 == Int32(level) }
  }
}

extension Finding {
  static func unknownFigure(
    _ name: String, known: [String], _ survey: SurveyDefinition
  ) -> Finding {
    Finding(
      PipelineCodes.unknownFigure, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "không có mục tiêu, chỉ số hay câu hỏi nào mang tên này",
        en: "no target, index or item has this name"),
      found: LocalizedText(vi: "“\(name)”", en: "“\(name)”"),
      expected: LocalizedText(
        vi: known.joined(separator: ", ") + ", hoặc mã một câu hỏi",
        en: known.joined(separator: ", ") + ", or the id of an item"),
      remedy: LocalizedText(
        vi: "chép đúng mã trong kế hoạch hoặc phiếu hỏi",
        en: "copy the id from the plan or the questionnaire"))
  }

  static func unknownDomain(_ domain: [DomainTerm], _ survey: SurveyDefinition) -> Finding {
    let name = domain.map { "\($0.variable)=\($0.code)" }.joined(separator: " ")
    let sets = survey.domains.map { $0.joined(separator: " ") }.joined(separator: "; ")
    return Finding(
      PipelineCodes.unknownDomain, at: SourceLocation(file: survey.file),
      message: LocalizedText(
        vi: "cuộc khảo sát không ước lượng cho nhóm này",
        en: "the survey makes no estimate of this domain"),
      found: LocalizedText(vi: "“\(name)”", en: "“\(name)”"),
      expected: LocalizedText(
        vi: sets.isEmpty ? "không khai báo nhóm nào" : "mã trong các nhóm: \(sets)",
        en: sets.isEmpty ? "no domain is declared" : "codes of the domains: \(sets)"),
      remedy: LocalizedText(
        vi: "chọn nhóm đã khai báo bằng <domain>, viết biến=mã theo đúng thứ tự",
        en: "take one declared by <domain>, as variable=code in its order"))
  }
}

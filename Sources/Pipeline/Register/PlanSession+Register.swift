import Assessment
import DelimitedText
import Storage
package import SurveyModel

extension PlanSession {
  /// The register of the plan, from what the store holds: figures and judgements on record, and the
  /// estimates that earlier runs left there.
  ///
  /// - Parameters:
  ///   - year: The year under review; `nil` for ``reviewYear``.
  ///   - day: The day that deadlines are compared with; `nil` for that of this call (UTC).
  /// - Returns: The whole register, and warnings and notices.
  /// - Throws: ``RunStopped`` when the store cannot be read.
  package func register(
    year: Int? = nil, day: CivilDate? = nil
  ) throws(RunStopped) -> (register: AttainmentRegister, findings: [Finding]) {
    let (merged, disagreements) = try mergedPlan()
    let judgements = try self.judgements()
    let store = try existingStore()
    let (register, findings) = try stored { () throws(StoreError) in
      var own: RegisterSurvey?
      if let survey {
        let id = survey.definition.id
        let known = try store?.estimatedSurveys().first { $0.id == id }
        own = RegisterSurvey(
          survey: survey, estimates: known?.estimates,
          change: known == nil ? nil : try store?.analysis(survey: id)?.change)
      }
      return try makeRegister(
        merged, own: own, store: store, judgements: judgements, year: year ?? reviewYear,
        day: day ?? invocation.day)
    }
    return (register, disagreements + findings)
  }

  /// Which part of the register is asked for.
  ///
  /// - Parameters:
  ///   - agency: As people write it.
  ///   - area: Its id or name.
  ///   - isOverdueOnly: Only what is past its deadline and not met.
  ///   - isMissingOnly: Only what waits for a figure or a judgement.
  /// - Returns: What of the register is shown.
  /// - Throws: ``RunStopped`` with the closest names when the plan has no such agency or area.
  package func view(
    agency: String?, area: String?, isOverdueOnly: Bool, isMissingOnly: Bool
  ) throws(RunStopped) -> RegisterView {
    let names = plan.targets.flatMap { $0.lead + $0.cooperating + $0.implementing }
    let found = try agency.map { agency throws(RunStopped) in
      try agencies(named: agency, among: names, file: plan.file)
    }
    return RegisterView(
      agencies: found, area: try area.map { area throws(RunStopped) in try areaID(area) },
      isOverdueOnly: isOverdueOnly, isMissingOnly: isMissingOnly)
  }

  private func areaID(_ name: String) throws(RunStopped) -> String {
    if plan.areas.contains(where: { $0.id == name }) { return name }
    let plain = TextFolding.plain(String(name.prefix(500)))
    let found = plan.areas.filter { area in
      ([area.id] + area.label.all).contains { TextFolding.plain($0) == plain }
    }
    if found.count == 1 { return found[0].id }
    let list = plan.areas.prefix(20).map(\.id).joined(separator: ", ")
    throw RunStopped(
      [
        Finding(
          PipelineCodes.areaUnknown, at: SourceLocation(file: plan.file),
          message: LocalizedText(
            vi: "kế hoạch không có lĩnh vực “\(name.prefix(80))”",
            en: "the plan has no area “\(name.prefix(80))”"),
          expected: plan.areas.isEmpty ? nil : LocalizedText(vi: list, en: list),
          remedy: LocalizedText(
            vi: "ghi mã lĩnh vực như trong tệp kế hoạch",
            en: "give the id of an area as in the plan file"))
      ], exit: .badData)
  }
}

extension Invocation {
  /// The day of this call, UTC.
  var day: CivilDate { CivilDate(String(now.prefix(10))) ?? CivilDate(day: 0) }
}

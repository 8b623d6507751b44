import SurveyModel
import Testing

@testable import Estimation

/// Means, joint means, intervals and domains of the second invented survey: `sipas-mini/SOURCE.md`.
@Suite struct MiniMeansTests {
  let mini: MiniFixture
  var published: PublishedValue { mini.published }

  init() throws { mini = try MiniFixture() }

  @Test func meansIntervalsAndDesignEffectsAgree() throws {
    let (replaced, first) = (try mini.analysis(), try mini.analysis(stages: 1))
    let third = try mini.analysis(stages: 3)
    #expect(Double(mini.table.count) == (try published["n"].number()))
    for id in MiniFixture.indices {
      expectCheck([figure(replaced, id)], published["mean_wr"][id], id)
      let found = replaced.item(id)
      let ends = published["mean_wr"][id]["ci95"].numbers
      expectAgreement(found?.lower, ends[0], "\(id) lower")
      expectAgreement(found?.upper, ends[1], "\(id) upper")
      #expect(found.map { Double($0.degreesOfFreedom) } == (try published["degf"].number()))
      expectCheck([figure(first, id)], published["mean_fpc1"][id], "\(id) one stage")
      expectCheck([figure(third, id)], published["mean_3stage"][id], "\(id) three stages")
      expectAgreement(found?.designEffect, try published["deff_replace"][id].number(), id)
      expectAgreement(
        found?.designEffectWithoutReplacement, try published["deff_wor"][id].number(), id)
    }
  }

  @Test func jointMeansAndTheirMeanAgree() throws {
    let found = try mini.analysis(Array(MiniFixture.indices.prefix(4)))
    let expected = published["joint_ABCD"]
    let joint = found.joint(set: 0, domain: 0)
    let items = joint.estimates.indices.filter { joint.estimates[$0].kind == .item }
    #expect(Double(mini.table.count) == (try expected["n_complete"].number()))
    for (place, value) in zip(items, expected["est"].numbers) {
      expectAgreement(joint.estimates[place].value, value, "mean")
    }
    expectCovariance(
      { joint.covariance(items[$0], items[$1]) }, expected["vcov"].numbers,
      of: expected["est"].numbers, "joint")
    expectCheck(
      [FoundFigure(joint.estimates.first { $0.kind == .overall })],
      published["overall_equal_weights_ABCD"], "overall")
  }

  /// R's beta interval counts all interviews, ours the valid answers: the rule is given R's number.
  @Test func intervalsOfAShareAgree() throws {
    let item = try mini.table.scaleItem("A1")
    let expected = published["svyciprop_s_A1"]
    let share = try #require(
      estimateIndices(
        answers: [item.answers], questionnaire: singleFactor([item], isMean: false),
        design: mini.design(), weights: WeightSet(steps: [mini.base()])
      ).estimate(of: .item, id: "A1"))
    for (name, method, tolerance) in [
      ("mean", IntervalMethod.waldT, 1e-9), ("xlogit", .logit, 1e-9), ("logit", .logit, 1e-7),
      ("beta", .beta, 1e-9),
    ] {
      let value = try #require(share.value) / 100
      expectAgreement(value, try expected[name]["est"].number(), name, tolerance: tolerance)
      var rule = IntervalRule(method, level: 0.95)
      let found = rule.interval(
        of: MeasuredValue(
          value: value, standardError: share.standardError.map { $0 / 100 },
          degreesOfFreedom: share.degreesOfFreedom, respondents: mini.table.count, isShare: true,
          range: 0...1))
      let ends = expected[name]["ci"].numbers
      expectAgreement(found.lower, ends[0], "\(name) lower", tolerance: tolerance)
      expectAgreement(found.upper, ends[1], "\(name) upper", tolerance: tolerance)
    }
  }

  @Test func provincesAndTheirCovariancesAgree() throws {
    let found = try mini.analysis(["idxA"], domains: [mini.table.grouping(["prov"])])
    let expected = published["by_prov_idxA"]
    let joint = try #require(found.joint(of: .item, id: "idxA", set: 1))
    expectCheck(joint.estimates.prefix(3).map { FoundFigure($0) }, expected, "provinces")
    #expect(joint.estimates.prefix(3).map { $0.domain[0].code } == ["P1", "P2", "P3"])
    expectCovariance(
      { joint.covariance($0, $1) }, expected["vcov"].numbers, of: expected["est"].numbers,
      "provinces")
  }

  @Test func provincesBySexAgreeWhereAQuestionWasNotAskedOfAll() throws {
    let found = try mini.analysis(["idxE"], domains: [mini.table.grouping(["prov", "sex"])])
    let expected = published["by_prov_sex_idxE_skip_domain"]
    let domains = zip(expected["prov"].list, expected["sex"].list).map { province, sex in
      [
        DomainTerm(variable: "prov", code: province.text ?? ""),
        DomainTerm(variable: "sex", code: sex.text ?? ""),
      ]
    }
    expectCheck(domains.map { figure(found, "idxE", $0) }, expected, "by province and sex")
    #expect(
      domains.map { Double(found.item("idxE", $0)?.respondents ?? 0) } == expected["n"].numbers)
    // Rows without a value have no influence: leaving them out changes nothing here.
    expectCheck([figure(found, "idxE")], published["trap_filtered_rows_idxE"], "asked of some")
  }

  @Test func aRareDomainKeepsTheWholeDesign() throws {
    let ages = try mini.table.texts("age")
    let sexes = try mini.table.texts("sex")
    let asked = try mini.table.texts("E1").map { !$0.isEmpty }
    let isRare = ages.indices.map { ages[$0] == "55+" && sexes[$0] == "M" && asked[$0] }
    let domain = Grouping(
      variables: ["rare"],
      levels: [GroupLevel(terms: [DomainTerm(variable: "rare", code: "1")], labels: [])],
      levelOfRow: isRare.map { $0 ? 0 : -1 })
    let found = try mini.analysis(["idxC"], domains: [domain])
    let expected = published["rare_domain"]
    let rare = try #require(found.item("idxC", [DomainTerm(variable: "rare", code: "1")]))
    #expect(Double(isRare.filter { $0 }.count) == (try expected["n"].number()))
    expectCheck([FoundFigure(rare)], expected["correct_subset"], "rare domain")
    #expect(
      Double(rare.degreesOfFreedom) == (try expected["correct_subset"]["degf_domain"].number()))
    #expect(
      found.item("idxC").map { Double($0.degreesOfFreedom) }
        == (try expected["correct_subset"]["degf_full"].number()))
    let kept = try mini.rows(isRare.indices.filter { isRare[$0] })
    for (trap, rule) in [
      ("trap_rows_filtered_adjust", SinglePSURule.adjust), ("trap_rows_filtered_remove", .remove),
    ] {
      // What filtering the rows would give, and the product does not.
      expectCheck([figure(try kept.analysis(["idxC"], rule), "idxC")], expected[trap], trap)
      let error = try #require(rare.standardError)
      #expect((try expected[trap]["se"].number()) > 1.02 * error)
    }
  }

  @Test func singleCommunesFollowTheRule() throws {
    let communes = try mini.table.texts("psuid")
    let kept = try mini.rows(
      communes.indices.filter { !["P3U2", "P3U3"].contains(communes[$0]) })
    let expected = published["lonely_P3U_idxA"]
    for rule in [SinglePSURule.remove, .certainty, .adjust, .average] {
      expectCheck(
        [figure(try kept.analysis(["idxA"], rule), "idxA")], expected[rule.rawValue], "\(rule)")
    }
    #expect(expected["fail"].text == "Stratum (P3U) has only one PSU at stage 1")
    #expect(throws: EstimationError.self) { try kept.analysis(["idxA"], .fail) }
  }

  /// `svyttest` is the difference of two domains over its error, with one degree of freedom fewer.
  @Test func aDifferenceBetweenDomainsAgrees() throws {
    let found = try mini.analysis(["idxA"], domains: [mini.table.grouping(["sex"])])
    let joint = try #require(found.joint(of: .item, id: "idxA", set: 1))
    let expected = published["ttest_sex_idxA"]
    let values = joint.estimates.compactMap(\.value)
    let variance = joint.covariance(0, 0) + joint.covariance(1, 1) - 2 * joint.covariance(0, 1)
    let test = try #require(
      DifferenceTest(
        difference: values[1] - values[0], standardError: variance.squareRoot(),
        degreesOfFreedom: try expected["df"].number()))
    expectAgreement(test.difference, try expected["diff"].number(), "difference")
    expectAgreement(test.difference / test.standardError, try expected["t"].number(), "t")
    expectAgreement(test.probabilityOfNoChange, try expected["p"].number(), "p")
  }
}

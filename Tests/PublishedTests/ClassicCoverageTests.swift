import Testing

/// Which published numbers are compared: `survey-api/SOURCE.md`, `sipas-mini/SOURCE.md`.
@Suite struct ClassicCoverageTests {
  /// Calibration on numeric columns: the product calibrates on categories.
  static let notCompared: [String: Set<String>] = [
    "apistrat": ["calibrate_linear_mean", "calibrate_linear_total", "calibrate_ratio_total"],
    "apiclus1": [
      "calibrate_stype_api99_mean", "calibrate_stype_api99_total", "calibrate_bounded_mean",
      "calibrate_bounded_total", "calibrate_raking_api99_mean", "calibrate_logit_mean",
    ],
  ]
  static let compared: [String: Set<String>] = [
    "apistrat": [
      "mean_api00", "mean_api00_nofpc", "mean_api00_api99", "mean_api00_deff",
      "mean_api00_deff_replace", "total_enroll", "mean_stype", "ratio_api_stu_enroll",
      "subset_comp_imp_yes", "by_stype", "by_comp_imp", "by_awards_stype", "ciprop_awards",
      "contrast_diff", "poststrat_mean", "poststrat_total", "rake_mean", "rake_total",
      "calibrate_raking_mean", "jkn_mean", "jkn_ratio",
    ],
    "apiclus1": [
      "mean_api00", "mean_api00_nofpc", "mean_api00_deff", "mean_api00_deff_replace",
      "total_enroll", "total_enroll_deff", "mean_stype", "ratio", "ciprop_ell0", "by_stype",
      "by_stype_schwide", "poststrat_mean", "poststrat_total", "rake_mean", "rake_total",
      "calibrate_raking_mean", "rake_partial_joint_mean", "calibrate_stype_mean",
      "calibrate_stype_total", "calibrate_stype_schwide_mean", "trim_once_mean",
      "trim_strict_mean", "jk1_mean", "jk1_poststrat_total", "jk1_rake_mean", "jk1_rake_total",
    ],
  ]

  @Test(arguments: ["apistrat", "apiclus1"])
  func everyCheckIsComparedOrNamed(_ name: String) throws {
    let compared = try #require(Self.compared[name])
    let others = try #require(Self.notCompared[name])
    #expect(compared.isDisjoint(with: others))
    #expect(compared.union(others) == (try ClassicSurvey(name).checkNames))
  }

  @Test func everySectionOfTheMiniSurveyIsComparedOrNamed() throws {
    let compared: Set<String> = [
      "n", "degf", "mean_wr", "mean_fpc1", "mean_3stage", "deff_replace", "deff_wor",
      "pooled_ratio", "joint_ABCD", "overall_equal_weights_ABCD", "svyciprop_s_A1",
      "by_prov_idxA", "by_prov_sex_idxE_skip_domain", "trap_filtered_rows_idxE", "rare_domain",
      "lonely_P3U_idxA", "targets", "poststrat_prov_idxA", "rake3_idxA", "calib_linear_idxA",
      "calib_raking_idxA", "calib_logit_0.3_3_idxA", "trim_upper_p90", "kish", "JKn_idxA",
      "JKn_ratio_A", "JKn_raked_idxA", "ttest_sex_idxA",
    ]
    let published = try MiniFixture().published
    #expect(compared.union(["quantile_idxA"]) == Set(published.names))
    // What other suites compare with is the same number.
    let fixture = PublishedFixture("sipas-mini")
    let kept = try fixture.decode(PublishedValue.self, from: "expected.json")
    let replicates = try fixture.decode(PublishedValue.self, from: "replicates.json")
    #expect(kept["pooled_ratio"].numbers == published["pooled_ratio"].numbers)
    #expect(replicates.names == ["JKn_idxA", "JKn_raked_idxA", "JKn_ratio_A"])
    for name in replicates.names {
      #expect(replicates[name].numbers == published[name].numbers)
      #expect(!published[name].numbers.isEmpty)
    }
  }

  @Test func everySampleOfThePackageIsCompared() throws {
    let published = try PublishedFixture("sipas-mini").decode(
      PublishedValue.self, from: "published.json")
    #expect(
      published.names == [
        "apiclus1", "apiclus1_lonely", "apiclus1_prop_comp.imp", "apiclus1_rake", "apiclus2",
        "apistrat", "fpc", "mu284",
      ])
  }
}

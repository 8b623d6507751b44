import Foundation
import Questionnaires
import SurveyModel
import Testing

/// What `sipas check` finds in each broken file of `Tests/Fixtures/malformed`; the faults are told
/// in the README there, the places were read off the files.
struct MalformedFilesTests {
  private static let folder = packagePath("Tests/Fixtures/malformed/")

  @Test(arguments: expected.keys.sorted())
  func `a broken file gives its faults, with places and in both languages`(file: String) {
    let findings = checkFile(at: Self.folder + file)
    let found = findings.map { finding in
      let place = finding.place?.description.replacing(Self.folder, with: "") ?? "-"
      return "\(place.replacing(file, with: "")) \(finding.code.id)"
    }
    #expect(found == Self.expected[file])
    expectWords(findings)
  }

  @Test func `every broken file has its faults written here`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(names.filter { $0.hasSuffix(".xml") }.sorted() == Self.expected.keys.sorted())
  }

  @Test func `every broken file has an error`() {
    for file in Self.expected.keys.sorted() {
      let findings = checkFile(at: Self.folder + file)
      #expect(findings.contains { $0.severity == .error }, "\(file)")
    }
  }

  /// By file: `line:column code`, with the name of the file in front where it is another one.
  private static let expected: [String: [String]] = [
    "binary.xml": [":3:1 xml.file.not-text"],
    "empty.xml": [" xml.file.empty"],
    "forms-bad-kind.xml": [":9:23 xml.value.not-allowed"],
    "forms-column-without-year.xml": [":9:5 forms.column.year"],
    "forms-id-duplicate.xml": [":10:14 forms.id.duplicate"],
    "forms-measure-of-two-numbers.xml": [":9:39 forms.measure.misplaced"],
    "forms-nothing-to-fill.xml": [":2:1 forms.content.none"],
    "mapping-unconfirmed.xml": [
      ":3:63 survey.column.unconfirmed", ":5:19 survey.column.duplicate",
      ":7:16 survey.answer.duplicate", ":8:35 xml.value.not-allowed",
    ],
    "not-xml.xml": [":1:1 xml.file.not-xml"],
    "only-a-declaration.xml": [":1:1 xml.syntax.no-root"],
    "plan-area-duplicate.xml": [":8:13 plan.area.duplicate"],
    "plan-area-unknown.xml": [":8:24 plan.area.unknown"],
    "plan-baseline-awaited-value.xml": [":6:5 plan.baseline.awaited-value"],
    "plan-due-not-a-day.xml": [":7:14 xml.value.form"],
    "plan-points-unknown-target.xml": [":5:23 plan.par-points.target-unknown"],
    "plan-qualitative-measure.xml": [":8:27 plan.qualitative.measure"],
    "plan-score-contradiction.xml": [":10:35 plan.score.contradiction"],
    "plan-score-of-estimate.xml": [":6:5 plan.score.estimate"],
    "plan-target-without-measure.xml": [":5:3 plan.target.measure-missing"],
    "plan-bad-unit.xml": [":13:50 xml.value.not-allowed"],
    "plan-baseline-duplicate-value.xml": [":7:21 plan.value.duplicate"],
    "plan-baseline-duplicate-year.xml": [":9:19 plan.baseline.duplicate"],
    "plan-baseline-missing-measure.xml": [":11:27 plan.baseline.measure-missing"],
    "plan-baseline-missing-year.xml": [":13:25 plan.baseline.unknown"],
    "plan-domain-syntax.xml": [":16:45 xml.value.form"],
    "plan-increase-negative.xml": [":13:41 xml.value.range"],
    "plan-minimum-above-hundred.xml": [":18:26 plan.value.percent"],
    "plan-minimum-decimal-comma.xml": [":18:26 xml.value.form"],
    "plan-minimum-duplicate-year.xml": [":19:20 plan.value.duplicate"],
    "plan-minimum-without-value.xml": [":17:5 xml.element.missing"],
    "plan-misspelt-element.xml": [":14:5 xml.element.unknown"],
    "plan-no-targets.xml": [":2:1 xml.element.missing"],
    "plan-rank-beyond-number.xml": [":23:20 plan.rank.order"],
    "plan-rank-on-estimate.xml": [":23:5 plan.rank.estimate"],
    "plan-target-duplicate-id.xml": [":16:15 plan.target.duplicate"],
    "plan-target-two-rules.xml": [":14:5 xml.element.repeated"],
    "plan-target-without-rule.xml": [":12:3 xml.element.missing"],
    "plan-target-without-year.xml": [":12:3 plan.target.year-missing"],
    "plan-unknown-figure.xml": [":22:27 plan.figure.unknown"],
    "plan-unknown-measure.xml": [":12:27 plan.baseline.measure-missing"],
    "questionnaire-asked-when-cycle.xml": [":13:49 condition.cycle"],
    "questionnaire-asked-when-itself.xml": [":25:52 condition.cycle"],
    "questionnaire-asked-when-number-expected.xml": [":27:74 condition.literal.form"],
    "questionnaire-asked-when-syntax-error.xml": [":27:57 condition.syntax"],
    "questionnaire-asked-when-unbalanced.xml": [":27:63 condition.syntax"],
    "questionnaire-asked-when-unknown-code.xml": [":27:57 condition.code.unknown"],
    "questionnaire-asked-when-unknown-variable.xml": [":27:52 condition.name.unknown"],
    "questionnaire-bad-boolean.xml": [":7:33 xml.value.not-allowed"],
    "questionnaire-bad-date.xml": [":4:38 xml.value.form"],
    "questionnaire-bad-identifier.xml": [":25:15 xml.value.form"],
    "questionnaire-bad-kind.xml": [":20:32 xml.value.not-allowed"],
    "questionnaire-bad-number.xml": [":6:29 xml.value.form", ":22:46 xml.value.form"],
    "questionnaire-bare-ampersand.xml": [":24:59 xml.syntax.ampersand"],
    "questionnaire-control-character.xml": [":24:54 xml.syntax.control-character"],
    "questionnaire-duplicate-answer-code.xml": [":7:19 questionnaire.code.duplicate"],
    "questionnaire-duplicate-attribute.xml": [":25:40 xml.syntax.duplicate-attribute"],
    "questionnaire-duplicate-factor-id.xml": [":27:15 questionnaire.id.duplicate"],
    "questionnaire-duplicate-id.xml": [":25:15 questionnaire.id.duplicate"],
    "questionnaire-duplicate-scale-id.xml": [
      ":10:3 questionnaire.scale.all-satisfied",
      ":10:14 questionnaire.id.duplicate",
    ],
    "questionnaire-duplicate-variable-code.xml": [
      ":16:19 questionnaire.code.duplicate",
      ":27:57 condition.code.unknown",
    ],
    "questionnaire-elements-out-of-order.xml": [":30:3 xml.element.order"],
    "questionnaire-empty-label.xml": [":25:40 xml.value.form"],
    "questionnaire-end-tag-mismatch.xml": [":26:3 xml.syntax.end-tag"],
    "questionnaire-entity-bomb.xml": [":2:1 xml.doctype.refused"],
    "questionnaire-external-dtd.xml": [":2:1 xml.doctype.refused"],
    "questionnaire-external-entity.xml": [":2:1 xml.doctype.refused"],
    "questionnaire-factor-overall-item-missing.xml": [
      ":22:3 questionnaire.overall-item.missing",
      ":27:3 questionnaire.overall-item.missing",
    ],
    "questionnaire-factor-overall-item-unknown.xml": [":22:52 questionnaire.overall-item.unknown"],
    "questionnaire-factor-without-items.xml": [":27:3 xml.element.missing"],
    "questionnaire-fully-satisfied-scores.xml": [":33:22 questionnaire.fully-satisfied.scores"],
    "questionnaire-list-and-answers.xml": [":15:5 questionnaire.answers.twice"],
    "questionnaire-list-file-missing.xml": [":12:49 file.reference.missing"],
    "questionnaire-long-attribute.xml": [":27:52 xml.limit.attribute"],
    "questionnaire-min-above-max.xml": [":18:55 questionnaire.bounds.order"],
    "questionnaire-missing-attribute.xml": [":25:5 xml.attribute.missing"],
    "questionnaire-missing-code-is-an-answer.xml": [":8:20 questionnaire.code.duplicate"],
    "questionnaire-misspelt-element.xml": [":25:5 xml.element.unknown"],
    "questionnaire-nested-condition.xml": [":27:84 condition.syntax"],
    "questionnaire-not-utf-8.xml": [":24:47 xml.encoding.invalid"],
    "questionnaire-not-well-formed.xml": [":24:40 xml.syntax.unclosed-element"],
    "questionnaire-parameter-entity.xml": [":2:1 xml.doctype.refused"],
    "questionnaire-scale-without-satisfied.xml": [":5:3 questionnaire.scale.no-satisfied"],
    "questionnaire-score-not-a-number.xml": [":6:19 questionnaire.score.missing"],
    "questionnaire-several-faults.xml": [
      ":8:23 xml.attribute.unknown",
      ":20:32 xml.value.not-allowed",
      ":24:26 questionnaire.scale.unknown",
      ":27:52 condition.name.unknown",
      ":29:15 questionnaire.id.duplicate",
    ],
    "questionnaire-several-semantic-faults.xml": [
      ":7:19 questionnaire.code.duplicate",
      ":22:29 questionnaire.area.unknown",
      ":25:26 questionnaire.scale.unknown",
      ":27:52 condition.name.unknown",
      ":29:15 questionnaire.id.duplicate",
    ],
    "questionnaire-text-in-the-wrong-place.xml": [":25:5 xml.text.not-allowed"],
    "questionnaire-too-deep.xml": [":25:680 xml.limit.depth"],
    "questionnaire-truncated.xml": [":25:26 xml.syntax.attribute"],
    "questionnaire-unknown-area.xml": [":22:29 questionnaire.area.unknown"],
    "questionnaire-unknown-attribute.xml": [":25:40 xml.attribute.unknown"],
    "questionnaire-unknown-encoding.xml": [":1:1 xml.encoding.unsupported"],
    "questionnaire-unknown-entity.xml": [":3:15 xml.entity.unknown"],
    "questionnaire-unknown-scale.xml": [":25:26 questionnaire.scale.unknown"],
    "questionnaire-unquoted-attribute.xml": [":25:14 xml.syntax.attribute"],
    "questionnaire-weight-missing.xml": [":27:3 questionnaire.weight.missing"],
    "questionnaire-weights-not-summing.xml": [":34:5 questionnaire.weight.sum"],
    "questionnaire-without-index.xml": [":2:1 xml.element.missing"],
    "questionnaire-wrong-namespace.xml": [":2:1 xml.root.namespace"],
    "questionnaire-wrong-root.xml": [":2:1 xml.root.unknown"],
    "report-elements-out-of-order.xml": [":4:3 xml.element.order"],
    "report-logo-missing.xml": [":3:15 file.reference.missing"],
    "report-text-twice.xml": [":4:3 file.text.repeated", ":6:13 report.text.duplicate"],
    "survey-bad-level.xml": [":20:36 xml.value.range"],
    "survey-bad-rule.xml": [":13:23 xml.value.not-allowed"],
    "survey-bad-tolerance.xml": [":16:22 xml.value.range"],
    "survey-bad-year.xml": [":2:54 xml.value.form"],
    "survey-calibrate-bad-method.xml": [":16:24 xml.value.not-allowed"],
    "survey-calibrate-bounds-order.xml": [":16:39 survey.calibrate.bounds-order"],
    "survey-calibrate-logit-without-bounds.xml": [":16:24 survey.calibrate.logit-bounds"],
    "survey-calibration-by-text.xml": [":17:26 survey.variable.text"],
    "survey-category-without-list.xml": [":5:3 survey.code-list.missing"],
    "survey-cluster-below-interviews.xml": [":13:5 survey.cluster.below-interviews"],
    "survey-cluster-population-twice.xml": [":12:68 survey.cluster.population-twice"],
    "survey-cluster-repeated.xml": [":13:24 survey.cluster.repeated"],
    "survey-code-list-duplicate-code.xml": [
      "support/districts-duplicate-code.csv:3:1 list.code.duplicate"
    ],
    "survey-code-list-file-missing.xml": [":8:42 file.reference.missing"],
    "survey-code-list-unknown-variable.xml": [
      ":5:3 survey.code-list.missing",
      ":8:26 survey.variable.unknown",
    ],
    "survey-code-list-wrong-columns.xml": [
      "support/districts-without-label-column.csv:1:1 list.column.missing",
      "support/districts-without-label-column.csv:1:1 list.column.missing",
      "support/districts-without-label-column.csv:1:1 list.column.unknown",
      "support/districts-without-label-column.csv:1:4 list.column.unknown",
    ],
    "survey-column-mapped-twice.xml": [":8:21 survey.column.duplicate"],
    "survey-column-unknown-variable.xml": [":7:43 survey.variable.unknown"],
    "survey-domain-by-personal-variable.xml": [":22:23 survey.variable.personal"],
    "survey-earlier-has-faults.xml": ["support/survey-broken.xml:17:44 file.reference.missing"],
    "survey-earlier-itself.xml": [":25:18 survey.earlier.itself"],
    "survey-earlier-missing.xml": [":25:18 file.reference.missing"],
    "survey-earlier-nothing-common.xml": [":25:18 survey.earlier.nothing-common"],
    "survey-interview-id-unknown.xml": [":5:28 survey.interview-id.unknown"],
    "survey-margin-ambiguous-number.xml": [
      "support/district-ambiguous-number.csv:2:5 population.number.ambiguous"
    ],
    "survey-margin-empty.xml": ["support/district-empty.csv:1:1 population.file.empty"],
    "survey-margin-file-missing.xml": [":17:44 file.reference.missing"],
    "survey-margin-negative.xml": ["support/district-negative.csv:3:5 population.number.negative"],
    "survey-margin-repeated-column.xml": [
      "support/district-repeated-column.csv:1:21 population.column.repeated"
    ],
    "survey-margin-repeated-row.xml": [
      "support/district-repeated-row.csv:4:1 population.row.duplicate"
    ],
    "survey-margin-unknown-code.xml": [
      "support/district-unknown-code.csv:3:1 population.code.unknown"
    ],
    "survey-margin-zero.xml": ["support/district-zero.csv:3:5 population.number.zero"],
    "survey-missing-questionnaire.xml": [":4:24 file.reference.missing"],
    "survey-network-questionnaire.xml": [":4:24 file.reference.address"],
    "survey-no-files.xml": [":5:3 xml.element.missing"],
    "survey-nonresponse-bad-unknown.xml": [":16:76 xml.value.not-allowed"],
    "survey-plan-missing.xml": [":25:15 file.reference.missing"],
    "survey-plan-unknown-domain.xml": [
      "support/plan-unknown-domain.xml:6:37 plan.domain.variable-unknown",
      "support/plan-unknown-domain.xml:12:43 plan.domain.variable-unknown",
      "support/plan-unknown-domain.xml:16:45 plan.domain.code-unknown",
    ],
    "survey-plan-unknown-measure.xml": [
      "support/plan-unknown-measure.xml:6:21 plan.measure.unknown",
      "support/plan-unknown-measure.xml:12:27 plan.measure.unknown",
    ],
    "survey-questionnaire-has-faults.xml": [
      "questionnaire-unknown-scale.xml:25:26 questionnaire.scale.unknown"
    ],
    "survey-questionnaire-is-a-plan.xml": ["support/plan.xml:2:1 xml.root.unknown"],
    "survey-rake-bad-variance.xml": [":16:21 xml.value.not-allowed"],
    "survey-rake-without-margin.xml": [":16:5 xml.element.missing"],
    "survey-replicate-scale-missing.xml": ["support/scales-missing.csv replicates.scale.missing"],
    "survey-replicate-scale-negative.xml": ["support/scales-negative.csv:3:4 replicates.number"],
    "survey-replicate-scale-repeated.xml": [
      "support/scales-repeated.csv:4:1 replicates.scale.repeated"
    ],
    "survey-replicate-scale-unknown.xml": [
      "support/scales-unknown.csv:4:1 replicates.scale.unknown"
    ],
    "survey-replicates-file-missing.xml": [":20:49 file.reference.missing"],
    "survey-replicates-repeated-column.xml": [
      "support/replicates-repeated-column.csv:1:17 replicates.column.repeated"
    ],
    "survey-replicates-too-few.xml": ["support/replicates-one.csv:1:1 replicates.column.too-few"],
    "survey-replicates-without-id.xml": [
      "support/replicates-without-id.csv:1:1 replicates.column.missing"
    ],
    "survey-sampled-both-columns.xml": ["support/sampled-both.csv:1:1 sampled.column.choice"],
    "survey-sampled-without-column.xml": ["support/district.csv:1:1 population.column.missing"],
    "survey-sampled-without-unknown.xml": [
      "support/sampled.csv:1:1 sampled.column.unknown-missing"
    ],
    "survey-trim-limits-order.xml": [":16:18 survey.trim.limits-order"],
    "survey-trim-not-around-one.xml": [":16:18 survey.trim.not-around-one"],
    "survey-trim-without-limit.xml": [":16:5 survey.trim.no-limit"],
    "survey-unknown-domain-variable.xml": [":22:23 survey.variable.unknown"],
    "survey-unknown-margin.xml": [":17:35 survey.variable.unknown"],
    "survey-unknown-variable.xml": [":11:24 survey.variable.unknown"],
    "survey-variance-bad-method.xml": [":20:21 xml.value.not-allowed"],
    "survey-variance-bad-seed.xml": [":20:55 xml.value.form"],
    "survey-variance-foreign-attribute.xml": [":20:26 survey.variance.attribute-foreign"],
    "survey-variance-missing-attribute.xml": [":20:3 survey.variance.attribute-missing"],
    "survey-weight-both.xml": [":12:5 survey.weight.choice"],
    "survey-weight-is-text.xml": [":12:23 survey.variable.not-numeric"],
    "survey-weight-neither.xml": [":12:5 survey.weight.choice"],
    "survey-without-design.xml": [":2:1 xml.element.missing"],
  ]
}

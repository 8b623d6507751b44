import Foundation
import SurveyModel
import Testing

@testable import Reporting

/// The sentences for leaders stand in `docs/methods.md`, and the report quotes those it used.
struct MethodSentenceTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/methods.md").standardized

  @Test func everySentenceStandsInTheDocumentationOnce() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(Set(MethodSentence.all).count == MethodSentence.all.count)
    for sentence in MethodSentence.all {
      for text in [sentence.vi, sentence.en] {
        #expect(page.components(separatedBy: text).count == 2, "\(text)")
        // Exactly one sentence: one full stop, at its end.
        #expect(text.hasSuffix(".") && !text.dropLast().contains(". "), "\(text)")
      }
    }
    let quoted = page.split(separator: "\n").count { $0.hasPrefix("> ") }
    #expect(quoted == 2 * MethodSentence.all.count)
  }

  @Test func theDocumentationNamesFilesThatExist() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let sources = Self.page.deletingLastPathComponent().appending(path: "../Sources").standardized
    let names = page.matches(of: /`([A-Z]\w+\/[\w\/+]+\.swift)`/).map { String($0.output.1) }
    #expect(names.count > 30)
    for name in names {
      #expect(FileManager.default.fileExists(atPath: sources.appending(path: name).path), "\(name)")
    }
  }

  /// Runs that between them use every method.
  private static func runs() -> [RunResult] {
    let base = TinyRun.result()
    var runs = [base]
    func add(_ change: (inout RunResult) -> Void) {
      var run = base
      change(&run)
      runs.append(run)
    }
    for measure in ItemMeasure.allCases { add { $0.questionnaire.index.item = measure } }
    for measure in FactorMeasure.allCases { add { $0.questionnaire.index.factor = measure } }
    for measure in OverallMeasure.allCases { add { $0.questionnaire.index.overall = measure } }
    for method in IntervalMethod.allCases { add { $0.survey.interval = method } }
    let replicated: [VarianceMethod] = [
      .jkn(centre: .mean), .jk1(centre: .estimate),
      .bootstrap(replicates: 500, seed: 1, centre: .mean),
      .replicateWeights(SuppliedReplicates(weights: "w.csv", scale: 1), centre: .mean),
    ]
    for method in replicated {
      add {
        $0.survey.variance = method
        $0.estimates.variance = method.name
        $0.estimates.replicateCount = 500
      }
    }
    add { $0.estimates.variance = "taylor-rake-sweeps" }
    add { $0.estimates.estimates[2].flagReason = .complementary }
    add { $0.change?.sharesClusters = false }
    add {
      $0.survey.design.laterStages = [
        LaterStageDefinition(clusters: ["village"], population: .variable("villages"))
      ]
    }
    add { run in
      let design = run.weights[0]
      let classes = Grouping(variables: [], levels: [], levelOfRow: [])
      let kinds: [WeightStep.Kind] = [
        .nonresponse(NonresponseAdjustment(classes: classes, factors: [], sampledCells: [])),
        .poststratify(MarginTotals(grouping: classes, totals: [])), .calibrate([], .linear),
        .calibrate([], .raking), .calibrate([], .logit), .trim(lower: nil, upper: 3),
      ]
      run.weights += kinds.map {
        WeightStep(
          name: $0.name, kind: $0, weights: design.weights, diagnostics: design.diagnostics)
      }
      run.survey.weighting.append(
        .nonresponse(NonresponseDefinition(classes: [], sampled: "s.csv", unknown: .spread)))
    }
    return runs
  }

  @Test func theReportQuotesTheSentencesOfTheMethodsItUsed() throws {
    // Shown by commands of their own, not by the report of a run.
    var unseen = Set(MethodSentence.all)
      .subtracting([.compareMethods, .samplePlan, .export])
    for run in Self.runs() {
      let points = Texts(.vi).method(run).flatMap(\.pointSentences)
      for sentence in MethodSentence.all where points.contains(sentence.vi) {
        unseen.remove(sentence)
      }
    }
    #expect(unseen == [])
    for language in Language.allCases {
      let run = TinyRun.result()
      let page = String(decoding: try htmlReport(run, language: language), as: UTF8.self)
      let sentences = Texts(language).method(run).flatMap(\.pointSentences)
      #expect(sentences.count > 15)
      for sentence in sentences { #expect(page.contains("<em>\(sentence)</em>"), "\(sentence)") }
    }
  }
}

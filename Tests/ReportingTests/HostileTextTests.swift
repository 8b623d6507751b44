import SurveyModel
import Testing

@testable import Reporting

struct HostileTextTests {
  private static let script = "<script>alert('x')</script>\"&{{language}}{{{language}}}"

  /// A run in which every text a file supplies is an attack on the page.
  private static func hostileRun() -> RunResult {
    var run = TinyRun.result()
    let text = LocalizedText(vi: script)
    run.survey.title = text
    run.survey.sources = [SourceDocument(document: script, issuer: script, note: script)]
    run.questionnaire.id = script
    run.questionnaire.index.label = text
    for index in run.questionnaire.factors.indices { run.questionnaire.factors[index].label = text }
    for index in run.questionnaire.fields.indices { run.questionnaire.fields[index].label = text }
    for index in run.batches.indices {
      run.batches[index].file = script
      run.batches[index].dialect?.encoding = script
    }
    for index in run.targets.indices {
      run.targets[index].target.id = script
      run.targets[index].target.lead = [script]
      run.targets[index].target.due = script
      run.targets[index].target.tasks = [TargetTask(agency: script, text: script)]
      run.targets[index].baselineSource = script
    }
    for index in run.findings.indices {
      run.findings[index].message = text
      run.findings[index].place?.file = script
    }
    let place = [DomainTerm(variable: script, code: script)]
    run.change?.survey = script
    run.change?.decompositions[0].parts[0].place = .domain(place)
    for index in run.change?.changes.indices ?? 0..<0 { run.change?.changes[index].id = script }
    for index in run.rankings.indices {
      run.rankings[index].variables = [script]
      for unit in run.rankings[index].units.indices {
        run.rankings[index].units[unit].estimate.domain = place
      }
      for unit in run.rankings[index].leftOut.indices {
        run.rankings[index].leftOut[unit].domain = place
      }
    }
    for index in run.decompositions.indices {
      run.decompositions[index].subject = .distance(target: script, threshold: 90.4)
      run.decompositions[index].variables = [script]
      run.decompositions[index].parts[0].place = .domain(place)
    }
    run.inputs = [(script, script)]
    run.version = script
    return run
  }

  @Test func `text from files is inert in the page`() throws {
    let page = String(
      decoding: try htmlReport(Self.hostileRun(), language: .vi), as: UTF8.self)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    // The template's own marks in a text are text, not instructions.
    #expect(page.contains("{{language}}"))
    #expect(page.contains("&lt;script&gt;alert('x')&lt;/script&gt;"))
  }

  @Test func `the page asks the network for nothing`() throws {
    for language in Language.allCases {
      let page = String(
        decoding: try htmlReport(TinyRun.result(), language: language), as: UTF8.self)
      // Links to other places of the page, and patterns that pictures fill with.
      let inert = page.replacing("href=\"#", with: "").replacing("url(#", with: "")
      for mark in ["http:", "https:", "src=", "href=", "url(", "@import", "<script", "<link"] {
        #expect(!inert.contains(mark), "\(mark)")
      }
      #expect(page.contains("lang=\"\(language.rawValue)\""))
    }
  }

  @Test func `formulas are guarded and control characters shown in the tables`() {
    var run = TinyRun.result()
    run.targets[0].target.lead = ["=HYPERLINK(\"evil\")"]
    run.targets[1].target.due = "+1\u{1B}[31m"
    let targets = String(decoding: targetsCSV(run, language: .vi), as: UTF8.self)
    #expect(targets.contains("\"'=HYPERLINK(\"\"evil\"\")\""))
    #expect(targets.contains("'+1␛[31m"))
    run.questionnaire.index.label = LocalizedText(vi: "\r=1\u{9B}\u{202E}")
    run.rejects[0].file = "=1\u{1B}.csv"
    let estimates = String(decoding: estimatesCSV(run, language: .vi), as: UTF8.self)
    #expect(estimates.contains(",␍=1\u{FFFD}\u{FFFD},"))
    let named = String(decoding: rejectsCSV(run.rejects, language: .vi), as: UTF8.self)
    #expect(named.contains("'=1␛.csv,"))
    let rejects = String(decoding: rejectsCSV(run.rejects, language: .vi), as: UTF8.self)
    #expect(rejects.contains("\"'=cmd|'/c calc'!A1;PLK;3;7\""))
    var weights = WeightsCSV(run)
    let text = String(decoding: weights.piece(0), as: UTF8.self)
    #expect(text.contains("\n'=SUM(A1),"))
    #expect(text.contains("\n\"a,b\","))
  }

  @Test func `control characters stay valid JSON`() throws {
    var run = TinyRun.result()
    run.survey.title = LocalizedText(vi: "a\u{0}\u{1F}\u{7F}\"\\\n\u{2028}")
    let json = try parsedJSON(jsonReport(run))
    let title = json["title"] as? [String: Any]
    #expect(title?["vi"] as? String == "a\u{0}\u{1F}\u{7F}\"\\\n\u{2028}")
  }
}

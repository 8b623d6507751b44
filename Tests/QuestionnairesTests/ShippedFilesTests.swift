import Foundation
import Questionnaires
import SurveyModel
import Testing

struct ShippedFilesTests {
  static let questionnaires = files(in: "questionnaires").filter { $0.hasSuffix(".xml") }
  static let samples = files(in: "samples").map { $0 + "/survey.xml" }
    .filter { FileManager.default.fileExists(atPath: packagePath($0)) }

  private static func files(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: packagePath(folder))
    return (names ?? []).sorted().map { "\(folder)/\($0)" }
  }

  @Test func `six questionnaires and five samples are shipped`() {
    #expect(Self.questionnaires.count == 6)
    #expect(Self.samples.count == 5)
  }

  @Test(arguments: questionnaires)
  func `a shipped questionnaire loads without findings`(file: String) throws {
    let loaded = readQuestionnaire(at: packagePath(file))
    #expect(loaded.findings.map(\.message.en) == [])
    let questionnaire = try #require(loaded.value)
    #expect(!questionnaire.factors.isEmpty)
    for field in questionnaire.fields {
      #expect(!field.label.isEmpty, "\(field.id) has no label")
    }
  }

  @Test(arguments: samples)
  func `a shipped sample loads with its questionnaire and plan, without errors`(
    file: String
  ) throws {
    let loaded = readCampaign(at: packagePath(file), requiresResponses: false)
    #expect(loaded.findings.filter { $0.severity != .notice }.map(\.message.en) == [])
    let campaign = try #require(loaded.value)
    #expect(campaign.questionnaire.fields.allSatisfy { !$0.awaitsCodeList })
    #expect(campaign.plan?.targets.isEmpty == false)
  }

  /// 1320/KH-UBND of 14 September 2021, section II.2: the targets and baselines of Gia Lai.
  @Test func `the plan of Gia Lai 2021 has the five satisfaction targets of the document`() throws {
    let campaign = try #require(
      readCampaign(at: packagePath("samples/gia-lai-2021/survey.xml"), requiresResponses: false)
        .value)
    let plan = try #require(campaign.plan)
    let targets = plan.targets.filter { if case .factor = $0.measure { true } else { false } }
    #expect(targets.map(\.id) == ["8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5"])
    #expect(
      targets.map(\.measure)
        == ["access", "procedures", "officials", "results", "feedback"].map { .factor($0) })
    #expect(plan.baselines.first?.values.map(\.value) == [84.78, 90.92, 84.87, 90.40, 81.12])
    #expect(
      targets.first?.rule == .increase(baselineYear: 2020, atLeast: 2, unit: .points))
    #expect(targets.allSatisfy { !$0.lead.isEmpty && $0.due != nil && $0.area == "area-8" })
    #expect(plan.parPoints.map(\.target) == targets.map(\.id))
    #expect(plan.parPoints.allSatisfy { $0.standard == 2 && $0.status == .assumed })
    #expect(campaign.survey.design.strata == ["district"])
    #expect(campaign.questionnaire.field("district")?.codeList?.answerCount == 17)
    let feedback = campaign.questionnaire.factor("feedback")?.items.first
    let item = feedback.flatMap { campaign.questionnaire.field($0) }
    #expect(item?.askedWhen == .compare(field: "FB", .equal, literal: "1"))
  }

  @Test func `the vocabulary of a file is told by its root`() {
    let sample = "samples/gia-lai-2021/"
    #expect(detectVocabulary(at: packagePath(sample + "survey.xml")).value == .survey)
    #expect(detectVocabulary(at: packagePath(sample + "plan.xml")).value == .plan)
    #expect(
      detectVocabulary(at: packagePath("questionnaires/sipas-2017-2020.xml")).value
        == .questionnaire)
    let schema = detectVocabulary(at: packagePath("questionnaires/schema/plan.xsd"))
    #expect(schema.value == nil)
    #expect(schema.findings.map(\.code.id) == ["file.vocabulary.unknown"])
  }

  @Test func `codes are unique and explained in both languages`() {
    let codes = QuestionnairesCodes.all
    #expect(Set(codes.map(\.id)).count == codes.count)
    for code in codes {
      #expect(code.meaning.vi?.isEmpty == false && code.meaning.en?.isEmpty == false)
    }
  }
}

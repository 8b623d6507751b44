import ArgumentParser
import Pipeline
import SurveyModel

struct PlanSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan-sample",
    abstract:
      "Cỡ mẫu lần sau để nhận ra mức tăng của mục tiêu · the sample that detects a target's step")

  @OptionGroup var options: SurveyOptions

  @Option(help: "Số phiếu mỗi đơn vị chọn mẫu; mặc định như lần này · interviews per cluster")
  var perCluster: Double?

  @Option(help: "Xác suất nhận ra mức tăng · power, between 0.5 and 1")
  var power = 0.8

  @Option(help: "Mức ý nghĩa một phía · one-sided significance, below 0.5")
  var significance = 0.05

  @Option(help: "Mức tăng cho mục tiêu không nêu mức · the step of targets that name none")
  var step: Double?

  @Flag(
    help:
      "So với kết quả của lần này, kể cả sai số của nó · compare with this survey, its error counted"
  )
  var againstThisSurvey = false

  @Option(help: "text hoặc csv · what to print")
  var format: TableFormat = .text

  func validate() throws {
    guard power > 0.5, power < 1, significance > 0, significance < 0.5,
      step.map({ $0 > 0 && $0.isFinite }) ?? true,
      perCluster.map({ $0 >= 1 && $0.isFinite }) ?? true
    else {
      throw ValidationError(
        "power nằm giữa 0.5 và 1, significance giữa 0 và 0.5, step lớn hơn 0, per-cluster ít nhất 1 "
          + "· power lies between 0.5 and 1, significance between 0 and 0.5, step is above 0, "
          + "per-cluster at least 1")
    }
  }

  func run() throws {
    let settings = SamplePlanSettings(
      significance: significance, power: power, respondentsPerCluster: perCluster,
      comparesWithThisSurvey: againstThisSurvey, defaultStep: step)
    let language = options.common.lang
    let session = try options.session()
    let (rows, findings) = try stoppingInWords(language) {
      () throws -> (rows: [SamplePlanRow], findings: [Finding]) in
      try session.weigh()
      try session.estimate()
      return try session.planSample(settings)
    }
    printFindings(findings, language: language)
    printResult(
      samplePlanTable(
        rows, settings: settings, questionnaire: session.survey.questionnaire,
        language: language, asCSV: format == .csv))
  }
}

import Foundation

/// A survey for each shipped questionnaire: the samples, and fixtures for the questionnaires that no
/// sample uses.
enum ShippedSurveys {
  static let all = [
    "samples/binh-thuan-2021-2025/survey.xml", "samples/gia-lai-2021/survey.xml",
    "samples/son-la-2024/survey.xml", "samples/tien-giang-2020/survey.xml",
    "samples/to-tung-2022/survey.xml",
    "Tests/Fixtures/surveys/every-questionnaire/education.xml",
    "Tests/Fixtures/surveys/every-questionnaire/health.xml",
    "Tests/Fixtures/surveys/every-questionnaire/procedures-2023.xml",
  ]

  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name).path
  }
}

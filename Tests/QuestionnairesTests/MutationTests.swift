import Foundation
import Questionnaires
import Numerics
import SurveyModel
import Testing

/// Any bytes at all end in a value or in findings, never in a crash.
struct MutationTests {
  private static let files = [
    "questionnaires/commune-one-stop-2022.xml", "samples/to-tung-2022/survey.xml",
    "samples/gia-lai-2021/plan.xml", "Tests/Fixtures/surveys/every-step/survey.xml",
  ]

  private func mutated(_ original: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = original
    let words = [
      "<item", "</factor>", "\"", "id=\"\"", "asked-when=\"((\"", "&", "9e999", "\u{301}",
    ]
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, position + Int.random(in: 1...60, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(position..<end)
      case 2: bytes.insert(contentsOf: bytes[position..<end], at: position)
      case 3: bytes.removeSubrange(position...)
      case 4: bytes.swapAt(position, end - 1)
      default:
        let word = words[Int.random(in: 0..<words.count, using: &generator)]
        bytes.insert(contentsOf: word.utf8, at: position)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a damaged file ends in a value or in findings`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for file in Self.files {
      let original = Array(try Data(contentsOf: URL(filePath: packagePath(file))))
      let bytes = mutated(original, &generator)
      let path = packagePath(file)
      let findings: [Finding]
      let hasValue: Bool
      if file.hasSuffix("survey.xml") {
        let loaded = readSurvey(bytes, file: path, requiresResponses: false)
        (findings, hasValue) = (loaded.findings, loaded.value != nil)
      } else if file.hasSuffix("plan.xml") {
        let loaded = readPlan(bytes, file: path)
        (findings, hasValue) = (loaded.findings, loaded.value != nil)
      } else {
        let loaded = readQuestionnaire(bytes, file: path)
        (findings, hasValue) = (loaded.findings, loaded.value != nil)
      }
      #expect(hasValue != findings.contains { $0.severity == .error }, "seed \(seed), \(file)")
      expectWords(findings)
    }
  }
}

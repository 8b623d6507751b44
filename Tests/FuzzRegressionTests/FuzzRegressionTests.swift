import Foundation
import FuzzReaders
import SurveyModel
import Testing

/// Every input that fuzzing began with or ever found, played again.
struct FuzzRegressionTests {
  /// A file of `Fuzz/Corpus` or `Fuzz/Regressions`.
  struct Input: Sendable, CustomTestStringConvertible {
    var reader: String
    var path: String
    var testDescription: String { path.split(separator: "/").suffix(3).joined(separator: "/") }
  }

  static let inputs: [Input] = {
    let fuzz = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz").path
    var inputs: [Input] = []
    for kind in ["Corpus", "Regressions"] {
      for name in (FileManager.default.subpaths(atPath: "\(fuzz)/\(kind)") ?? []).sorted() {
        let parts = name.split(separator: "/")
        guard parts.count == 2, !parts[1].hasPrefix(".") else { continue }
        inputs.append(Input(reader: String(parts[0]), path: "\(fuzz)/\(kind)/\(name)"))
      }
    }
    return inputs
  }()

  @Test(arguments: inputs) func `an input is read as it should`(input: Input) throws {
    let reader = try #require(
      FuzzedReader.all.first { $0.name == input.reader }, "no reader is called \(input.reader)")
    let bytes = try Data(contentsOf: URL(filePath: input.path))
    #expect(reader.check(Array(bytes)) == [])
  }

  @Test(arguments: FuzzedReader.all.map(\.name))
  func `every reader has inputs to begin with`(name: String) {
    #expect(Self.inputs.contains { $0.reader == name && $0.path.contains("/Corpus/") })
  }

  @Test(arguments: FuzzedReader.all.map(\.name))
  func `no bytes and one byte are read as they should`(name: String) throws {
    let reader = try #require(FuzzedReader.all.first { $0.name == name })
    for bytes in [[], [0], [0xFF], [34]] as [[UInt8]] { #expect(reader.check(bytes) == []) }
  }

  @Test func `a finding without a place, or in one language, is noticed`() {
    let code = FindingCode("test.finding.bad", .error, vi: "Thử.", en: "A trial.")
    let both = LocalizedText(vi: "thử", en: "trial")
    let place = SurveyModel.SourceLocation(file: "a.csv")
    #expect(faults(of: [Finding(code, at: place, message: both, remedy: both)]).isEmpty)
    #expect(
      faults(of: [Finding(code, at: nil, message: both, remedy: LocalizedText(vi: "thử"))]) == [
        "test.finding.bad: no place", "test.finding.bad: remedy not in both languages",
      ])
  }
}

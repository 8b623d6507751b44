import Foundation
import Testing

@Suite struct RowOrderTests {
  private static let files = [
    "change.csv", "contributions.csv", "covariance.csv", "estimates.csv", "rankings.csv",
    "targets.csv",
  ]

  /// Nonresponse by class, raking, trimming, logit calibration, a jackknife that does all of it
  /// again in every replicate, three stages, a change with shared communes.
  @Test func rowsInAnotherOrderGiveTheSameBytesThroughTheWholeProgram() throws {
    let scratch = try Scratch()
    let asGiven = try reports(in: scratch.path + "/given") { $0 }
    let moved = try reports(in: scratch.path + "/moved") { rows in
      // 7919 is a prime that divides no number of rows here: every row has a place of its own.
      rows.indices.map { rows[($0 * 7919 + 13) % rows.count] }
    }
    for file in Self.files {
      #expect(asGiven[file] != nil && asGiven[file] == moved[file], "\(file)")
    }
    let weights = [asGiven, moved].map { files in
      String(decoding: files["weights.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
    }
    #expect(weights[0].count > 100 && weights[0] != weights[1])
    #expect(weights[0].sorted() == weights[1].sorted())
  }

  /// The reports of the survey of every step with the rows of both years in another order.
  private func reports(
    in folder: String, order: ([Substring]) -> [Substring]
  ) throws -> [String: Data] {
    try FileManager.default.copyItem(
      atPath: projectRoot + "/Tests/Fixtures/surveys/every-step", toPath: folder)
    for file in ["/responses.csv", "/earlier/responses.csv"] {
      let text = try String(contentsOfFile: folder + file, encoding: .utf8)
      let lines = text.split(separator: "\n")
      let rows = order(Array(lines.dropFirst()))
      #expect(Set(rows).count == lines.count - 1)
      try ([lines[0]] + rows).joined(separator: "\n")
        .write(toFile: folder + file, atomically: true, encoding: .utf8)
    }
    let ended = try Sipas.run(["run", folder + "/survey.xml", "--output", folder + "/out"])
    #expect(ended.code == 0, "\(ended.errors)")
    return try contents(of: folder + "/out")
  }
}

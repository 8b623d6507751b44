import SurveyModel
import Testing

@testable import Reporting

struct WeightsCSVTests {
  /// A run of many interviews whose weights need all 17 digits.
  private static func run(count: Int) -> RunResult {
    var run = TinyRun.result()
    var ids = InterviewIDs()
    for number in 0..<count { ids.append("GL-\(number)".utf8) }
    run.interviewIDs = ids
    for step in run.weights.indices {
      run.weights[step].weights = (0..<count).map {
        (Double(step) + 1) / 3 + Double($0 % 20_011) * 0.7 / 11
      }
    }
    return run
  }

  @Test(arguments: [0, 1, 4, WeightsCSV.rowsPerPiece, WeightsCSV.rowsPerPiece + 3])
  func `every weight reads back as the same double`(count: Int) throws {
    let run = Self.run(count: count)
    var file = WeightsCSV(run)
    var bytes: [UInt8] = []
    for number in 0..<file.pieceCount { bytes += file.piece(number) }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "interview_id,design,rake_1")
    #expect(lines.count == count + 1)
    var wrong = 0
    for (row, line) in lines.dropFirst().enumerated() {
      let cells = line.split(separator: ",")
      if cells.count != 3 || cells[0] != "GL-\(row)"
        || Double(cells[1]) != run.weights[0].weights[row]
        || Double(cells[2]) != run.weights[1].weights[row]
      {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }
}

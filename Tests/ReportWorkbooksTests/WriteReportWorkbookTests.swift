import Foundation
import ReportWorkbooks
import Testing

@Suite struct WriteReportWorkbookTests {
  @Test func `the same report gives the same bytes`() throws {
    let paths = (0..<2).map { _ in NSTemporaryDirectory() + "/report-\(UUID().uuidString).xlsx" }
    defer { paths.forEach { unlink($0) } }
    for path in paths { try writeWorkbook(of: ProvinceReport.document, to: path) }
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0].count > 10_000)
    #expect(bytes[0] == bytes[1])
    if let kept = ProcessInfo.processInfo.environment["SIPAS_KEEP"] {
      try bytes[0].write(to: URL(fileURLWithPath: kept))
    }
  }
}

import SurveyModel
import Testing

@testable import Printing

@Suite struct PrintingCodesTests {
  @Test(arguments: [
    PrintingError.noVietnameseFont(missing: 3), .tooManyPages(limit: 7),
    .pictureSize(width: 0, height: 2), .library("out of memory"),
  ])
  func `every error has a finding with place, message and remedy in both languages`(
    error: PrintingError
  ) {
    let finding = error.finding(path: "report.pdf")
    #expect(PrintingCodes.all.contains(finding.code))
    #expect(finding.place?.file == "report.pdf")
    for text in [finding.message, finding.remedy] {
      #expect(text.all.count == 2)
      #expect(text.vi != text.en)
    }
    #expect(finding.found != nil || finding.expected != nil)
  }

  @Test func `codes are their own`() {
    #expect(Set(PrintingCodes.all.map(\.id)).count == PrintingCodes.all.count)
  }
}

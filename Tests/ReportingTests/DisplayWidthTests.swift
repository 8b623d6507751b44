import Foundation
import SurveyModel
import Testing

@testable import Reporting

struct DisplayWidthTests {
  private static let names = [
    "Tiếp cận dịch vụ", "Công chức trực tiếp giải quyết công việc", "Đắk Lắk", "Ngưỡng ≥ 86,78 %",
  ]

  @Test(arguments: names)
  func `composed and decomposed text take the same columns`(name: String) {
    let composed = name.precomposedStringWithCanonicalMapping
    let decomposed = name.decomposedStringWithCanonicalMapping
    #expect(displayWidth(composed) == composed.unicodeScalars.count)
    #expect(displayWidth(decomposed) == displayWidth(composed))
    #expect(decomposed.unicodeScalars.count > composed.unicodeScalars.count || name.count < 17)
  }

  @Test func `wide characters take two columns and combining marks none`() {
    #expect(displayWidth("省") == 2)
    #expect(displayWidth("ｱ") == 1)
    #expect(displayWidth("👍") == 2)
    #expect(displayWidth("e\u{302}\u{301}") == 1)
    #expect(displayWidth("") == 0)
  }

  @Test(arguments: 1...60)
  func `wrapping loses no word and keeps every line within the width`(width: Int) {
    let text = Self.names.joined(separator: " ").decomposedStringWithCanonicalMapping + " 省省省"
    let lines = wrapped(text, width: width)
    for line in lines { #expect(displayWidth(line) <= max(width, 2)) }
    let letters = lines.joined().filter { $0 != " " }
    #expect(letters == text.filter { $0 != " " })
  }

  @Test func `control characters and direction marks are shown, not obeyed`() {
    #expect(printable("\u{1B}[31mđỏ\n") == "␛[31mđỏ␊")
    #expect(printable("a\u{202E}b") == "a\u{FFFD}b")
    #expect(printable("Thành phố Pleiku") == "Thành phố Pleiku")
  }
}

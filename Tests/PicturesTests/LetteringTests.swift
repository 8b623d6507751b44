import Testing

@testable import Pictures

struct LetteringTests {
  @Test func `lines fit and lose no word`() {
    let text = "Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị của người dân"
    let lines = fittedLines(text, width: 150, size: 13, most: 9)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { textWidth($0, size: 13) <= 150 })
    #expect(lines.count > 2)
  }

  @Test func `what does not fit ends in an ellipsis within the room`() {
    for text in [String(repeating: "m", count: 200), String(repeating: "một hai ", count: 40)] {
      let lines = fittedLines(text, width: 90, size: 12, most: 3)
      #expect(lines.count == 3)
      #expect(lines[2].hasSuffix("…"))
      #expect(lines.allSatisfy { textWidth($0, size: 12) <= 90 })
    }
    #expect(fittedLines("Pleiku", width: 3, size: 12, most: 3) == [])
    #expect(fittedLines("", width: 300, size: 12, most: 3) == [])
  }

  @Test func `decomposed letters are as wide as composed ones and are never torn apart`() {
    let composed = "Huyện Đức Cơ, đường Nguyễn Huệ"
    let decomposed =
      "Huye\u{323}\u{302}n Đu\u{31B}\u{301}c Co\u{31B}, đu\u{31B}o\u{31B}\u{300}ng Nguye\u{302}\u{303}n Hue\u{323}\u{302}"
    let widths = [composed, decomposed].map { textWidth($0, size: 10) }
    #expect((widths[0] - widths[1]).magnitude < 0.1 * widths[0])
    for width in stride(from: 20.0, to: 200, by: 7) {
      for line in fittedLines(decomposed, width: width, size: 12, most: 3) {
        let first = line.unicodeScalars.first
        #expect(first.map { $0.properties.generalCategory != .nonspacingMark } == true)
      }
    }
  }

  /// Advance widths in ems of DejaVu Sans 2.37, from its table `hmtx`: the widest common fallback.
  @Test(arguments: [
    ("Sự hài lòng", 5.59), ("0123456789", 6.36), ("WWW", 2.97), ("iiii", 1.11), ("84,12 %", 4.13),
    ("ĐƯỜNG NGUYỄN HUỆ", 11.07),
  ])
  func `the estimate is not below a wide font`(text: String, ems: Double) {
    let estimate = textWidth(text, size: 1)
    #expect(estimate >= ems)
    #expect(estimate <= ems * 1.15)
  }

  @Test func `control characters and piles of marks are left out`() {
    #expect(plainText(" a\t\n b\u{0}\u{1B}\u{202E}c ") == "a bc")
    #expect(plainText("e" + String(repeating: "\u{301}", count: 50)).unicodeScalars.count == 4)
    #expect(plainText("10\u{A0}%") == "10\u{A0}%")
    #expect(plainText(String(repeating: "x", count: 100_000)).count == 600)
  }

  @Test func `labels move no further than they must`() {
    #expect(
      spreadLabels(wishes: [10, 50, 90], heights: [20, 20, 20], top: 0, bottom: 100) == [
        10, 50, 90,
      ])
    #expect(spreadLabels(wishes: [50, 50], heights: [20, 20], top: 0, bottom: 100) == [40, 60])
    #expect(spreadLabels(wishes: [95, 100], heights: [20, 20], top: 0, bottom: 100) == [70, 90])
    // In the order of their wishes, whatever the order of the lines.
    #expect(spreadLabels(wishes: [52, 48], heights: [20, 20], top: 0, bottom: 100) == [60, 40])
    // Too many for the room: they go on below it, still apart.
    #expect(
      spreadLabels(wishes: [0, 0, 0], heights: [20, 20, 20], top: 0, bottom: 30) == [10, 30, 50])
  }
}

import Testing

@testable import Pictures

/// WCAG 2.2: 1.4.3 (letters 4.5), 1.4.11 (marks 3), 1.4.1 (not by colour alone).
struct PaletteTests {
  @Test func `contrast is that of WCAG`() {
    #expect((contrast(0x000000, 0xFFFFFF) - 21).magnitude < 1e-9)
    // #767676 is the lightest grey that passes 4.5 on white: WebAIM, Contrast and Color Accessibility.
    #expect(contrast(0x767676, 0xFFFFFF) >= 4.5 && contrast(0x777777, 0xFFFFFF) < 4.5)
    // The luminance of pure red is its coefficient, WCAG 2.2, relative luminance.
    #expect((luminance(0xFF0000) - 0.2126).magnitude < 1e-12)
  }

  @Test func `letters stand out from white`() {
    let colours =
      [Palette.ink, Palette.soft, Palette.target, Palette.baseline, Palette.estimate]
      + Palette.lines
    for colour in colours {
      #expect(contrast(colour, Palette.paper) >= 4.5, "\(svgColour(colour))")
    }
  }

  @Test func `marks stand out from white`() {
    let colours = [
      Palette.axis, Palette.estimate, Palette.target, Palette.baseline, Palette.met,
      Palette.notMet, Palette.increase, Palette.decrease,
    ]
    for colour in colours { #expect(contrast(colour, Palette.paper) >= 3, "\(svgColour(colour))") }
    // Whiskers on bars.
    for colour in [Palette.increase, Palette.decrease] {
      #expect(contrast(colour, Palette.ink) >= 3)
    }
  }

  @Test(arguments: 1...10) func `answers differ in grey from their neighbours and from white`(
    count: Int
  ) {
    for left in 0...count {
      for hasMiddle in [true, false] {
        let fills = Palette.answers(count, dissatisfiedCount: left, hasMiddle: hasMiddle)
        #expect(fills.count == count)
        for fill in fills where fill.colour != Palette.neutral {
          #expect(contrast(fill.colour, Palette.paper) >= 3)
        }
        for fill in fills {
          #expect(contrast(fill.colour, Palette.letters(on: fill.colour)) >= 4.5)
        }
        // Five to a side is the longest scale of questionnaires; beyond it hatches alone differ.
        guard left <= 5, count - left <= 6 else { continue }
        for (first, second) in zip(fills, fills.dropFirst()) {
          let differ = contrast(first.colour, second.colour) >= 1.25 || first.hatch != second.hatch
          #expect(differ)
        }
      }
    }
  }

  @Test func `a scale of five differs in grey without its hatches`() {
    let fills = Palette.answers(5, dissatisfiedCount: 2, hasMiddle: true)
    for (first, second) in zip(fills, fills.dropFirst()) {
      #expect(contrast(first.colour, second.colour) >= 2)
    }
  }

  @Test func `lines of a trend differ without their colour`() {
    let styles = (0..<12).map(LineStyle.init)
    #expect(Set(styles.map { "\($0.dashes) \($0.shapeNumber)" }).count == 12)
  }

  @Test func `standings differ without their colour`() {
    let pictures = ChartStanding.allCases.map { standing in
      var drawing = Drawing(width: 20, height: 20)
      drawing.addStanding(standing, x: 10, y: 10)
      return drawing.shapes.map(\.bounds)
    }
    #expect(Set(pictures).count == 3)
  }
}

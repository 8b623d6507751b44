import Documents
import Pictures
import Testing

@testable import Printing

@Suite struct PictureTests {
  let drawing = SampleDocument.drawing(SampleDocument.chart(0))

  /// PNG, 3rd edition, 5.2 and 11.2.1: the signature, then width and height in the first chunk.
  @Test(arguments: [1.0, 2.0, 1.5])
  func `a picture has the size of its drawing times the scale`(scale: Double) throws {
    let bytes = try png(of: drawing, scale: scale)
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == Int((660 * scale).rounded(.up)))
    #expect(number(20) == Int((165 * scale).rounded(.up)))
  }

  @Test func `equal drawings give equal bytes, others do not`() throws {
    let bytes = try png(of: drawing, scale: 2)
    #expect(try png(of: drawing, scale: 2) == bytes)
    var other = drawing
    other.shapes.removeLast()
    #expect(try png(of: other, scale: 2) != bytes)
  }

  @Test(arguments: Fill.Hatch.allCases.filter { $0 != .none })
  func `every hatch can be told from a plain surface`(hatch: Fill.Hatch) throws {
    func bytes(_ hatch: Fill.Hatch) throws -> [UInt8] {
      try png(
        of: Drawing(
          width: 40, height: 40,
          shapes: [
            .rectangle(
              corner: Place(0, 0), width: 40, height: 40, fill: Fill(0, hatch: hatch), stroke: nil)
          ]), scale: 1)
    }
    let all = try Fill.Hatch.allCases.filter { $0 != hatch }.map(bytes)
    #expect(try !all.contains(bytes(hatch)))
  }

  @Test(arguments: [
    (0.0, 10.0, 1.0), (10, .nan, 1), (10, 10, 0), (10, 10, -1), (.infinity, 1, 1), (1e6, 1, 1),
    (10_000, 10_000, 1), (10, 10, .nan), (-5, -5, -1),
  ])
  func `a picture of no size or beyond all sizes is refused`(
    width: Double, height: Double, scale: Double
  ) {
    let refusal = #expect(throws: PrintingError.self) {
      try png(of: Drawing(width: width, height: height), scale: scale)
    }
    guard case .pictureSize = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func `shapes with impossible numbers are left out, the rest is drawn`() throws {
    let good = Shape.circle(centre: Place(5, 5), radius: 3, fill: Fill(0), stroke: nil)
    let bad: [Shape] = [
      .line(from: Place(.nan, 0), to: Place(1, 1), stroke: Stroke(0)),
      .rectangle(
        corner: Place(0, 0), width: .infinity, height: 2, fill: Fill(0, hatch: .dotted), stroke: nil
      ),
      .circle(centre: Place(0, 0), radius: -1, fill: Fill(0), stroke: nil),
      .circle(centre: Place(0, 0), radius: .nan, fill: Fill(0), stroke: nil),
      .path([Place(0, 0), Place(.nan, 1)], isClosed: true, fill: Fill(0), stroke: nil),
      .path([], isClosed: true, fill: Fill(0), stroke: nil),
      .text(Lettering("x", at: Place(1, 1), size: .nan, colour: 0)),
      .text(Lettering("x", at: Place(1, 1), size: 0, colour: 0)),
      .line(from: Place(0, 0), to: Place(0, 0), stroke: Stroke(0, width: -1)),
    ]
    let whole = try png(of: Drawing(width: 10, height: 10, shapes: bad + [good]), scale: 2)
    #expect(try whole == png(of: Drawing(width: 10, height: 10, shapes: [good]), scale: 2))
    // Dashes without length are no dashes.
    let line = { (dashes: [Double]) in
      try png(
        of: Drawing(
          width: 10, height: 10,
          shapes: [
            .line(from: Place(0, 5), to: Place(10, 5), stroke: Stroke(0, dashes: dashes))
          ]), scale: 1)
    }
    #expect(try line([0, -1, .nan]) == line([]))
    #expect(try line([2, 2]) != line([]))
  }

  @Test func `a picture without size in a document leaves its title and table`() throws {
    for size in [0, -1, .nan, .infinity] as [Double] {
      let file = try pdf(of: SampleDocument.document(pictures: 1)) { _ in
        Drawing(width: size, height: size)
      }
      #expect(!file.isEmpty)
    }
  }
}

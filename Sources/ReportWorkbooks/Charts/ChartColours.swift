import WorkbookWriting

/// The looks of series: told apart by mark, line and pattern where there is no colour.
enum ChartColours {
  static let result: UInt32 = 0x1F4E79
  static let target: UInt32 = 0xA84300
  static let quiet: UInt32 = 0x6B6B6B

  static let lines: [(colour: UInt32, mark: ChartLook.Mark, line: ChartLook.Line)] = [
    (0x1F4E79, .circle, .solid), (0xA84300, .square, .dashed), (0x2E7D32, .triangle, .dotted),
    (0x6A1B9A, .diamond, .solid), (0x6B6B6B, .cross, .dashed), (0x00695C, .circle, .dotted),
  ]

  /// The colours of a scale of answers, worst first; the middle is grey.
  static func answers(count: Int, dissatisfied: Int, hasMiddle: Bool) -> [ChartLook] {
    let left: [UInt32] = [0x8C3B00, 0xD9772B, 0xF0B27A]
    let right: [UInt32] = [0x9DC3E6, 0x3F7FBF, 0x123F6D]
    let firstRight = dissatisfied + (hasMiddle ? 1 : 0)
    return (0..<count).map { answer in
      if answer < dissatisfied {
        let colour = left[min(answer * left.count / max(dissatisfied, 1), left.count - 1)]
        return ChartLook(colour, pattern: answer == 0 ? .wideRising : .rising)
      }
      if answer < firstRight { return ChartLook(0x9A9A9A, pattern: .dotted) }
      let satisfied = max(count - firstRight, 1)
      let fromEnd = count - 1 - answer
      let place = right.count - 1 - min(fromEnd * right.count / satisfied, right.count - 1)
      return ChartLook(right[place])
    }
  }
}

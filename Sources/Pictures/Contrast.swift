/// The contrast of two colours from 1 to 21, by WCAG 2.2.
package func contrast(_ first: Colour, _ second: Colour) -> Double {
  let luminances = [luminance(first), luminance(second)].sorted()
  return (luminances[1] + 0.05) / (luminances[0] + 0.05)
}

/// Relative luminance from 0 (black) to 1 (white), by WCAG 2.2: what is left of a colour in grey.
package func luminance(_ colour: Colour) -> Double {
  0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour)
}

private func linear(_ channel: Colour) -> Double { linearChannels[Int(channel & 0xFF)] }

/// Light of each of the 256 steps of a channel.
private let linearChannels: [Double] = (0..<256).map { step in
  let share = Double(step) / 255
  return share <= 0.04045 ? share / 12.92 : power2_4((share + 0.055) / 1.055)
}

/// x to the power 12/5, for x from 0 to 1: the fifth root by Newton's method.
private func power2_4(_ x: Double) -> Double {
  var root = 1.0
  for _ in 0..<60 { root = 0.8 * root + 0.2 * x / (root * root * root * root) }
  let squared = root * root
  let sixth = squared * squared * squared
  return sixth * sixth
}

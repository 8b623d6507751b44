/// What the second byte of a VNI letter does to the first: its shape and its tone.
struct VNIMark {
  enum Shape { case plain, circumflex, breve }

  var shape: Shape
  var tone: Tone

  /// The mark of a byte; `nil` for bytes that are no mark.
  ///
  /// C0 to DF stand after capitals, E0 to FF after small letters, and either is taken after both,
  /// since people type capitals with the small marks.
  init?(_ byte: UInt8) {
    switch byte | 0x20 {
    case 0xF8: self.init(.plain, .grave)
    case 0xFB: self.init(.plain, .hook)
    case 0xF5: self.init(.plain, .tilde)
    case 0xF9: self.init(.plain, .acute)
    case 0xEF: self.init(.plain, .dot)
    case 0xE2: self.init(.circumflex, .none)
    case 0xE0: self.init(.circumflex, .grave)
    case 0xE5: self.init(.circumflex, .hook)
    case 0xE3: self.init(.circumflex, .tilde)
    case 0xE1: self.init(.circumflex, .acute)
    case 0xE4: self.init(.circumflex, .dot)
    case 0xEA: self.init(.breve, .none)
    case 0xE8: self.init(.breve, .grave)
    case 0xFA: self.init(.breve, .hook)
    case 0xFC: self.init(.breve, .tilde)
    case 0xE9: self.init(.breve, .acute)
    case 0xEB: self.init(.breve, .dot)
    default: return nil
    }
  }

  private init(_ shape: Shape, _ tone: Tone) {
    self.shape = shape
    self.tone = tone
  }

  /// The composed letter; `nil` when the mark does not go with the letter before it.
  func composed(with base: UInt32) -> UInt32? {
    let shaped: UInt32? =
      switch (shape, base) {
      case (.plain, 0x69), (.plain, 0x49): nil  // i with a tone is a byte of its own
      case (.plain, _): base
      case (.circumflex, 0x41): 0xC2
      case (.circumflex, 0x45): 0xCA
      case (.circumflex, 0x4F): 0xD4
      case (.circumflex, 0x61): 0xE2
      case (.circumflex, 0x65): 0xEA
      case (.circumflex, 0x6F): 0xF4
      case (.breve, 0x41): 0x102
      case (.breve, 0x61): 0x103
      default: nil
      }
    return shaped.flatMap { VietnameseAlphabet.adding(tone, to: $0) }
  }
}

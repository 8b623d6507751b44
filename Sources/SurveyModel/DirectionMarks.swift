extension Unicode.Scalar {
  /// True for marks that turn the direction of what follows: they let a text read otherwise than it
  /// is written.
  @inlinable package var turnsDirection: Bool {
    switch value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

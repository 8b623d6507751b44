/// The elements of the frame as the decree wants them: appendix I, part I, section II, numbers 1 to 5,
/// 7 and 9.
extension Style {
  var frameLook: StyleLook {
    switch self {
    case .stateName: centred(.init(isBold: true, isCapital: true, size: 12))
    case .stateMotto: centred(.init(isBold: true, size: 13))
    case .superior: centred(.init(isCapital: true, size: 12))
    case .issuer: centred(.init(isBold: true, isCapital: true, size: 12))
    case .number: centred(.init(size: 13))
    case .placeAndDate: centred(.init(isItalic: true, size: 13))
    case .rule:
      StyleLook(
        .init(
          border: .above, spacing: .init(before: 50, after: 0, line: 100, isExact: true)),
        .init(size: 2))
    case .kind:
      centred(
        .init(isBold: true, isCapital: true), spacing: .init(before: 240), keeps: true,
        next: .abstract)
    case .abstract: centred(.init(isBold: true), keeps: true, next: .body)
    case .survey:
      centred(.init(isBold: true), spacing: .init(before: 120, after: 60), next: .body)
    case .surveyDetail: centred(.init(), spacing: .init(before: 60, after: 120), next: .body)
    case .addressee: StyleLook(.init(spacing: .init(before: 60, after: 60)))
    case .recipientsHead:
      StyleLook(
        next: .recipient, .init(keepsWithNext: true),
        .init(isBold: true, isItalic: true, size: 12))
    case .recipient: StyleLook(.init(keepsWithNext: true), .init(size: 11))
    case .office: centred(.init(isBold: true, isCapital: true), keeps: true)
    case .signer:
      // Room to sign and to seal.
      centred(.init(isBold: true), spacing: .init(before: Measure.twips(millimetres: 30)))
    default: StyleLook()
    }
  }

  private func centred(
    _ letters: RunProperties, spacing: ParagraphProperties.Spacing? = nil, keeps: Bool? = nil,
    next: Style? = nil
  ) -> StyleLook {
    StyleLook(
      next: next, .init(keepsWithNext: keeps, spacing: spacing, alignment: .center), letters)
  }
}

import CXlsxWriter

/// The formats of a workbook, one for each look.
final class CellFormatTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// The format of a look; `nil` for the look that every cell has.
  func format(_ look: CellLook?) -> UnsafeMutablePointer<lxw_format>? {
    guard let look, look != .plain else { return nil }
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    if look.isBold { format_set_bold(format) }
    if look.isItalic { format_set_italic(format) }
    if look.wraps { format_set_text_wrap(format) }
    if !look.isLocked { format_set_unlocked(format) }
    if look.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if look.isAtEnd { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if look.isUnderlined {
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if look.wraps || look.isAtTop {
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if let size = look.fontSize { format_set_font_size(format, size) }
    if let colour = look.fontColour { format_set_font_color(format, colour) }
    if let colour = look.fillColour { format_set_bg_color(format, colour) }
    if let number = look.numberFormat { format_set_num_format(format, number) }
    formats[look] = format
    return format
  }
}

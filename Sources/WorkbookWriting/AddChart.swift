import CXlsxWriter

/// Adds a chart to a sheet.
///
/// - Parameters:
///   - chart: What to add.
///   - worksheet: The sheet.
///   - workbook: Its workbook.
///   - sheet: The name of the sheet.
///   - notes: Takes what the library cannot write of the chart.
/// - Throws: That the chart has no place on the sheet.
func add(
  _ chart: SheetChart, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
  of workbook: UnsafeMutablePointer<lxw_workbook>, sheet: String, notes: inout ChartNotes
) throws(WorkbookWritingError) {
  let kind =
    switch chart.kind {
    case .columns: LXW_CHART_COLUMN
    case .bars: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .lines: LXW_CHART_LINE
    }
  guard let made = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
    throw .cell(sheet: sheet, row: chart.row, column: chart.column, reason: "no memory for a chart")
  }
  for series in chart.series {
    addSeries(series, to: made, kind: chart.kind, sheet: sheet, notes: &notes)
  }
  setTitle(chart.title, of: made)
  setAxes(of: made, as: chart)
  if chart.hasLegend {
    chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
  } else {
    chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
  }
  if chart.kind != .lines { chart_set_series_gap(made, 60) }
  if chart.kind == .stackedBars { chart_set_series_overlap(made, 100) }
  chart_show_blanks_as(made, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
  var options = lxw_chart_options()
  options.x_scale = Double(chart.width) / 480  // The library's own width and height.
  options.y_scale = Double(chart.height) / 288
  options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
  let status = cleaned(chart.description).withCString { description in
    options.description = UnsafeMutablePointer(mutating: description)
    return worksheet_insert_chart_opt(
      worksheet, lxw_row_t(clamping: chart.row), lxw_col_t(clamping: chart.column), made, &options)
  }
  guard status == LXW_NO_ERROR else {
    throw .cell(
      sheet: sheet, row: chart.row, column: chart.column,
      reason: String(cString: lxw_strerror(status)))
  }
}

private func addSeries(
  _ series: ChartSeries, to chart: UnsafeMutablePointer<lxw_chart>, kind: SheetChart.Kind,
  sheet: String, notes: inout ChartNotes
) {
  let values = reference(to: series.values, of: sheet)
  notes.note(values, range: series.values, sheet: sheet)
  guard
    let made = chart_add_series(
      chart, "=" + reference(to: series.categories, of: sheet), "=" + values)
  else { return }
  let name = CellPlace(sheet: sheet, row: series.name.row, column: series.name.column)
  chart_series_set_name(made, "=" + reference(to: name))
  draw(made, as: series.look, kind: kind)
  if let errors = series.errors {
    let bars =
      kind == .bars || kind == .stackedBars
      ? made.pointee.x_error_bars : made.pointee.y_error_bars
    let number = notes.noteErrors(up: errors.up, down: errors.down, sheet: sheet)
    chart_series_set_error_bars(bars, UInt8(LXW_CHART_ERROR_BAR_TYPE_FIXED.rawValue), number)
    var line = lxw_chart_line()
    line.color = colour(series.look.colour)
    line.width = 1.25
    chart_series_set_error_bars_line(bars, &line)
  }
  if let format = series.labelFormat {
    chart_series_set_labels(made)
    chart_series_set_labels_num_format(made, cleaned(format))
    if kind == .lines {
      chart_series_set_labels_position(made, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
    }
    var font = font(size: 9)
    chart_series_set_labels_font(made, &font)
  }
}

private func draw(
  _ series: UnsafeMutablePointer<lxw_chart_series>, as look: ChartLook, kind: SheetChart.Kind
) {
  if kind == .lines {
    setLine(of: series, as: look)
    setMark(of: series, as: look)
    return
  }
  var edge = lxw_chart_line()
  edge.color = colour(look.colour)
  edge.width = 0.75
  chart_series_set_line(series, &edge)
  guard let kind = patternKind(look.pattern) else {
    var fill = lxw_chart_fill()
    fill.color = colour(look.colour)
    return chart_series_set_fill(series, &fill)
  }
  var pattern = lxw_chart_pattern()
  pattern.fg_color = colour(look.colour)
  pattern.bg_color = colour(0xFFFFFF)
  pattern.type = UInt8(kind.rawValue)
  chart_series_set_pattern(series, &pattern)
}

private func setLine(of series: UnsafeMutablePointer<lxw_chart_series>, as look: ChartLook) {
  var line = lxw_chart_line()
  line.color = colour(look.colour)
  line.width = 2
  switch look.line {
  case .none: line.none = 1
  case .solid: break
  case .dashed: line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
  case .dotted: line.dash_type = UInt8(LXW_CHART_LINE_DASH_ROUND_DOT.rawValue)
  }
  chart_series_set_line(series, &line)
}

private func setMark(of series: UnsafeMutablePointer<lxw_chart_series>, as look: ChartLook) {
  let mark =
    switch look.mark {
    case .none: LXW_CHART_MARKER_NONE
    case .circle: LXW_CHART_MARKER_CIRCLE
    case .square: LXW_CHART_MARKER_SQUARE
    case .diamond: LXW_CHART_MARKER_DIAMOND
    case .triangle: LXW_CHART_MARKER_TRIANGLE
    case .dash: LXW_CHART_MARKER_LONG_DASH
    case .cross: LXW_CHART_MARKER_X
    }
  chart_series_set_marker_type(series, UInt8(mark.rawValue))
  guard look.mark != .none else { return }
  chart_series_set_marker_size(series, UInt8(clamping: look.markSize))
  var fill = lxw_chart_fill()
  fill.color = colour(look.colour)
  chart_series_set_marker_fill(series, &fill)
  var edge = lxw_chart_line()
  edge.color = colour(look.colour)
  chart_series_set_marker_line(series, &edge)
}

private func patternKind(_ pattern: ChartLook.Pattern) -> lxw_chart_pattern_type? {
  switch pattern {
  case .solid: nil
  case .rising: LXW_CHART_PATTERN_LIGHT_UPWARD_DIAGONAL
  case .falling: LXW_CHART_PATTERN_LIGHT_DOWNWARD_DIAGONAL
  case .wideRising: LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL
  case .dotted: LXW_CHART_PATTERN_PERCENT_20
  case .horizontal: LXW_CHART_PATTERN_NARROW_HORIZONTAL
  }
}

private func setTitle(_ title: String, of chart: UnsafeMutablePointer<lxw_chart>) {
  guard !title.isEmpty else { return chart_title_off(chart) }
  chart_title_set_name(chart, asChartText(title))
  var font = font(size: 12, isBold: true)
  chart_title_set_name_font(chart, &font)
}

private func setAxes(of made: UnsafeMutablePointer<lxw_chart>, as chart: SheetChart) {
  let isLying = chart.kind == .bars || chart.kind == .stackedBars
  // The library's x axis lies and its y axis stands, whatever is on them.
  guard let lying = made.pointee.x_axis, let standing = made.pointee.y_axis else { return }
  let categories = isLying ? standing : lying
  let values = isLying ? lying : standing
  set(categories, as: chart.categoryAxis)
  set(values, as: chart.valueAxis)
  if isLying {
    chart_axis_set_reverse(categories)
    // Reversed categories would take the axis of values to the top.
    chart_axis_set_crossing_max(categories)
  }
  var grid = lxw_chart_line()
  grid.color = colour(0xD9D9D9)
  grid.width = 0.75
  chart_axis_major_gridlines_set_visible(values, 1)
  chart_axis_major_gridlines_set_line(values, &grid)
}

private func set(_ made: UnsafeMutablePointer<lxw_chart_axis>, as axis: ChartAxis) {
  if !axis.title.isEmpty {
    chart_axis_set_name(made, asChartText(axis.title))
    var font = font(size: 10)
    chart_axis_set_name_font(made, &font)
  }
  if !axis.numberFormat.isEmpty { chart_axis_set_num_format(made, cleaned(axis.numberFormat)) }
  if let lowest = axis.lowest { chart_axis_set_min(made, lowest) }
  if let highest = axis.highest { chart_axis_set_max(made, highest) }
  if axis.hasLabelsAtEdge {
    chart_axis_set_label_position(made, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
  }
  var font = font(size: 9)
  font.rotation = Int32(axis.labelTurn)
  chart_axis_set_num_font(made, &font)
}

private func font(size: Double, isBold: Bool = false) -> lxw_chart_font {
  var font = lxw_chart_font()
  font.size = size
  // The library takes 0 for "not said" and writes bold then.
  font.bold = UInt8((isBold ? LXW_TRUE : LXW_EXPLICIT_FALSE).rawValue)
  return font
}

/// What a title is to hold: the library takes one that begins with `=` for the name of a cell.
private func asChartText(_ text: String) -> String {
  let text = cleaned(text)
  return text.utf8.first == UInt8(ascii: "=") ? " " + text : text
}

/// The library's black is not 0, which it takes for no colour.
private func colour(_ colour: UInt32) -> lxw_color_t { colour == 0 ? 0x100_0000 : colour }

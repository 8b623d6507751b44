import CPango

/// Bytes as a surface writes them.
final class WrittenBytes {
  fileprivate(set) var bytes: [UInt8] = []

  /// The receiver that cairo calls; its closure is the ``WrittenBytes`` itself.
  fileprivate static let append: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<WrittenBytes>.fromOpaque(closure).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  fileprivate var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

/// Owns a surface of cairo with the context that draws on it.
///
/// Faults stick: after the first one cairo draws nothing more, and ``check()`` throws it.
final class Surface {
  let surface: OpaquePointer
  let canvas: OpaquePointer
  private let written: WrittenBytes

  private init(_ surface: OpaquePointer, _ written: WrittenBytes) {
    self.surface = surface
    self.written = written
    canvas = cairo_create(surface)
  }

  deinit {
    cairo_destroy(canvas)
    // A surface that was not finished writes its last bytes now: `written` is still alive.
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// A document of pages; sizes in points.
  static func pages(width: Double, height: Double) -> Surface {
    let written = WrittenBytes()
    let surface: OpaquePointer = cairo_pdf_surface_create_for_stream(
      WrittenBytes.append, written.closure, width, height)
    return Surface(surface, written)
  }

  /// A picture of pixels, white.
  static func pixels(width: Int, height: Int) -> Surface {
    let surface: OpaquePointer = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
    let result = Surface(surface, WrittenBytes())
    cairo_set_source_rgb(result.canvas, 1, 1, 1)
    cairo_paint(result.canvas)
    return result
  }

  func check() throws(PrintingError) {
    for status in [cairo_status(canvas), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      throw .library(String(cString: cairo_status_to_string(status)))
    }
  }

  /// The whole document; nothing can be drawn after it.
  func finishedPages() throws(PrintingError) -> [UInt8] {
    try check()
    cairo_surface_finish(surface)
    try check()
    return written.bytes
  }

  /// The picture in the format PNG.
  func png() throws(PrintingError) -> [UInt8] {
    try check()
    cairo_surface_flush(surface)
    let status = cairo_surface_write_to_png_stream(surface, WrittenBytes.append, written.closure)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .library(String(cString: cairo_status_to_string(status)))
    }
    return written.bytes
  }
}

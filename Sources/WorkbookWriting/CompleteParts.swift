import Archives
import Glibc

/// Sets right in a finished workbook what the library cannot write: see ``ChartNotes`` and
/// ``WorkbookContent/keepsEveryDigit``.
func completeParts(
  ofWorkbookAt path: String, _ content: WorkbookContent, notes: ChartNotes
) throws(WorkbookWritingError) {
  var entries = try parts(ofWorkbookAt: path)
  let charts = ChartPart(content, notes: notes)
  for index in entries.indices {
    let name = entries[index].name
    if name.hasPrefix("xl/charts/chart") {
      entries[index].bytes = charts.completed(entries[index].bytes)
    } else if content.keepsEveryDigit, let sheet = sheetIndex(name), sheet < content.sheets.count {
      entries[index].bytes = withEveryDigit(entries[index].bytes, of: content.sheets[sheet])
    }
  }
  let bytes = archiveBytes(of: entries)
  guard let file = fopen(path, "wb") else { throw .notWritten(path: path) }
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else {
    unlink(path)
    throw .notWritten(path: path)
  }
}

/// `xl/worksheets/sheet3.xml` is the third sheet, number 2.
private func sheetIndex(_ name: String) -> Int? {
  let start = "xl/worksheets/sheet"
  guard name.hasPrefix(start), name.hasSuffix(".xml") else { return nil }
  return Int(name.dropFirst(start.count).dropLast(4)).map { $0 - 1 }
}

private func parts(
  ofWorkbookAt path: String
) throws(WorkbookWritingError) -> [(name: String, bytes: [UInt8])] {
  // Written a moment ago by us: nothing in it is hostile, and sheets of few figures swell a lot.
  let limits = ArchiveLimits(ratioFrom: .max)
  do throws(ArchiveFault) {
    let archive = try Archive(path: path, limits: limits)
    var parts: [(name: String, bytes: [UInt8])] = []
    for entry in archive.entries {
      let stream = try archive.stream(entry)
      let bytes = try bytes(of: stream, count: Int(entry.size))
      parts.append((entry.name, bytes))
    }
    return parts
  } catch {
    unlink(path)
    throw .notWritten(path: path)
  }
}

private func bytes(of stream: EntryStream, count: Int) throws(ArchiveFault) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  var fault: ArchiveFault?
  bytes.withUnsafeMutableBytes { buffer in
    var read = 0
    do throws(ArchiveFault) {
      while read < buffer.count {
        let more = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[read...]))
        if more == 0 { break }
        read += more
      }
    } catch { fault = error }
  }
  if let fault { throw fault }
  return bytes
}

import Foundation
import Pictures
import Testing

/// Writes the sample pictures as files to be looked at: `PICTURES_FOLDER=… swift test --filter dump`.
struct DumpPictures {
  static let folder = ProcessInfo.processInfo.environment["PICTURES_FOLDER"]

  @Test(.enabled(if: folder != nil)) func `dump all pictures for the eye`() throws {
    let folder = URL(filePath: try #require(Self.folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (language, isVietnamese) in [("vi", true), ("en", false)] {
      for (size, width) in [("desktop", 760.0), ("phone", 340.0)] {
        for chart in SampleCharts.all(isVietnamese) {
          let text = svg(
            drawing(of: chart, width: width), id: chart.id, title: chart.title,
            description: chart.description, standalone: true)
          let name = "\(chart.id)-\(size)-\(language).svg"
          try Data(text.utf8).write(to: folder.appending(path: name))
        }
      }
    }
  }
}

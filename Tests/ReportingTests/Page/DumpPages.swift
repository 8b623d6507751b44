import Foundation
import SurveyModel
import Testing

@testable import Reporting

/// Writes the made-up pages as files, for scripts/check-page and for the eye:
/// `PAGES_FOLDER=… swift test --filter DumpPages`.
struct DumpPages {
  static let folder = ProcessInfo.processInfo.environment["PAGES_FOLDER"]

  @Test(.enabled(if: folder != nil)) func `write the pages`() throws {
    let folder = URL(filePath: try #require(Self.folder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for language in Language.allCases {
      let page = try htmlPage(of: RichDocument(language: language).document, template: .standard)
      try Data(page).write(to: folder.appending(path: "rich-\(language.rawValue).html"))
    }
    let large = try htmlPage(of: RichDocument.large, template: .standard)
    try Data(large).write(to: folder.appending(path: "large-vi.html"))
  }
}

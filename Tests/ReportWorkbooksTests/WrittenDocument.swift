import Documents
import Foundation
import ReportReaders
import ReportWorkbooks

extension WrittenWorkbook {
  init(_ document: Document) throws {
    let path = NSTemporaryDirectory() + "/report-\(UUID().uuidString).xlsx"
    defer { unlink(path) }
    try writeWorkbook(of: document, to: path)
    try self.init(path: path)
  }
}

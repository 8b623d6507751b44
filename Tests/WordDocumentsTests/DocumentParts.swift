import Documents
import ReportReaders
import WordDocuments

extension Parts {
  init(_ document: Document) throws {
    try self.init(wordDocument(of: document, picture: SampleReport.picture))
  }
}

import DelimitedText
import JSONText
import SurveyModel
import XML

/// Reads the submissions of all documents from the first to the last, piece by piece.
///
/// Only a piece of one document and the submission being read are in memory.
final class SubmissionScan {
  private enum Parser {
    case xml(XMLStream, XMLSubmissions)
    case json(JSONStream, JSONSubmissions)
  }

  private let documents: SubmissionDocuments
  private let builder: SubmissionBuilder
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: SubmissionLimits.piece, alignment: 64)
  private var number = -1
  private var bytes: DocumentBytes?
  private var parser: Parser?
  private var takesRoot = false
  /// Form definitions in a container.
  private(set) var passedOver = 0
  /// Lists that are one page of several.
  private(set) var pages: [(document: Int, page: ListPage)] = []
  /// True once a document was JSON, or XML.
  private(set) var hasJSON = false
  private(set) var hasXML = false

  init(_ documents: SubmissionDocuments, to builder: SubmissionBuilder) {
    self.documents = documents
    self.builder = builder
  }

  deinit { buffer.deallocate() }

  /// Reads one piece; false when everything has been read.
  func step() throws(RecordBlockReader.Refusal) -> Bool {
    if bytes == nil {
      if !takesRoot { number += 1 }
      guard number < documents.count else { return false }
      bytes = try documents.open(number)
    }
    let count = try bytes?.read(into: buffer) ?? 0
    let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    if parser == nil {
      guard let kind = SubmissionFormat(piece) else {
        if documents.isSingle { throw refusal(SubmissionFinding.none(file: documents.file)) }
        // Named like a submission and empty or something else: perhaps an interview was lost.
        add(.notASubmission)
        bytes = nil
        takesRoot = false
        return true
      }
      parser = makeParser(kind)
    }
    try feed(piece)
    if builder.tree.isTooLarge {
      throw refusal(FileFinding.tooManyColumns(TextLimits.columns + 1, file: documents.file))
    }
    return true
  }

  private func makeParser(_ format: SubmissionFormat) -> Parser {
    switch format {
    case .xml:
      hasXML = true
      let submissions = XMLSubmissions(builder, document: number, takesRoot: takesRoot)
      let stream = XMLStream(submissions)
      submissions.stream = stream
      return .xml(stream, submissions)
    case .json:
      hasJSON = true
      let submissions = JSONSubmissions(builder, document: number)
      let stream = JSONStream(submissions)
      submissions.stream = stream
      return .json(stream, submissions)
    }
  }

  private func feed(_ piece: UnsafeRawBufferPointer) throws(RecordBlockReader.Refusal) {
    switch parser {
    case .xml(let stream, let submissions):
      do throws(XMLStreamFault) {
        guard piece.isEmpty else { return try stream.feed(piece) }
        try stream.finish()
      } catch {
        return try stop(at: error)
      }
      close()
      if submissions.isBlankForm {
        passedOver += 1
        takesRoot = false
      } else {
        // A document in which nothing looks like a submission is read again as one.
        takesRoot = submissions.found == 0 && !takesRoot
      }
      note(submissions.page)
    case .json(let stream, let submissions):
      do throws(JSONFault) {
        guard piece.isEmpty else { return try stream.feed(piece) }
        try stream.finish()
      } catch {
        throw refusal(SubmissionFinding.damaged(error, file: documents.name(of: number)))
      }
      close()
      if submissions.holdsOther || submissions.found == 0 {
        guard !documents.isSingle || submissions.found > 0 else {
          throw refusal(SubmissionFinding.none(file: documents.file))
        }
        add(.notASubmission)
      }
      note(submissions.page)
    case nil: break
    }
  }

  /// In a single file a fault may mean that the rest is missing; one damaged submission among others
  /// is one interview.
  private func stop(at fault: XMLStreamFault) throws(RecordBlockReader.Refusal) {
    guard !documents.isSingle else {
      throw refusal(SubmissionFinding.damaged(fault, file: documents.name(of: number)))
    }
    if builder.isOpen {
      builder.fail(.damaged(fault))
      builder.end()
    } else {
      add(.damaged(fault))
    }
    close()
    takesRoot = false
  }

  /// A submission of which nothing can be read.
  private func add(_ fault: SubmissionFault) {
    builder.begin(document: number, at: CellPlace())
    builder.fail(fault)
    builder.end()
  }

  private func close() {
    bytes = nil
    parser = nil
  }

  private func note(_ page: ListPage) {
    if page.hasMore { pages.append((number, page)) }
  }

  private func refusal(_ finding: Finding) -> RecordBlockReader.Refusal {
    RecordBlockReader.Refusal(finding: finding)
  }
}

/// What a document is by its first bytes.
enum SubmissionFormat {
  case xml, json

  init?(_ start: some Collection<UInt8>) {
    var rest = start[...]
    // UTF-16, which only XML may be in.
    if rest.starts(with: [0xFF, 0xFE, 0x3C, 0]) || rest.starts(with: [0xFE, 0xFF, 0, 0x3C]) {
      self = .xml
      return
    }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    let second = rest.dropFirst().first ?? 0
    switch rest.first {
    case 0x3C where second == 0x3F || second == 0x21 || second == 0x5F || second >= 0x80:
      self = .xml
    case 0x3C where (0x41...0x5A).contains(second & 0xDF): self = .xml
    case 0x7B, 0x5B: self = .json
    default: return nil
    }
  }
}

package import SurveyModel

/// The interviews already known, by id, with the answers of each: what duplicates are found by.
///
/// Holds the tables it was given, without copying them.
package struct InterviewIndex: Sendable {
  /// Accepted interviews of one origin.
  struct Source: Sendable {
    var table: ResponseTable
    /// File or batch, for messages.
    var name: String
    /// Line of each row in its file; empty for interviews from the store.
    var lines: [UInt32]
    /// Names of the files in a folder or ZIP of submissions, counted by ``lines``; else empty.
    var documents: [String] = []
    /// The batches that the rows came in, in their order; empty where the rows are of one file.
    var batches: [Batch] = []

    /// The batch of a row.
    func batch(ofRow row: Int) -> Batch? {
      var end = 0
      return batches.first { batch in
        end += batch.rowCount
        return row < end
      }
    }
  }

  /// A batch of the store, for messages.
  package struct Batch: Sendable {
    var number: Int64
    var file: String
    var rowCount: Int

    package init(number: Int64, file: String, rowCount: Int) {
      self.number = number
      self.file = file
      self.rowCount = rowCount
    }
  }

  /// Where an interview stands.
  struct Reference: Sendable, Hashable {
    var source: UInt32
    var row: UInt32
  }

  private(set) var sources: [Source] = []
  private var ids = ByteStringTable()
  private var references: [Reference] = []

  /// An index of no interviews.
  package init() {}

  /// Interviews known.
  package var count: Int { references.count }

  /// Adds the interviews of a table, for example one from the store.
  ///
  /// - Parameters:
  ///   - table: Rows of the same questionnaire, columns in the same order.
  ///   - name: Of the file or store, for messages.
  ///   - batches: What the rows came in, in their order; not used unless they make up the table.
  package mutating func add(
    _ table: ResponseTable, from name: String, batches: [Batch] = []
  ) {
    let source = UInt32(sources.count)
    table.ids.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<table.count {
        let id = UnsafeBufferPointer(
          rebasing: bytes[Int(table.ids.ends[row])..<Int(table.ids.ends[row + 1])])
        note(id, hash: ByteStringTable.hash(id), at: Reference(source: source, row: UInt32(row)))
      }
    }
    let isWhole = batches.reduce(0) { $0 + $1.rowCount } == table.count
    sources.append(
      Source(table: table, name: name, lines: [], batches: isWhole ? batches : []))
  }

  /// The line on which an interview of a file begins; `nil` for one that is not there, or that came
  /// from the store.
  package func line(of id: String) -> Int? {
    let bytes = Array(id.utf8)
    let found = bytes.withUnsafeBufferPointer { find($0, hash: ByteStringTable.hash($0)) }
    guard let found else { return nil }
    let lines = sources[Int(found.source)].lines
    return Int(found.row) < lines.count ? Int(lines[Int(found.row)]) : nil
  }

  /// Makes room for `more` interviews with ids of about `length` bytes.
  mutating func reserve(_ more: Int, length: Int) {
    ids.reserve(more, length: length)
    references.reserveCapacity(references.count + more)
  }

  func find(_ id: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Reference? {
    ids.find(id, hash: hash).map { references[$0] }
  }

  /// Notes an interview; an id that is there already keeps its first place, which is returned.
  @discardableResult
  mutating func note(
    _ id: UnsafeBufferPointer<UInt8>, hash: UInt64, at reference: Reference
  ) -> Reference? {
    let (number, isNew) = ids.intern(id, hash: hash)
    guard isNew else { return references[number] }
    references.append(reference)
    return nil
  }

  /// Completes the source whose rows were noted while it was read.
  mutating func close(_ source: Source) { sources.append(source) }
}

/// One answer in a form that compares across tables.
enum StoredAnswer: Sendable, Hashable {
  case position(Int)
  case notAsked
  case integer(Int64)
  case number(UInt64)
  case text(String)
  case blank
  /// A personal value: never kept, so never compared.
  case unknown
}

extension ColumnValues {
  /// The answer of a row.
  func answer(at row: Int) -> StoredAnswer {
    switch self {
    case .coded8(let values):
      values[row] == CodeList.notAsked8 ? .notAsked : .position(Int(values[row]))
    case .coded16(let values):
      values[row] == CodeList.notAsked16 ? .notAsked : .position(Int(values[row]))
    case .integers(let values): .integer(values[row])
    case .numbers(let values): values[row].isNaN ? .blank : .number(values[row].bitPattern)
    case .days(let values): .integer(Int64(values[row]))
    case .texts(let column): column.text(at: row).map { .text($0) } ?? .blank
    case .dropped: .unknown
    }
  }
}

internal import GRDB
internal import Glibc
package import SurveyModel

extension SurveyStore {
  /// Searches the store's files, byte by byte, for what was erased.
  ///
  /// The main file and the `-wal` and `-shm` files beside it are read as they lie on the disk. What is
  /// found is set against what the tables still hold: an id may be part of a longer one. More places
  /// in the files than in the tables are traces.
  ///
  /// - Parameter wanted: Ids and texts; those of fewer than four bytes are not looked for.
  /// - Returns: What was searched, and what was found.
  /// - Throws: ``StoreError/inputOutput(path:reason:)`` when a file cannot be read.
  /// - Complexity: Linear in the files, whatever the number of texts.
  package func searchTraces(of wanted: [String]) throws(StoreError) -> TraceSearch {
    var distinct: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for text in wanted where seen.insert(Array(text.utf8)).inserted {
      distinct.append(Array(text.utf8))
    }
    let needles = distinct.filter { $0.count >= NeedleSearch.shortest }
    var result = TraceSearch(
      wanted: distinct.count, tooShort: distinct.count - needles.count)
    let search = NeedleSearch(needles)
    var inFiles = [Int](repeating: 0, count: needles.count)
    for suffix in ["", "-wal", "-shm"] {
      guard let bytes = try search.count(inFile: path + suffix, into: &inFiles) else { continue }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      result.files.append(name + suffix)
      result.bytes += bytes
    }
    guard inFiles.contains(where: { $0 > 0 }) else { return result }
    let inTables = try countInTables(search, needles.count)
    for (found, stored) in zip(inFiles, inTables) {
      result.partsOfOthers += min(found, stored)
      result.traces += max(0, found - stored)
    }
    return result
  }

  /// How often each stands in a value of any table.
  private func countInTables(
    _ search: NeedleSearch, _ needles: Int
  ) throws(StoreError) -> [Int] {
    try read { database in
      var counts = [Int](repeating: 0, count: needles)
      let columns = try StoredRow.fetchAll(
        database,
        sql: """
          SELECT master.name AS table_name, field.name AS column_name
          FROM sqlite_master AS master, pragma_table_info(master.name) AS field
          WHERE master.type = 'table' AND field.type IN ('TEXT', 'BLOB')
          UNION ALL SELECT 'sqlite_master', 'sql'
          """)
      for row in columns {
        let table: String = try row["table_name"]
        let column: String = try row["column_name"]
        let statement = try RawStatement(database, "SELECT \"\(column)\" FROM \"\(table)\"")
        // A text stands in each index on it too; that of a primary key is the table itself.
        let indexes = try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM pragma_index_list(?1) AS list, pragma_index_info(list.name) AS part
            WHERE part.name = ?2 AND list.origin <> 'pk'
            """, arguments: [table, column])
        for _ in 0..<(1 + (indexes ?? 0)) {
          try statement.start([])
          while try statement.step() { search.count(in: statement.bytes(0), into: &counts) }
        }
      }
      return counts
    }
  }
}

/// Finds many byte strings in one pass.
struct NeedleSearch {
  static let shortest = 4
  private let needles: [[UInt8]]
  /// By hash of the first four bytes: whether a needle begins so.
  private var begins = [Bool](repeating: false, count: 1 << 16)
  private var byStart: [UInt32: [Int]] = [:]
  private let longest: Int

  init(_ needles: [[UInt8]]) {
    precondition(needles.allSatisfy { $0.count >= Self.shortest }, "needles begin with four bytes")
    self.needles = needles
    longest = needles.map(\.count).max() ?? 0
    for (number, needle) in needles.enumerated() {
      let start = needle.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
      byStart[start, default: []].append(number)
      begins[Self.hash(start)] = true
    }
  }

  @inline(__always)
  private static func hash(_ start: UInt32) -> Int { Int((start &* 0x9E37_79B1) >> 16) }

  /// Adds the number of places at which each needle begins before `limit`.
  func count(in bytes: UnsafeRawBufferPointer, before limit: Int = .max, into counts: inout [Int]) {
    guard bytes.count >= Self.shortest, let base = bytes.baseAddress else { return }
    let last = min(limit, bytes.count - Self.shortest + 1)
    begins.withUnsafeBufferPointer { begins in
      for position in 0..<max(0, last) {
        let start = (base + position).loadUnaligned(as: UInt32.self)
        guard begins[Self.hash(start)], let candidates = byStart[start] else { continue }
        for number in candidates {
          let needle = needles[number]
          if bytes.count - position >= needle.count,
            bytes[position..<(position + needle.count)].elementsEqual(needle)
          {
            counts[number] += 1
          }
        }
      }
    }
  }

  /// Searches a file piece by piece.
  ///
  /// - Returns: The bytes searched; `nil` when there is no such file.
  func count(inFile path: String, into counts: inout [Int]) throws(StoreError) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let piece = 4 << 20
    let capacity = piece + longest
    let start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    defer { start.deallocate() }
    var filled = 0
    var total = 0
    while true {
      let got = read(descriptor, start + filled, capacity - filled)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else {
        throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
      }
      total += got
      filled += got
      // What begins in the last bytes may end in the next piece, unless there is none.
      let carried = got == 0 ? 0 : min(max(longest - 1, 0), filled)
      count(
        in: UnsafeRawBufferPointer(start: start, count: filled), before: filled - carried,
        into: &counts)
      if got == 0 { return total }
      memmove(start, start + (filled - carried), carried)
      filled = carried
    }
  }
}

internal import GRDB
internal import SurveyModel

/// The file that keeps surveys: what came in, by batch, and what was derived from it.
///
/// Every method is one transaction: it happens whole or not at all, also when the program is killed
/// in the middle. The store has no clock and knows no users: times (ISO 8601, UTC) and names are
/// arguments. `docs/store.md` describes the file.
///
///     let store = try SurveyStore(path: "sipas.sqlite")
///     try store.register(survey, questionnaire: questionnaire, definitionSHA256: sha256)
///     let batch = try store.commit(
///       file, survey: survey.id, fields: questionnaire.fields, importedAt: now, by: user)
///     let table = try store.responses(survey: survey.id, fields: questionnaire.fields)
package final class SurveyStore: Sendable {
  /// As given when opened.
  package let path: String
  let queue: DatabaseQueue

  /// Opens the store at `path`, or makes it, and brings its layout up to date.
  ///
  /// A new file may be read and written by its owner alone (mode 0600): it holds what respondents
  /// said. A file that is not a store, or was made by a newer version, is left as it is.
  package convenience init(path: String) throws(StoreError) {
    try self.init(path: path, layout: Migration.all.count, busySeconds: 5)
  }

  /// Opens with the layout of an earlier version and another patience, for tests.
  init(path: String, layout: Int, busySeconds: Double) throws(StoreError) {
    self.path = path
    queue = try StoreFile(path: path).open(layout: layout, busySeconds: busySeconds)
  }

  /// Moves everything into the main file and closes it; the `-wal` and `-shm` files go.
  ///
  /// Not needed for safety: a store that was never closed opens with all its whole batches.
  package func close() throws(StoreError) {
    do {
      try queue.close()
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a copy of the store at `path`, made for this and gone when it is closed; an empty store
  /// where there is none.
  ///
  /// All that is read and written is read from and written to the copy; the store, its folder and
  /// the `-wal` and `-shm` files stay as they are. Errors name the store itself.
  package init(copyOf path: String) throws(StoreError) {
    self.path = path
    let copy = try StoreCopy(of: path)
    // Even a killed program leaves no copy: the open file has no name any more.
    defer { copy.remove() }
    queue = try StoreFile(path: copy.path, name: path).open(
      layout: Migration.all.count, busySeconds: 5)
    do {
      // Needs no further file, of which there can be none without the folder.
      _ = try queue.writeWithoutTransaction { database in
        try String.fetchOne(database, sql: "PRAGMA journal_mode = MEMORY")
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

import Foundation
import Testing

/// What `sipas` does when it cannot write, or is given what is no file: it says so, and the store stays
/// whole.
@Suite struct HostileStreamsTests {
  private let survey = projectRoot + "/Tests/Fixtures/surveys/every-step/survey.xml"

  /// Runs `sipas` with its standard streams as a shell sets them up.
  private func shell(_ command: String, in scratch: Scratch) throws -> Ended {
    try Sipas.run(
      ["-c", command], in: scratch.path, program: "/bin/sh",
      environment: ["SIPAS": Sipas.binary, "SURVEY": survey])
  }

  @Test(arguments: ["> /dev/full", ">&-"])
  func `a result that cannot be written is told, with exit code 74`(redirection: String) throws {
    let scratch = try Scratch()
    let ended = try shell("\"$SIPAS\" run \"$SURVEY\" --store s.sqlite \(redirection)", in: scratch)
    #expect(ended.code == 74)
    #expect(ended.errors.contains("không ghi được kết quả ra đầu ra chuẩn"))
    #expect(!ended.errors.contains("Fatal error"))
    let batches = try shell("\"$SIPAS\" batches --store s.sqlite --lang en", in: scratch)
    #expect(batches.code == 0 && batches.output.contains("responses.csv"))
  }

  @Test func `nobody to read the messages changes no result`() throws {
    let scratch = try Scratch()
    for closed in ["2>&-", "<&-", "<&- 2>&-", "2> /dev/full"] {
      let ended = try shell(
        "\"$SIPAS\" run \"$SURVEY\" --store s.sqlite --format json \(closed)", in: scratch)
      #expect(ended.code == 0)
      #expect(throws: Never.self) { try Results(ended.output) }
    }
  }

  @Test func `a reader that goes away ends the program, and the batch is whole`() throws {
    let scratch = try Scratch()
    let ended = try shell(
      "\"$SIPAS\" run \"$SURVEY\" --store s.sqlite --format json | head -c 10", in: scratch)
    #expect(ended.code == 0 && ended.output.utf8.count == 10)
    let again = try shell("\"$SIPAS\" run \"$SURVEY\" --store s.sqlite", in: scratch)
    #expect(again.code == 0)
  }

  @Test func `a disk that takes no more is told and the store stays as it was`() throws {
    let scratch = try Scratch()
    // 300 blocks of 512 bytes: room for the store's layout, not for a batch.
    let full = try shell(
      "ulimit -f 300; \"$SIPAS\" run \"$SURVEY\" --store s.sqlite --lang en", in: scratch)
    #expect(full.code == 74)
    #expect(full.errors.contains("store.file."))
    let batches = try shell("\"$SIPAS\" batches --store s.sqlite --lang en", in: scratch)
    #expect(batches.code == 0 && !batches.output.contains("responses.csv"))
    #expect(try shell("\"$SIPAS\" run \"$SURVEY\" --store s.sqlite", in: scratch).code == 0)
  }

  @Test func `folders, pipes, devices and names that cannot be are told apart`() throws {
    let scratch = try Scratch()
    let made = try shell(
      """
      mkdir folder.csv; mkfifo pipe.csv; ln -s /dev/zero endless.csv; ln -s loop.csv loop.csv
      cp "$(dirname "$SURVEY")/responses.csv" "$(printf 'b\\377.csv')"
      cp "$(dirname "$SURVEY")/responses.csv" "$(printf 'new\\nline\\033[31m.csv')"
      """, in: scratch)
    #expect(made.code == 0, "\(made.errors)")
    func importing(_ name: String) throws -> Ended {
      try shell(
        "\"$SIPAS\" import \(name) --survey \"$SURVEY\" --store s.sqlite --lang en", in: scratch)
    }
    let long = String(repeating: "a", count: 300) + ".csv"
    for (name, words) in [
      ("pipe.csv", "a pipe or a device"),
      ("endless.csv", "a pipe or a device"), ("loop.csv", "links that lead back"),
      (long, "a name that is too long"), ("\"$(printf 'b\\377.csv')\"", "rename the file"),
    ] {
      let ended = try importing(name)
      #expect(ended.code == 66, "\(name)")
      #expect(ended.errors.contains(words), "\(name): \(ended.errors)")
    }
    // A folder may hold submissions; this one holds none.
    let folder = try importing("folder.csv")
    #expect(folder.code == 65)
    #expect(folder.errors.contains("ingest.submission.none"))
    let odd = try importing("\"$(printf 'new\\nline\\033[31m.csv')\"")
    #expect(odd.code == 0, "\(odd.errors)")
    #expect(
      !(odd.output + odd.errors).contains("\u{1B}") && odd.output.contains("new␊line␛[31m.csv"))
  }
}

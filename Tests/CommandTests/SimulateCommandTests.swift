import Foundation
import Testing

@Suite struct SimulateCommandTests {
  /// The commands are those of the samples' READMEs.
  @Test(arguments: samples)
  func `the responses of a sample are made again byte by byte`(name: String) throws {
    let scratch = try Scratch()
    let readme = try String(
      contentsOfFile: projectRoot + "/samples/\(name)/README.md", encoding: .utf8)
    let line = try #require(
      readme.split(separator: "\n").first {
        $0.contains("sipas simulate ") && $0.contains("--seed")
      })
    let words = line.split(separator: " ").map(String.init)
    let start = try #require(words.firstIndex(of: "simulate"))
    var arguments = Array(words[start...])
    let output = try #require(arguments.firstIndex(of: "--output"))
    arguments[output + 1] = scratch.path + "/responses"
    let ended = try Sipas.run(arguments)
    #expect(ended.code == 0, "\(ended.errors)")
    #expect(readme.lowercased().contains("synthetic"))
    let made = try contents(of: scratch.path + "/responses")
    #expect(made == (try contents(of: projectRoot + "/samples/\(name)/responses")))
    #expect(!made.isEmpty)
  }
}

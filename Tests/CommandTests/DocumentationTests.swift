import Foundation
import Testing

@Suite struct DocumentationTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOfFile: projectRoot + "/" + name, encoding: .utf8)
  }

  @Test func `the README shows what the demo prints`() throws {
    let readme = try page("README.md")
    let golden = try page("Tests/CommandTests/Golden/demo-vi.txt")
    #expect(readme.contains("```\n$ ./scripts/demo\n" + golden.trimmingCharacters(in: .newlines)))
    #expect(readme.contains("./scripts/test"))
  }

  @Test func `CI runs the test command of the README and nothing else`() throws {
    let commands = try page(".ci/run").split(separator: "\n").filter {
      !$0.hasPrefix("#") && !$0.hasPrefix("set ") && !$0.hasPrefix("cd ")
    }
    #expect(commands == ["exec ./scripts/test"])
  }

  @Test func `the commands of the README end well`() throws {
    let scratch = try Scratch()
    var tried = 0
    for line in try page("README.md").split(separator: "\n") where line.hasPrefix("$ sipas ") {
      let words = line.dropFirst("$ sipas ".count).split(separator: " ").map { word in
        word.replacingOccurrences(of: "OUT/", with: scratch.path + "/")
      }
      let ended = try Sipas.run(words)
      #expect(ended.code == 0, "\(line): \(ended.errors)")
      tried += 1
    }
    #expect(tried >= 4)
  }

  @Test func `the commands of the page on reports end well, in their order`() throws {
    let scratch = try Scratch()
    var tried = 0
    for line in try page("docs/reports.md").split(separator: "\n")
    where line.hasPrefix("$ sipas ") {
      var words: [String] = []
      for (number, part) in line.dropFirst("$ sipas ".count).split(separator: "\"").enumerated() {
        // Every other part stands in quotation marks.
        words += number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
      let ended = try Sipas.run(
        words.map { $0.replacingOccurrences(of: "OUT/", with: scratch.path + "/") },
        environment: ["USER": "canbo"])
      #expect(ended.code == 0, "\(line): \(ended.errors)")
      tried += 1
    }
    #expect(tried >= 15)
  }

  @Test func `the generated pages are those of the program`() throws {
    let scratch = try Scratch()
    #expect(try Sipas.run(["generate-docs", scratch.path]).code == 0)
    for name in ["errors.md", "cli-reference.md"] {
      let made = try String(contentsOfFile: scratch.path + "/" + name, encoding: .utf8)
      #expect(made == (try page("docs/" + name)), "docs/\(name): run make docs")
    }
  }

  @Test func `no finding code has two meanings`() throws {
    let codes = try page("docs/errors.md").matches(of: /\n### `([a-z0-9.-]+)`/).map { $0.1 }
    #expect(codes.count > 100)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `every link between the pages leads to a file`() throws {
    let pages = try FileManager.default.subpathsOfDirectory(atPath: projectRoot).filter {
      $0.hasSuffix(".md") && !$0.hasPrefix(".")
    }
    #expect(pages.count > 8)
    for name in pages {
      let folder = (projectRoot + "/" + name as NSString).deletingLastPathComponent
      for link in try page(name).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
        let target = folder + "/" + link.1
        #expect(FileManager.default.fileExists(atPath: target), "\(name): \(link.1)")
      }
    }
  }
}

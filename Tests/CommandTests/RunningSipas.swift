import Foundation
import GoldenFiles
import Testing

/// The root of the project, found from this file.
let projectRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// What one run of the built program gave.
struct Ended {
  var code: Int32
  var output: String
  var errors: String
}

/// The built `sipas`, as a user runs it.
enum Sipas {
  static var binary: String {
    ProcessInfo.processInfo.environment["SIPAS_BINARY"] ?? projectRoot + "/.build/debug/sipas"
  }

  /// A started program whose output goes to files, so that no pipe can fill up.
  static func start(
    _ arguments: [String], in folder: String, scratch: String, program: String? = nil,
    environment: [String: String] = [:]
  ) throws -> (process: Process, output: String, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program ?? binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
    let name = scratch + "/" + UUID().uuidString
    for end in [".out", ".err"] {
      _ = FileManager.default.createFile(atPath: name + end, contents: nil)
    }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: name + ".out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: name + ".err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, name + ".out", name + ".err")
  }

  static func run(
    _ arguments: [String], in folder: String = projectRoot, program: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Ended {
    let scratch = try Scratch()
    let started = try start(
      arguments, in: folder, scratch: scratch.path, program: program, environment: environment)
    started.process.waitUntilExit()
    return Ended(
      code: started.process.terminationStatus,
      output: try String(contentsOfFile: started.output, encoding: .utf8),
      errors: try String(contentsOfFile: started.errors, encoding: .utf8))
  }
}

/// A folder of its own for one test, removed with it.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sipas-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws -> String {
    let file = path + "/" + name
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }
}

/// Compares with a golden file; RECORD_GOLDEN=1 writes it, a missing one fails.
func expectGolden(_ text: String, _ name: String) throws {
  if let problem = try compareWithGolden(Array(text.utf8), name, beside: #filePath) {
    Issue.record("\(problem)")
  }
}

/// Every file of a folder by relative path.
func contents(of folder: String) throws -> [String: Data] {
  var result: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
    if !isFolder.boolValue {
      result[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
  }
  return result
}

let samples = [
  "gia-lai-2021", "binh-thuan-2021-2025", "son-la-2024", "tien-giang-2020", "to-tung-2022",
]

func sample(_ name: String) -> String { projectRoot + "/samples/\(name)/survey.xml" }

import ArgumentParser
import Foundation
import Pipeline
import SurveyModel

extension Language: ExpressibleByArgument {}

extension ResponseFileFormat: ExpressibleByArgument {}

/// What a command prints on standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// How a table is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case csv
}

/// Options every command that reads a survey has.
struct SurveyOptions: ParsableArguments {
  @Argument(help: "Tệp khảo sát · the survey file", completion: .file(extensions: ["xml"]))
  var survey: String

  @OptionGroup var common: StoreOptions

  func session(requiresResponses: Bool = false, key: String? = nil) throws -> SurveySession {
    try stoppingInWords(common.lang) {
      try SurveySession(
        surveyPath: survey, storePath: common.store, requiresResponses: requiresResponses,
        invocation: invocation(key: key))
    }
  }
}

/// Where the store is and in which language to speak.
struct StoreOptions: ParsableArguments {
  @Option(help: "Kho dữ liệu; mặc định sipas.sqlite cạnh tệp khảo sát · the store file")
  var store: String?

  @Option(help: "Ngôn ngữ: vi hoặc en · language")
  var lang: Language = .vi
}

/// The clock, the user and the environment, read once here and nowhere else.
///
/// - Parameter key: The key file named on the command line; without one `SIPAS_KEY` names it.
/// - Returns: What the pipeline is to know of this call.
func invocation(key: String? = nil) -> Invocation {
  let formatter = ISO8601DateFormatter()
  formatter.timeZone = TimeZone(identifier: "UTC")
  let user = ProcessInfo.processInfo.environment["USER"] ?? NSUserName()
  let keyInEnvironment = ProcessInfo.processInfo.environment["SIPAS_KEY"] ?? ""
  return Invocation(
    now: formatter.string(from: Date()), user: user,
    keyPath: key ?? (keyInEnvironment.isEmpty ? nil : keyInEnvironment))
}

/// Runs a piece of the pipeline; a stop is printed in words on standard error and ends the program
/// with its exit code.
func stoppingInWords<Value>(_ language: Language, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let stop as RunStopped {
    printFindings(stop.findings, language: language)
    throw ExitCode(stop.exit.rawValue)
  }
}

/// Prints findings on standard error, at most `limit` of one code; the rest are counted.
func printFindings(_ findings: [Finding], language: Language, limit: Int = 20) {
  guard !findings.isEmpty else { return }
  printError(
    renderFindings(findings, language: language, limit: limit, inColour: isatty(2) == 1))
}

/// Width of the terminal, or the width of a printed page when there is none.
func terminalWidth() -> Int {
  var size = winsize()
  if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 60 {
    return Int(size.ws_col)
  }
  return 120
}

/// Colour only on a terminal, and never when the person has asked for none.
var wantsColour: Bool {
  isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
}

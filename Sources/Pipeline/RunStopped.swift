package import SurveyModel

/// The run cannot go on: why, and how the command line should end.
package struct RunStopped: Error, Sendable {
  /// Ends of the program, as in sysexits.h.
  package enum Exit: Int32, Sendable {
    case badData = 65
    case missingFile = 66
    case internalFault = 70
    case inputOutput = 74
  }

  package var findings: [Finding]
  package var exit: Exit

  package init(_ findings: [Finding], exit: Exit) {
    self.findings = findings
    self.exit = exit
  }
}

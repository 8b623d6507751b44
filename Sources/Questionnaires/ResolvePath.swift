import Foundation
import SurveyModel

/// The path a file names, seen from the folder of the file that names it.
///
/// - Parameters:
///   - reference: As written in `href`, `list`, `totals`.
///   - file: The path of the file that holds the reference.
/// - Returns: The path to open, and to show.
func resolvePath(_ reference: String, from file: String) -> String {
  let reference = reference.trimmingSpaces
  guard !reference.hasPrefix("/") else { return reference }
  let folder = (file as NSString).deletingLastPathComponent
  guard !folder.isEmpty else { return reference }
  let joined = (folder as NSString).appendingPathComponent(reference)
  // `samples/x/../../questionnaires/y.xml` reads better as `questionnaires/y.xml`. The two differ
  // when a folder is a symbolic link; then the path stays as it was joined.
  let simple = withoutParentSteps(joined)
  return FileManager.default.fileExists(atPath: simple) ? simple : joined
}

private func withoutParentSteps(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/", omittingEmptySubsequences: true) {
    if part == "." { continue }
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}

/// True for an existing file that is no folder.
func isExistingFile(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
}

/// True for `http:`, `file:` and the like: the product reads files beside the survey, no addresses.
func isAddress(_ reference: String) -> Bool {
  guard let colon = reference.firstIndex(of: ":") else { return false }
  let scheme = reference[..<colon]
  return scheme.count > 1 && scheme.allSatisfy { $0.isASCII && $0.isLetter }
}

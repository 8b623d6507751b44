import Glibc

/// The files a pattern of the survey file matches, sorted by name so that runs repeat exactly.
///
/// `*`, `?` and `[…]` are patterns; a name without them stands for itself.
///
/// - Parameter pattern: A resolved ``ResponseFilePattern/pattern``.
/// - Returns: The paths in byte order; empty when nothing matches. A folder is one only when it is
///   named without `*`, `?` or `[…]`.
package func filesMatching(_ pattern: String) -> [String] {
  var result = glob_t()
  defer { globfree(&result) }
  guard glob(pattern, GLOB_NOSORT, nil, &result) == 0, let paths = result.gl_pathv else {
    return []
  }
  let found = (0..<Int(result.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  // While a workbook is open, Excel keeps a file ~$NAME beside it that only says who has it open.
  let mayBeFolder = !pattern.contains { $0 == "*" || $0 == "?" || $0 == "[" }
  return found.filter {
    (isExistingFile($0) || mayBeFolder) && !fileName($0).hasPrefix("~$")
  }.sorted {
    Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
  }
}

/// The last part of a path.
private func fileName(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

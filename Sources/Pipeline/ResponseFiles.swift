import Glibc
import Questionnaires
import SurveyModel

/// A response file of a survey: where it is, and its name in results.
struct ResponseFile {
  /// To open it from the current folder.
  var path: String
  /// Relative to the folder of the survey file, so that results do not depend on where the
  /// program was started.
  var name: String
  var pattern: ResponseFilePattern
}

/// The files the survey's patterns match, each once, by pattern and then by name.
func responseFiles(of definition: SurveyDefinition) -> [ResponseFile] {
  let folder = folderOf(definition.file)
  var seen: Set<String> = []
  var files: [ResponseFile] = []
  for pattern in definition.responses {
    for path in filesMatching(pattern.pattern) where seen.insert(path).inserted {
      files.append(ResponseFile(path: path, name: relative(path, to: folder), pattern: pattern))
    }
  }
  return files
}

extension ResponseMapping {
  /// The mapping with the scale directions that are meant for a file.
  ///
  /// A direction names files as the survey's patterns do; where no file has that path, the name of
  /// the file alone decides, because responses may be imported from any folder.
  func applying(to file: ResponseFile) -> ResponseMapping {
    var applied = self
    applied.directions = directions.filter { direction in
      guard let pattern = direction.file else { return true }
      let matches = filesMatching(pattern)
      if !matches.isEmpty { return matches.contains { isSameFile($0, file.path) } }
      return fnmatch(lastPart(of: pattern), lastPart(of: file.path), 0) == 0
    }
    return applied
  }
}

private func lastPart(of path: String) -> String { String(path.dropFirst(folderOf(path).count)) }

private func isSameFile(_ left: String, _ right: String) -> Bool {
  var (one, other) = (stat(), stat())
  guard stat(left, &one) == 0, stat(right, &other) == 0 else { return left == right }
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino
}

/// The folder part of a path, with its slash; empty for a bare file name.
func folderOf(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

/// `path` without `folder` at its front.
func relative(_ path: String, to folder: String) -> String {
  !folder.isEmpty && path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
}

extension Finding {
  /// The finding with its file under another name.
  func renamingFile(_ rename: (String) -> String) -> Finding {
    var renamed = self
    renamed.place?.file = rename(place?.file ?? "")
    return renamed
  }
}

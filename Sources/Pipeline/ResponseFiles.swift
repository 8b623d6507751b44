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

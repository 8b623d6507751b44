import Foundation
package import SurveyModel

/// Reads the bytes of an XML file, refusing before it reads what is missing, no file, or too large.
///
/// - Parameters:
///   - path: As the user gave it; it stands in the finding unchanged.
///   - limits: Of which the number of bytes counts here.
/// - Returns: The content, or the finding that says why there is none.
package func readXMLFile(
  at path: String, limits: XMLLimits = .standard
) -> Result<[UInt8], XMLFileError> {
  let place = SourceLocation(file: path)
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    return .failure(XMLFileError(finding: .missingFile(at: place)))
  }
  guard !isFolder.boolValue, isRegularFile(path), let handle = FileHandle(forReadingAtPath: path)
  else {
    return .failure(XMLFileError(finding: .unreadableFile(at: place)))
  }
  defer { try? handle.close() }
  do {
    // One byte more than allowed is enough to know; a file that grows meanwhile is caught too.
    let data = try handle.read(upToCount: limits.bytes + 1) ?? Data()
    guard data.count <= limits.bytes else {
      return .failure(XMLFileError(finding: .fileTooLarge(limit: limits.bytes, at: place)))
    }
    return .success(Array(data))
  } catch {
    return .failure(XMLFileError(finding: .unreadableFile(at: place)))
  }
}

/// The finding of a file that could not be read at all.
package struct XMLFileError: Error {
  package let finding: Finding
}

/// A named pipe or device would block the reader for ever.
private func isRegularFile(_ path: String) -> Bool {
  let resolved = (path as NSString).resolvingSymlinksInPath
  let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
  return attributes?[.type] as? FileAttributeType == .typeRegular
}

import DelimitedText
import SurveyModel

/// Whether the file or folder at `path` is no longer the one whose digest was taken.
///
/// A file is opened several times on the way from its digest to its last row. When its state is the
/// same at both ends, all of that was one content, and the digest is the digest of what was read.
///
/// - Parameters:
///   - path: The file.
///   - content: Its digest, taken before anything else was read of it.
///   - name: Its name in the finding.
/// - Returns: What to tell of a file that changed, `nil` while it is the same.
func changedFile(_ path: String, since content: FileDigest, name: String) -> Finding? {
  var isSame = true
  if let state = content.state { isSame = (try? ByteFile(path: path).state) == state }
  // Two changes within one step of the file system's clock leave the same time. Digesting a longer
  // file takes longer than such a step, so that a change after it cannot hide behind one before.
  // A folder has no state of its own.
  if isSame && (content.state == nil || content.byteCount <= 32 << 20) {
    isSame = (try? digest(ofFile: path))?.sha256 == content.sha256
  }
  guard !isSame else { return nil }
  return Finding(
    IngestionCodes.changed, at: SourceLocation(file: name),
    message: LocalizedText(
      vi: "tệp thay đổi trong khi đang được đọc", en: "the file changed while it was being read"),
    remedy: LocalizedText(
      vi: "chờ chương trình đang ghi tệp (sao chép, đồng bộ, xuất dữ liệu) xong rồi nhập lại",
      en: "wait until the program that writes the file (copy, sync, export) is done, then import "
        + "it again"))
}

import CLibCrypto
import Foundation

/// Says in the file itself what it is.
private let explanation = """
  # Khóa tạo bí danh của chương trình sipas. Giữ bí mật, cất riêng khỏi kho dữ liệu và có bản sao lưu:
  # mất khóa thì không nhận lại được người đã trả lời; lộ khóa thì dò ra được số điện thoại từ bí danh.
  # Key of the pseudonyms of the program sipas. Keep it secret, apart from the store, and backed up:
  # without it nobody is recognised again; with it telephone numbers can be guessed from pseudonyms.

  """

/// Makes a key of random bytes of the kernel and writes it to a new file that its owner alone may
/// read.
///
/// - Throws: ``KeyFault/exists`` when anything stands at `path`, a broken link too, and
///   ``KeyFault/notWritten(reason:)``; no half file is left.
package func makeKeyFile(at path: String) throws(KeyFault) {
  var bytes = [UInt8](repeating: 0, count: PseudonymKey.length)
  guard sipas_random(&bytes, bytes.count) != 0 else { throw .noCryptography }
  let text = Array((explanation + Data(bytes).base64EncodedString() + "\n").utf8)
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    throw errno == EEXIST ? .exists : .notWritten(reason: reasonOfErrno())
  }
  var written = 0
  while written < text.count {
    let count = text[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { break }
    written += count
  }
  let isWhole = written == text.count && fsync(descriptor) == 0
  let reason = isWhole ? "" : reasonOfErrno()
  close(descriptor)
  guard isWhole else {
    unlink(path)
    throw .notWritten(reason: reason)
  }
}

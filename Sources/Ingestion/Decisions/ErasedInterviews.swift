import CLibCrypto

/// Recognises interviews that were erased, of which only digests are kept.
package struct ErasedInterviews: Sendable {
  /// 32 random bytes of the store.
  private let key: [UInt8]
  private let survey: String
  private let digests: Set<[UInt8]>

  package init(key: [UInt8], survey: String, digests: Set<[UInt8]>) {
    self.key = key
    self.survey = survey
    self.digests = digests
  }

  package var isEmpty: Bool { digests.isEmpty }

  /// SHA-256 of the key, the survey's id, a zero byte and the interview's id; `nil` when the
  /// cryptographic library refuses to work.
  package func digest(of id: some Sequence<UInt8>) -> [UInt8]? {
    guard let context = sipas_sha256_begin() else { return nil }
    let message = key + Array(survey.utf8) + [0] + Array(id)
    guard sipas_sha256_update(context, message, message.count) != 0 else {
      sipas_sha256_cancel(context)
      return nil
    }
    var digest = [UInt8](repeating: 0, count: 32)
    return sipas_sha256_end(context, &digest) != 0 ? digest : nil
  }

  /// True for the id of an interview that was erased.
  package func contains(_ id: some Sequence<UInt8>) -> Bool {
    guard let digest = digest(of: id) else { return false }
    return digests.contains(digest)
  }
}

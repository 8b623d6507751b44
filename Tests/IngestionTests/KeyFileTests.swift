import Foundation
import Testing

@testable import Ingestion

/// Key files: made once, read with care.
struct KeyFileTests {
  private final class Folder {
    let path = NSTemporaryDirectory() + "/sipas-key-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, mode: Int = 0o600) throws -> String {
      let file = path + "/\(UUID().uuidString).key"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      return file
    }
  }

  private func fault(_ path: String, store: String? = nil) -> KeyFault? {
    do throws(KeyFault) {
      _ = try readKeyFile(at: path, store: store)
      return nil
    } catch {
      return error
    }
  }

  /// 32 zero bytes.
  private static let zeros = String(repeating: "A", count: 43) + "="

  @Test func `A new key is random, explained in both languages, for its owner alone`() throws {
    let folder = try Folder()
    let paths = ["/one.key", "/two.key"].map { folder.path + $0 }
    for path in paths { try makeKeyFile(at: path) }
    let keys = try paths.map { try readKeyFile(at: $0, store: nil) }
    #expect(keys[0] != keys[1] && keys[0].fingerprint != keys[1].fingerprint)
    #expect(try readKeyFile(at: paths[0], store: nil) == keys[0])
    let attributes = try FileManager.default.attributesOfItem(atPath: paths[0])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let text = try String(contentsOfFile: paths[0], encoding: .utf8)
    #expect(text.contains("# Khóa tạo bí danh") && text.contains("# Key of the pseudonyms"))
  }

  @Test func `What stands there is never overwritten`() throws {
    let folder = try Folder()
    let file = try folder.write("")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/nowhere")
    for path in [file, link, folder.path] {
      #expect(throws: KeyFault.exists) { try makeKeyFile(at: path) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/nowhere"))
    #expect(throws: KeyFault.self) { try makeKeyFile(at: folder.path + "/no/folder.key") }
  }

  @Test func `Keys written by editors of other systems are read`() throws {
    let folder = try Folder()
    let plain = try readKeyFile(at: try folder.write(Self.zeros), store: nil)
    let windows = try folder.write("\u{FEFF}# chú thích\r\n\r\n  \(Self.zeros)  \r\n")
    #expect(try readKeyFile(at: windows, store: nil) == plain)
    #expect(fault(try folder.write(Self.zeros, mode: 0o400)) == nil)
  }

  @Test func `Every fault of a key file has its name`() throws {
    let folder = try Folder()
    #expect(fault(folder.path + "/none.key") == .missing)
    #expect(fault(folder.path) == .damaged)
    #expect(fault("/dev/zero") == .damaged)
    #expect(fault(try folder.write(Self.zeros, mode: 0o640)) == .openToOthers(mode: 0o640))
    #expect(fault(try folder.write(Self.zeros, mode: 0o604)) == .openToOthers(mode: 0o604))
    // 31 zero bytes.
    #expect(fault(try folder.write(String(repeating: "A", count: 42) + "==")) == .tooShort(31))
    for text in [
      "", "# chỉ có chú thích\n", "không phải base64", Self.zeros + "\n" + Self.zeros,
      String(Self.zeros.dropLast()), Self.zeros + Self.zeros + "!", "\0\0\0",
      String(repeating: "A", count: 8000),
    ] {
      #expect(fault(try folder.write(text)) == .damaged, "\(text.prefix(20))")
    }
    let store = try folder.write("SQLite format 3", mode: 0o644)
    #expect(fault(store, store: store) == .isTheStore)
    let link = folder.path + "/link.key"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store)
    #expect(fault(link, store: store) == .isTheStore)
  }

  @Test func `No message shows what stands in the file`() throws {
    let folder = try Folder()
    let secret = "c2VjcmV0c2VjcmV0"
    let path = try folder.write(secret)
    let found = try #require(fault(path))
    #expect(found == .tooShort(12))
    #expect(!String(describing: found.finding(file: path)).contains(secret))
  }
}

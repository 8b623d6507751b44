import XML

/// The texts that the cells of a workbook share, in one stretch of memory.
package struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Ends of the texts; a text begins where the one before it ends.
  private(set) var ends: [UInt32] = []

  package var count: Int { ends.count }

  /// Gives the bytes of a text to `body`.
  ///
  /// - Precondition: `0 <= number < count`.
  package func withText<Result>(
    _ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    let end = Int(ends[number])
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  mutating func close() {
    let start = Int(ends.last ?? 0)
    unescapeText(&bytes, from: start)
    ends.append(UInt32(bytes.count))
  }
}

/// Collects the table of shared strings; readings of East Asian words (`rPh`) are left out.
final class SharedStringsHandler: XMLStreamHandler {
  private(set) var strings = SharedStrings()
  private(set) var isTooLarge = false
  private var isInItem = false
  private var isText = false
  private var phonetics = 0

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    if name == "si" {
      isInItem = true
    } else if name == "rPh" {
      phonetics += 1
    } else if name.isSingle(0x74) {
      isText = isInItem && phonetics == 0
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText, !isTooLarge else { return }
    strings.append(bytes)
    isTooLarge = strings.bytes.count > SpreadsheetLimits.sharedBytes
  }

  func end(_ name: XMLStreamName) {
    if name == "si" {
      isInItem = false
      strings.close()
      if strings.count >= SpreadsheetLimits.sharedStrings { isTooLarge = true }
    } else if name == "rPh" {
      phonetics -= 1
    } else if name.isSingle(0x74) {
      isText = false
    }
  }
}

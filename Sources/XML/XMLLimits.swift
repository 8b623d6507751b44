/// How large and how deep an XML file may be before it is refused.
///
/// The files of the trade are written by people: a few hundred elements, six levels deep. The
/// limits leave a wide margin and still keep any hostile file from costing time or memory.
package struct XMLLimits: Sendable, Hashable {
  package var bytes: Int
  package var depth: Int
  package var elements: Int
  package var attributesPerElement: Int
  /// Bytes of one attribute value as written in the file.
  package var attributeLength: Int

  package init(
    bytes: Int = 16 << 20, depth: Int = 100, elements: Int = 50_000,
    attributesPerElement: Int = 64, attributeLength: Int = 65_536
  ) {
    self.bytes = bytes
    self.depth = depth
    self.elements = elements
    self.attributesPerElement = attributesPerElement
    self.attributeLength = attributeLength
  }

  package static let standard = XMLLimits()
}

import DelimitedText
import XML

/// Finds the submissions in an XML document and tells a builder of them.
///
/// A submission is the outermost element with an attribute `id`, which every form of ODK gives its
/// root; or an item of a list (`<results>`, `<list-item>`) as KoboToolbox exports them; or, where a
/// document has neither, its root. Prefixes do not matter.
final class XMLSubmissions: XMLStreamHandler {
  /// How deep the root of a submission may stand: `<submission><data><form id="…">`.
  private static let deepestRoot = 4

  private let builder: SubmissionBuilder
  private let document: Int
  /// True where the root element is the submission, whatever it looks like.
  private let takesRoot: Bool
  /// Set by the owner once the stream is made.
  unowned var stream: XMLStream?

  /// Submissions found.
  private(set) var found = 0
  /// A form definition (`<h:html>`), not a submission.
  private(set) var isBlankForm = false
  /// What a list of KoboToolbox says of its other pages.
  private(set) var page = ListPage()

  private var outerDepth = 0
  private var listDepth = 0
  /// Elements inside one that is passed over, itself included.
  private var skipped = 0
  private var isListItem = false
  private var path: [SubmissionNode] = []
  private var isLeaf = false
  private var leafPlace = CellPlace()
  private var text: [UInt8] = []
  private var outerName = ""

  init(_ builder: SubmissionBuilder, document: Int, takesRoot: Bool) {
    self.builder = builder
    self.document = document
    self.takesRoot = takesRoot
  }

  private var place: CellPlace {
    guard let place = stream?.place else { return CellPlace() }
    return CellPlace(line: place.line, column: place.column)
  }

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    if skipped > 0 {
      skipped += 1
    } else if path.isEmpty {
      beginOutside(name, attributes)
    } else {
      beginInside(name, attributes)
    }
  }

  private func beginOutside(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    outerDepth += 1
    if outerDepth == 1, name == "html" {
      isBlankForm = true
      skipped = 1
      return
    }
    let isItem = name == "list-item" || (listDepth > 0 && outerDepth == listDepth + 1)
    let isForm = outerDepth <= Self.deepestRoot && attributes.text("id") != nil
    if isForm || isItem || (takesRoot && outerDepth == 1) {
      isListItem = isItem && !isForm
      beginSubmission(name, attributes)
    } else {
      if name == "results", listDepth == 0 { listDepth = outerDepth }
      outerName = outerDepth == 2 ? name.text : ""
      text.removeAll(keepingCapacity: true)
    }
  }

  private func beginSubmission(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    builder.begin(document: document, at: place)
    found += 1
    builder.head.formID = attributes.text("id") ?? (isListItem ? "" : name.text)
    builder.head.formVersion = attributes.text("version") ?? ""
    builder.head.instanceID = attributes.text("instanceID") ?? ""
    if attributes.text("encrypted") == "yes" { builder.fail(.encrypted) }
    path = [builder.tree.root]
    isLeaf = false
  }

  private func beginInside(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    if isListItem, path.count == 1, attributes.text("id") != nil {
      // The item of the list holds the submission itself.
      builder.abandon()
      found -= 1
      isListItem = false
      outerDepth += 1
      beginSubmission(name, attributes)
      return
    }
    let node = name.withBytes { bytes -> SubmissionNode? in
      guard builder.tree.admits(bytes, below: path[path.count - 1]) else {
        builder.fail(.tooLong, at: place)
        return nil
      }
      return builder.tree.child(of: path[path.count - 1], named: bytes)
    }
    guard let node, node.metIn != builder.count else {
      node?.isRepeat = true
      skipped = 1
      isLeaf = false
      return
    }
    node.metIn = builder.count
    path.append(node)
    isLeaf = true
    leafPlace = place
    text.removeAll(keepingCapacity: true)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    guard text.count + bytes.count <= TextLimits.record else {
      return builder.fail(.tooLong, at: leafPlace)
    }
    if path.isEmpty ? !outerName.isEmpty : isLeaf { text.append(contentsOf: bytes) }
  }

  func end(_ name: XMLStreamName) {
    if skipped > 0 {
      skipped -= 1
      if skipped == 0, path.isEmpty { outerDepth -= 1 }
      return
    }
    guard !path.isEmpty else { return endOutside() }
    let node = path.removeLast()
    if path.isEmpty {
      builder.end()
      outerDepth -= 1
      return
    }
    if isLeaf { text.withUnsafeBufferPointer { builder.leaf(node, $0, at: leafPlace) } }
    isLeaf = false
  }

  private func endOutside() {
    if outerName == "count" {
      page.count = Int(String(decoding: trimmed(Array(text.prefix(20))), as: UTF8.self))
    } else if outerName == "next" {
      page.hasMore = !trimmed(Array(text.prefix(200))).isEmpty
    }
    outerName = ""
    if outerDepth == listDepth { listDepth = 0 }
    outerDepth -= 1
  }
}

/// What a list of submissions says of itself: KoboToolbox gives long lists in pages.
struct ListPage {
  var count: Int?
  var hasMore = false
}

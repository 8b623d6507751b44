import DelimitedText
import JSONText

/// Finds the submissions in a JSON text and tells a builder of them.
///
/// A submission is an object at the outermost level (one per line), or in an array there, or in the
/// array `results` of KoboToolbox's API or `value` of ODK Central's. Objects inside are groups;
/// objects in arrays are repeats, of which no interview can be made; several values in an array are
/// written with blanks between them, as ODK writes the answers to a question with several.
final class JSONSubmissions: JSONStreamHandler {
  private let builder: SubmissionBuilder
  private let document: Int
  /// Set by the owner once the stream is made.
  unowned var stream: JSONStream?

  /// Submissions found.
  private(set) var found = 0
  /// Set by a value that is neither a submission nor a list of them.
  private(set) var holdsOther = false
  private(set) var page = ListPage()

  /// Arrays and objects around the submission: the list and the object that holds it.
  private var outerDepth = 0
  private var isWrapper = false
  /// The last name in the object that holds the list.
  private var outerName = ""
  /// True while the object could still turn out to hold the list.
  private var mayWrap = false
  private var path: [SubmissionNode] = []
  /// The node whose value comes next, `nil` for one that is passed over.
  private var node: SubmissionNode?
  /// Arrays and objects inside one that is passed over, itself included.
  private var skipped = 0
  private var isInList = false
  private var list: [UInt8] = []
  private var valuePlace = CellPlace()

  init(_ builder: SubmissionBuilder, document: Int) {
    self.builder = builder
    self.document = document
  }

  private var place: CellPlace {
    guard let stream else { return CellPlace() }
    return CellPlace(line: stream.line, column: stream.column)
  }

  func beginObject() {
    if skipped > 0 {
      skipped += 1
    } else if path.isEmpty, isWrapper, outerDepth == 1 {
      skipped = 1
    } else if path.isEmpty {
      builder.begin(document: document, at: place)
      found += 1
      path = [builder.tree.root]
      mayWrap = outerDepth == 0
    } else if let node, !isInList {
      node.metIn = builder.count
      path.append(node)
    } else {
      if isInList { node?.isRepeat = true }
      skipped = 1
    }
  }

  func endObject() {
    if skipped > 0 {
      skipped -= 1
    } else if !path.isEmpty {
      path.removeLast()
      if path.isEmpty { builder.end() }
    } else {
      outerDepth -= 1
      isWrapper = false
    }
  }

  func beginArray() {
    if skipped > 0 {
      skipped += 1
    } else if path.isEmpty {
      if outerDepth > 0 && !(isWrapper && Self.isListName(outerName)) {
        skipped = 1
        if !isWrapper { holdsOther = true }
      } else {
        outerDepth += 1
      }
    } else if path.count == 1, mayWrap, Self.isListName(outerName) {
      // The object is no submission: it holds them.
      builder.abandon()
      found -= 1
      path = []
      isWrapper = true
      outerDepth = 2
    } else if let node, !isInList, !(node.isAside && path.count == 1) {
      isInList = true
      list.removeAll(keepingCapacity: true)
      valuePlace = place
    } else {
      if isInList { node?.isRepeat = true }
      skipped = 1
    }
  }

  func endArray() {
    if skipped > 0 {
      skipped -= 1
    } else if path.isEmpty {
      outerDepth -= 1
    } else {
      isInList = false
      if let node { list.withUnsafeBufferPointer { builder.leaf(node, $0, at: valuePlace) } }
    }
  }

  func key(_ name: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    if path.isEmpty || (path.count == 1 && mayWrap) {
      outerName = String(decoding: name.prefix(40), as: UTF8.self)
      if path.isEmpty { return }
      mayWrap = Self.isPageName(outerName) || Self.isListName(outerName)
    }
    valuePlace = place
    node = nil
    guard builder.tree.admits(name, below: path[path.count - 1]) else {
      return builder.fail(.tooLong, at: place)
    }
    node = builder.tree.child(of: path[path.count - 1], named: name)
    guard let node else { return }
    if node.metIn == builder.count {
      builder.fail(.repeatedName(path: node.path), at: place)
      self.node = nil
    } else {
      node.metIn = builder.count
    }
  }

  func scalar(_ kind: JSONScalar, _ text: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0 else { return }
    if path.isEmpty || (path.count == 1 && mayWrap) { notePage(kind, text) }
    guard !path.isEmpty else {
      if !isWrapper { holdsOther = true }
      return
    }
    guard let node else { return }
    if isInList {
      guard list.count + text.count < TextLimits.record else {
        return builder.fail(.tooLong, at: valuePlace)
      }
      if kind == .null { return }
      if !list.isEmpty { list.append(0x20) }
      list.append(contentsOf: text)
    } else if kind == .null {
      builder.leaf(node, UnsafeBufferPointer(rebasing: text[..<0]), at: place)
    } else {
      builder.leaf(node, kind == .number ? whole(text) : text, at: place)
    }
  }

  /// A whole number without the `.0` some programs write: `1.0` is the code 1.
  private func whole(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let point = text.firstIndex(of: 0x2E), point + 1 < text.count,
      text[(point + 1)...].allSatisfy({ $0 == 0x30 })
    else { return text }
    return UnsafeBufferPointer(rebasing: text[..<point])
  }

  private func notePage(_ kind: JSONScalar, _ text: UnsafeBufferPointer<UInt8>) {
    switch outerName {
    case "count", "@odata.count": page.count = Int(String(decoding: text, as: UTF8.self))
    case "next", "@odata.nextLink": page.hasMore = kind == .string && !text.isEmpty
    default: break
    }
  }

  private static func isListName(_ name: String) -> Bool { name == "results" || name == "value" }

  /// What may stand before the list in the object that holds it.
  private static func isPageName(_ name: String) -> Bool {
    name == "count" || name == "next" || name == "previous" || name.hasPrefix("@odata.")
  }
}

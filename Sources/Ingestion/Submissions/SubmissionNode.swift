import DelimitedText

/// An element of submissions, or a member of JSON objects: a node in the tree of their paths.
///
/// The tree is made while the submissions are read and shared by all of them, so that an element is
/// looked up once, by what follows the one before it.
final class SubmissionNode {
  /// What a node of the platforms themselves says.
  enum Role {
    case answer
    /// `meta/instanceID`, given to the submission by the device.
    case instanceID
    /// `meta/deprecatedID`: that of the version this one replaces.
    case deprecatedID
    /// `meta/rootUuid`: that of the first version, as newer KoboToolbox keeps it.
    case rootID
    /// `_uuid` of KoboToolbox, `__id` of ODK Central: the same as the instance id.
    case serverID
    case formID
    case formVersion
  }

  /// `access/A1`, without the root element.
  let path: String
  /// In the order in which the nodes were met.
  let number: Int
  let role: Role
  /// Written by a platform, not by a person: `_submission_time`, `meta/…`, `formhub/uuid`.
  let isAside: Bool
  private let name: [UInt8]
  private(set) var children: [SubmissionNode] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var predicted = 0

  /// The submission it was last met in.
  var metIn = 0
  /// Held a value, or nothing, but no other nodes.
  var isLeaf = false
  /// Stood several times under one parent, or in a list.
  var isRepeat = false
  /// Stands below a repeat.
  var isInRepeat = false
  /// The forms it was met in, one bit each.
  var forms: UInt64 = 0
  /// Column of the records, -1 for none.
  var column = -1

  init(name: [UInt8], parent: SubmissionNode?, number: Int) {
    self.name = name
    self.number = number
    let text = String(decoding: name, as: UTF8.self)
    let above = parent?.path ?? ""
    path = above.isEmpty ? text : "\(above)/\(text)"
    role = Self.role(of: path)
    isAside =
      path.hasPrefix("_") || path == "meta" || path.hasPrefix("meta/") || path.hasPrefix("formhub/")
      || path == "instanceID"
  }

  private static func role(of path: String) -> Role {
    switch path {
    case "meta/instanceID", "instanceID": .instanceID
    case "meta/deprecatedID": .deprecatedID
    case "meta/rootUuid": .rootID
    case "_uuid", "__id": .serverID
    case "_xform_id_string": .formID
    case "__version__": .formVersion
    default: .answer
    }
  }

  /// The child of a name, made by `make` when it is new.
  fileprivate func child(
    _ name: UnsafeBufferPointer<UInt8>, make: ([UInt8]) -> SubmissionNode?
  ) -> SubmissionNode? {
    if predicted < children.count, children[predicted].isNamed(name) {
      predicted += 1
      return children[predicted - 1]
    }
    let key = Array(name)
    if let known = numbers[key] {
      predicted = known + 1
      return children[known]
    }
    guard let made = make(key) else { return nil }
    numbers[key] = children.count
    children.append(made)
    predicted = children.count
    return made
  }

  private func isNamed(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count == other.count else { return false }
    for index in 0..<name.count where name[index] != other[index] { return false }
    return true
  }
}

/// The paths of all submissions of a file.
final class SubmissionTree {
  let root = SubmissionNode(name: [], parent: nil, number: 0)
  /// In the order in which they were met; the root is not among them.
  private(set) var nodes: [SubmissionNode] = []

  /// More nodes than any questionnaire has.
  var isTooLarge: Bool { nodes.count >= 2 * TextLimits.columns }

  /// Bytes of a path.
  ///
  /// Every node keeps its own: without a limit one long name above many short ones
  /// would fill the memory.
  private static let longestPath = 4_096

  /// True for a name that may be looked up below a node.
  func admits(_ name: UnsafeBufferPointer<UInt8>, below parent: SubmissionNode) -> Bool {
    parent.path.utf8.count + name.count < Self.longestPath
  }

  /// The child of a name that is admitted; `nil` when there are too many nodes already.
  ///
  /// A name with `/` is a path, as KoboToolbox writes it in JSON.
  func child(
    of parent: SubmissionNode, named name: UnsafeBufferPointer<UInt8>
  ) -> SubmissionNode? {
    parent.child(name) { key in
      var above = parent
      let parts = key.split(separator: 0x2F, omittingEmptySubsequences: false)
      if parts.count > 1, parts.count <= 64, !parts.contains(where: \.isEmpty) {
        for part in parts.dropLast() {
          guard let next = Array(part).withUnsafeBufferPointer({ child(of: above, named: $0) })
          else { return nil }
          above = next
        }
        return Array(parts[parts.count - 1]).withUnsafeBufferPointer { child(of: above, named: $0) }
      }
      guard !isTooLarge else { return nil }
      let made = SubmissionNode(name: key, parent: parent, number: nodes.count)
      nodes.append(made)
      return made
    }
  }
}

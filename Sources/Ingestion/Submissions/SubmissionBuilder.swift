import DelimitedText

/// Receives submissions one at a time.
protocol SubmissionSink: AnyObject {
  /// Called when a submission ends; what the builder holds is valid during the call.
  func take(_ submission: SubmissionBuilder)
}

/// The submission being read.
final class SubmissionBuilder {
  let tree = SubmissionTree()
  unowned var sink: any SubmissionSink
  private(set) var isOpen = false
  /// Submissions begun, that one included.
  private(set) var count = 0
  var head = SubmissionHead()
  /// The leaves met, in order.
  private(set) var leaves: [SubmissionNode] = []
  /// Text of the cells, one after the other.
  private(set) var text: [UInt8] = []
  /// Where in ``text`` the cell of a column stands; empty where there is none.
  private(set) var cells: [Range<Int>] = []
  private(set) var places: [CellPlace] = []

  init(sink: any SubmissionSink) { self.sink = sink }

  /// Columns to be kept from now on.
  func keep(columns: Int) {
    cells = [Range<Int>](repeating: 0..<0, count: columns)
    places = [CellPlace](repeating: CellPlace(), count: columns)
  }

  func begin(document: Int, at place: CellPlace) {
    if isOpen { abandon() }
    isOpen = true
    count += 1
    head = SubmissionHead(document: document, place: place)
    leaves.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    for column in cells.indices {
      cells[column] = 0..<0
      places[column] = place
    }
  }

  /// Forgets the submission that was begun: it was something else.
  func abandon() { isOpen = false }

  func end() {
    guard isOpen else { return }
    isOpen = false
    sink.take(self)
  }

  /// Notes the first fault of the submission.
  func fail(_ fault: SubmissionFault, at place: CellPlace? = nil) {
    guard head.fault == nil else { return }
    head.fault = fault
    head.faultPlace = place
  }

  /// A value, at a leaf of the tree.
  func leaf(_ node: SubmissionNode, _ value: UnsafeBufferPointer<UInt8>, at place: CellPlace) {
    node.isLeaf = true
    leaves.append(node)
    if node.role != .answer { note(value, as: node.role) }
    guard node.column >= 0, node.column < cells.count else { return }
    guard text.count + value.count <= TextLimits.record else { return fail(.tooLong, at: place) }
    let start = text.count
    text.append(contentsOf: value)
    cells[node.column] = start..<text.count
    places[node.column] = place
  }

  private func note(_ value: UnsafeBufferPointer<UInt8>, as role: SubmissionNode.Role) {
    let content = trimmed(Array(value.prefix(InterviewIDColumn.longest)))
    guard !content.isEmpty else { return }
    let text = String(decoding: content, as: UTF8.self)
    switch role {
    case .answer: break
    case .instanceID: head.instanceID = text
    case .deprecatedID: head.deprecatedID = text
    case .rootID: head.rootID = text
    case .serverID: head.serverID = text
    case .formID: head.formID = text
    case .formVersion: head.formVersion = text
    }
  }
}

import XML

/// Passes the elements of a sheet to its state.
///
/// The state is held by address: going through the object would cost an access check per cell.
final class SheetHandler: XMLStreamHandler {
  let state: UnsafeMutablePointer<SheetState>

  init(forms: [NumberForm], sharedCount: Int, uses1904: Bool) {
    state = .allocate(capacity: 1)
    state.initialize(
      to: SheetState(forms: forms, sharedCount: sharedCount, uses1904: uses1904))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func begin(_ name: XMLStreamName, _ attributes: XMLStreamAttributes) {
    state.pointee.begin(name, attributes)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if state.pointee.isText { state.pointee.take(bytes) }
  }

  func end(_ name: XMLStreamName) { state.pointee.end(name) }
}

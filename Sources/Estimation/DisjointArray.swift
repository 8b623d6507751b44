/// Plain memory that several threads fill at once, each its own elements.
///
/// A Swift array cannot be written from two threads even at different places; this can, as long as
/// no element is written by two of them. All parallel work of the module goes through it, and each
/// element is computed in one place in a fixed order, so the number of threads changes no bit.
final class DisjointArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let elements: UnsafeMutableBufferPointer<Element>

  init(repeating element: Element, count: Int) {
    elements = .allocate(capacity: count)
    elements.initialize(repeating: element)
  }

  deinit {
    elements.deallocate()
  }

  subscript(_ index: Int) -> Element { elements[index] }
}

/// The value that a JSON pointer (RFC 6901) names in parsed JSON; `nil` where there is none.
package func value(at pointer: String, in document: Any) -> Any? {
  guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
  var value: Any? = document
  for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
    let name = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
    if let object = value as? [String: Any] {
      value = object[name]
    } else if let array = value as? [Any], let place = Int(name), array.indices.contains(place) {
      value = array[place]
    } else {
      return nil
    }
  }
  return value
}

/// True when a value of parsed JSON is this number.
///
/// Foundation reads numbers by way of decimal arithmetic, which may miss the last bits of a double.
package func isSame(_ value: Any?, as number: Double) -> Bool {
  guard let found = value as? Double else { return false }
  return (found - number).magnitude <= 1e-14 * number.magnitude
}

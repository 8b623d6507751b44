import FuzzReaders
import Glibc

/// The reader that `SIPAS_FUZZ_READER` names.
private let reader: FuzzedReader = {
  let name = getenv("SIPAS_FUZZ_READER").map { String(cString: $0) } ?? ""
  guard let reader = FuzzedReader.all.first(where: { $0.name == name }) else {
    fatalError("SIPAS_FUZZ_READER names one of \(FuzzedReader.all.map(\.name))")
  }
  return reader
}()

/// What libFuzzer calls with every input it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let faults = reader.check(Array(UnsafeBufferPointer(start: start, count: count)))
  if !faults.isEmpty { fatalError("\(reader.name): \(faults.joined(separator: "; "))") }
  return 0
}

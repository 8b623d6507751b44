extension FuzzedReader {
  /// A file of SPSS or Stata.
  ///
  /// ReadStat is not compiled with the fuzzer: only its calls of memory
  /// are watched, and what is made of its answers.
  static let statisticalFile = FuzzedReader("statistical-file") { bytes in
    let file = MemoryFile(bytes)
    return withExtendedLifetime(file) { faultsOfReading(file.path, byteCount: bytes.count) }
  }
}

internal import Glibc

/// Asks the kernel for the memory of a long array at once, in large pages where it has them.
///
/// Touching fresh memory page by page costs as much as reading a whole survey from the store. Only
/// advice: where the kernel does not know it, the pages come one by one as ever.
func prepareMemory(_ buffer: UnsafeMutableRawBufferPointer) {
  let hugePage = 2 << 20
  let page = sysconf(Int32(_SC_PAGESIZE))
  guard let start = buffer.baseAddress, buffer.count >= 64 * page else { return }
  let first = UnsafeMutableRawPointer(
    bitPattern: (UInt(bitPattern: start) + UInt(page - 1)) & ~UInt(page - 1))
  let length = (buffer.count - page) & ~(page - 1)
  if buffer.count >= 2 * hugePage { madvise(first, length, MADV_HUGEPAGE) }
  // MADV_POPULATE_WRITE, since Linux 5.14; not in every C library's header.
  madvise(first, length, 23)
}

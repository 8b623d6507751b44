import Foundation
import Pipeline

/// Makes the three standard streams safe to write to; called before anything else.
func prepareStandardStreams() {
  // A stream that the caller closed leaves its number to the next file that is opened, which would
  // then be written into as if it were the screen. Taken by a file that may not be written, its use
  // fails as it should.
  for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
    _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
  }
  // A file that grows beyond what the system allows is a fault to be told, not the end.
  signal(SIGXFSZ, SIG_IGN)
}

/// Writes to standard error; where that cannot be done there is nobody to tell.
func printError(_ text: String) {
  _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
}

/// Writes a result to standard output, and ends the program when it cannot be written: what was
/// stored stays, but a result cut off must not look like a whole one.
func printResult(_ text: String) {
  guard let fault = write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) else {
    return
  }
  let reason = String(cString: strerror(fault))
  printError(
    "sipas: không ghi được kết quả ra đầu ra chuẩn · the result cannot be written to standard "
      + "output (\(reason))")
  exit(RunStopped.Exit.inputOutput.rawValue)
}

/// Writes all of a text.
///
/// - Returns: The system's error number when that fails.
func write(_ text: String, to stream: Int32) -> Int32? {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = write(stream, rest.baseAddress, rest.count)
      if count >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        // A pipe or terminal that another program set not to wait.
        var ready = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

import GoldenFiles
import Testing

func expectGolden(
  _ bytes: [UInt8], _ name: String, location: SourceLocation = #_sourceLocation
) throws {
  if let problem = try compareWithGolden(bytes, name, beside: #filePath) {
    Issue.record("\(problem)", sourceLocation: location)
  }
}

import SurveyModel
import XML

/// Reads one file of a vocabulary up to its elements: safe parsing and validation.
func readVocabularyFile(at path: String, _ vocabulary: Vocabulary) -> XMLReading {
  switch readXMLFile(at: path) {
  case .success(let bytes): return readVocabulary(bytes, file: path, vocabulary)
  case .failure(let error):
    return XMLReading(root: nil, findings: [error.finding])
  }
}

/// The same for the content of a file that is in memory.
func readVocabulary(_ bytes: [UInt8], file: String, _ vocabulary: Vocabulary) -> XMLReading {
  var reading = readXML(bytes, file: file, schema: vocabulary.schema)
  if let root = reading.root { reading.findings += checkLanguages(root) }
  return reading
}

/// True when the rules can say anything: the file is of the right vocabulary at all.
func isReadable(_ reading: XMLReading, as vocabulary: Vocabulary) -> Bool {
  reading.root?.name == vocabulary.rawValue && reading.root?.namespace == vocabulary.namespace
}

import CLibXML2
import SurveyModel

/// Validates one document against its schema and explains every fault.
///
/// libxml2 stops looking at an element's children after the first one it did not expect. To report
/// every fault in one run, the document is repaired at that point (the stranger taken out, a
/// misplaced element moved, a missing one put in) and validated again, until nothing new is found.
/// The repairs touch libxml2's copy only; the content handed on is as written.
struct SchemaCheck {
  /// One element of the document, by its number.
  struct Node {
    let element: XMLElement
    let parent: Int?
    let path: [String]
  }

  let schema: XMLSchema
  let nodes: [Node]

  private static let maximumPasses = 200
  private static let maximumFindings = 1000
  /// Validated elements over all passes: bounds the work on a huge, thoroughly broken file.
  private static let workBudget = 1_000_000

  init(schema: XMLSchema, root: XMLElement) {
    self.schema = schema
    var nodes: [Node] = []
    Self.collect(root, parent: nil, path: [], into: &nodes)
    self.nodes = nodes
  }

  private static func collect(
    _ element: XMLElement, parent: Int?, path: [String], into nodes: inout [Node]
  ) {
    let path = path + [element.name]
    let index = nodes.count
    nodes.append(Node(element: element, parent: parent, path: path))
    for child in element.children {
      collect(child, parent: index, path: path, into: &nodes)
    }
  }

  func findings(in parsed: borrowing ParsedXML) -> [Finding] {
    let compiled: CompiledSchema
    do {
      compiled = try CompiledSchema(schema)
    } catch {
      return [.otherSchemaFault(error.description, at: nodes[0].element.place)]
    }
    var repair = SchemaRepair(check: self, parsed: parsed)
    defer { repair.freeRemoved() }
    var seen: Set<String> = []
    var findings: [Finding] = []
    let passes = min(Self.maximumPasses, max(2, Self.workBudget / max(1, parsed.elementCount)))
    for pass in 0..<passes {
      var isRepaired = false
      for issue in Self.validate(parsed, with: compiled) {
        let isContent = issue.code == Int32(XML_SCHEMAV_ELEMENT_CONTENT.rawValue)
        guard let index = issue.elementIndex else {
          let detail = issue.message.trimmedLine
          if seen.insert(detail).inserted {
            findings.append(.otherSchemaFault(detail, at: nodes[0].element.place))
          }
          continue
        }
        // Elements put in by a repair have no number and no faults of their own.
        guard nodes.indices.contains(index) else { continue }
        let message = SchemaMessage(issue.message)
        if isContent {
          let outcome = repair.repair(index, message: message)
          isRepaired = outcome.isRepaired || isRepaired
          if let finding = outcome.finding, seen.insert(key(of: finding)).inserted {
            findings.append(finding)
          }
        } else if seen.insert(key(of: issue, message: message)).inserted {
          findings += explain(issue, message: message, at: index)
        }
      }
      guard isRepaired else { return findings }
      if pass == passes - 1 || findings.count >= Self.maximumFindings {
        findings.append(.moreFaults(at: nodes[0].element.place))
        return findings
      }
    }
    return findings
  }

  static func validate(
    _ parsed: borrowing ParsedXML, with schema: borrowing CompiledSchema
  ) -> [LibXMLIssue] {
    guard let context = xmlSchemaNewValidCtxt(schema.pointer) else { return [] }
    defer { xmlSchemaFreeValidCtxt(context) }
    let issues = LibXMLIssues(capacity: maximumFindings)
    xmlSchemaSetValidStructuredErrors(
      context,
      { userData, error in
        guard let error else { return }
        LibXMLIssues.at(userData)?.append(error.pointee)
      }, issues.pointer)
    let status = xmlSchemaValidateDoc(context, parsed.document)
    if status < 0, issues.list.isEmpty {
      return [
        LibXMLIssue(code: 0, message: "validation failed", isWarning: false)
      ]
    }
    return issues.list
  }

  private func key(of finding: Finding) -> String {
    "\(finding.code.id) \(finding.place?.description ?? "") \(finding.subject ?? "")"
  }

  /// A value with a wrong facet is reported twice, for the facet and for its type: one is enough.
  private func key(of issue: LibXMLIssue, message: SchemaMessage) -> String {
    let kind = Self.isAboutValue(issue.code) ? "value" : String(issue.code)
    return "\(issue.elementIndex ?? -1) \(kind) \(message.attribute ?? "")"
  }

  static func isAboutValue(_ code: Int32) -> Bool {
    let values = XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue
    return (Int32(values)...Int32(XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue)).contains(code)
      && code != Int32(XML_SCHEMAV_CVC_TYPE_3_1_1.rawValue)
      && code != Int32(XML_SCHEMAV_CVC_TYPE_3_1_2.rawValue)
  }
}

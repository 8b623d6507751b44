import SurveyModel
import XML

extension XFormWriter {
  func writeBinds(to xml: XMLWriter) {
    let root = FormPaths.root
    for (name, preload) in [(FormPaths.start, "start"), (FormPaths.end, "end")] {
      xml.element(
        "bind",
        [
          ("nodeset", "\(root)/\(name)"), ("type", "dateTime"), ("jr:preload", "timestamp"),
          ("jr:preloadParams", preload),
        ])
    }
    for entry in groups {
      for field in entry.fields { writeBind(of: field, to: xml) }
    }
    for section in source.sections {
      // On the group, so that no empty screen is shown.
      let shared = FormSource.sharedCondition(section)
      if let shared {
        xml.element(
          "bind",
          [
            ("nodeset", "\(root)/\(FormPaths.group(of: section.factor))"),
            ("relevant", conditions.expression(shared)),
          ])
      }
      for item in section.items {
        var item = item
        if shared != nil { item.askedWhen = nil }
        writeBind(of: item, to: xml)
      }
    }
    xml.element(
      "bind",
      [
        ("nodeset", "\(root)/meta/instanceID"), ("type", "string"), ("readonly", "true()"),
        ("jr:preload", "uid"),
      ])
  }

  private func writeBind(of field: Field, to xml: XMLWriter) {
    var attributes = [
      (name: "nodeset", value: paths.path(of: field.id)),
      (name: "type", value: Self.type(of: field)),
    ]
    if let condition = field.askedWhen {
      attributes.append(("relevant", conditions.expression(condition)))
    }
    if isMade(field) {
      attributes.append(("calculate", isMeasured(field) ? duration : "once(uuid())"))
      attributes.append(("readonly", "true()"))
    } else {
      // An interviewer does not know the numbers of the design.
      if field.isRequired
        || (source.isNeeded(field) && !source.officeFields.contains { $0.id == field.id })
      {
        attributes.append(("required", "true()"))
        attributes.append(("jr:requiredMsg", FormTexts.reference(Self.requiredText)))
      }
      if let constraint = Self.constraint(of: field) {
        attributes.append(("constraint", constraint))
        attributes.append(("jr:constraintMsg", FormTexts.reference("range.\(field.id)")))
      }
    }
    xml.element("bind", attributes)
  }

  private static func type(of field: Field) -> String {
    switch field.kind {
    case .coded, .text: "string"
    case .integer: "int"
    case .number: "decimal"
    case .date: "date"
    case .datetime: "dateTime"
    }
  }

  /// The bounds of a number; codes that mean missing may lie outside.
  private static func constraint(of field: Field) -> String? {
    let (minimum, maximum) = field.bounds
    let sides =
      [minimum.map { ". >= \(FormNumbers.machine($0))" }]
      + [maximum.map { ". <= \(FormNumbers.machine($0))" }]
    let range = sides.compactMap { $0 }.joined(separator: " and ")
    guard !range.isEmpty else { return nil }
    let missing = field.missingCodes.map { ". = \($0.code)" }
    return missing.isEmpty ? range : (["(\(range))"] + missing).joined(separator: " or ")
  }

  /// Whole seconds from opening the form to the last answer about satisfaction.
  ///
  /// A calculation runs
  /// again when a node it names changes, and `now()` names none: the answers are named for that.
  private var duration: String {
    let items = source.sections.flatMap(\.items).map { paths.path(of: $0.id) }
    let seconds =
      "int((decimal-date-time(now()) - decimal-date-time(\(FormPaths.root)/\(FormPaths.start)))"
      + " * 86400)"
    return "if(string-length(concat('', \(items.joined(separator: ", ")))) > 0, \(seconds), '')"
  }
}

internal import Mustache

/// A template in the program that cannot be read.
package struct TemplateError: Error, Sendable, Hashable {
  package let reason: String
}

/// A page with places for values, in Mustache: `{{name}}` is escaped for HTML, `{{#list}}…{{/list}}`
/// is repeated.
///
/// ```swift
/// let template = try Template("<p>{{name}}</p>")
/// template.render(Person(name: "Ia Grai & Ia Pa"))  // <p>Ia Grai &amp; Ia Pa</p>
/// ```
package struct Template: Sendable {
  private let template: MustacheTemplate

  /// - Throws: ``TemplateError`` with the place of the fault when `source` is no template.
  package init(_ source: String) throws(TemplateError) {
    do {
      template = try MustacheTemplate(string: source)
    } catch {
      throw TemplateError(reason: "\(error)")
    }
  }

  /// The page with the values filled in.
  ///
  /// - Parameter values: A value whose stored properties have the names of the template.
  /// - Returns: The page; the same for the same values.
  package func render(_ values: Any) -> String {
    template.render(values)
  }
}

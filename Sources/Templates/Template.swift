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
  private static let page = "page"
  private let library: MustacheLibrary

  /// - Parameters:
  ///   - source: The page.
  ///   - parts: By name, the parts that the page takes in with `{{> name}}`.
  /// - Throws: ``TemplateError`` with the place of the fault when one of them is no template.
  package init(_ source: String, parts: [String: String] = [:]) throws(TemplateError) {
    do {
      var templates = try parts.mapValues { try MustacheTemplate(string: $0) }
      templates[Self.page] = try MustacheTemplate(string: source)
      library = MustacheLibrary(templates: templates)
    } catch {
      throw TemplateError(reason: "\(error)")
    }
  }

  /// The page with the values filled in.
  ///
  /// - Parameter values: A value whose stored properties have the names of the template.
  /// - Returns: The page; the same for the same values.
  package func render(_ values: Any) -> String {
    guard let page = library.render(values, withTemplate: Self.page) else {
      preconditionFailure("the page is in the library")
    }
    return page
  }
}

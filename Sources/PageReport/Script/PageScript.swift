/// The script of a page, one part a file.
///
/// It makes elements and text nodes only, never markup from strings. Whoever changes it reads it
/// as it will run: the parts are raw strings, joined in this order within one function.
enum PageScript {
  static let text =
    "(() => {\n'use strict';\n"
    + [
      elements, words, fragment, marks, reading, filters, sorting, articles, evidence, plots,
      overview, maps,
      differences, wording, page,
    ]
    .joined(separator: "\n") + "\n})();\n"
}

package import Diagnostics
package import SourceText
package struct SyntaxParser { package static func parse(_ file: SourceFile, index: Int) -> (root: SyntaxNode?, diagnostics: [Diagnostic]) { (nil, []) } }

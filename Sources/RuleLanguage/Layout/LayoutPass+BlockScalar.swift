import SourceText

extension LayoutPass {
  /// Writes a `|` or `>` scalar with its lines moved to the column `indentation`.
  mutating func writeBlockScalar(_ node: SyntaxNode, indentation: Int) {
    guard case .scalar(let scalar) = node.content else { return }
    let lines = contentLines(of: scalar, in: node.span)
    writer.append(header(of: scalar, at: node.span, lines: lines))
    for line in lines {
      if line.isEmpty {
        writer.addBlankLine()
      } else {
        writer.beginLine(indentation)
        writer.append(line)
      }
    }
    scanner.move(to: node.span.end)
  }

  /// The lines under the header, without their indentation.
  private func contentLines(
    of scalar: SyntaxNode.Scalar, in span: SourceSpan
  ) -> [ArraySlice<UInt8>] {
    // The first byte of the value that is no line feed stands at the indentation.
    let first = zip(scalar.text.utf8, scalar.offsets).first { $0.0 != .lineFeed }
    let indentation = first.map { offset in
      offset.1 - file.lines.start(ofLine: file.lines.line(containing: offset.1))
    }
    var lines: [ArraySlice<UInt8>] = []
    var line = file.lines.line(containing: span.start) + 1
    while line < file.lines.count, file.lines.start(ofLine: line) <= span.end {
      let start = file.lines.start(ofLine: line)
      line += 1
      var end = start
      while end < file.bytes.count, !file.bytes[end].isBreak { end += 1 }
      // What lies behind the end of the value is not a line of it.
      if start == file.bytes.count { break }
      lines.append(file.bytes[min(start + (indentation ?? end - start), end)..<end])
    }
    return lines
  }

  /// `|` or `>`, a digit where the text begins with a blank, what happens to line feeds at the end,
  /// and the comment.
  private func header(
    of scalar: SyntaxNode.Scalar, at span: SourceSpan, lines: [ArraySlice<UInt8>]
  ) -> [UInt8] {
    var end = span.start
    while end < file.bytes.count, !file.bytes[end].isBreak { end += 1 }
    let written = file.bytes[span.start..<end]
    let indicators = written.prefix { !$0.isBlank }
    var header: [UInt8] = [file.bytes[span.start]]
    let first = lines.first { !$0.isEmpty }?.first
    if first == .space || first == .tab { header.append(UInt8(ascii: "2")) }
    if indicators.contains(.dash) || !scalar.text.isEmpty && scalar.text.utf8.last != .lineFeed {
      header.append(.dash)
    } else if indicators.contains(UInt8(ascii: "+")) {
      header.append(UInt8(ascii: "+"))
    }
    var comment = written.dropFirst(indicators.count)
    while comment.last?.isBlank == true { comment.removeLast() }
    return header + comment
  }
}

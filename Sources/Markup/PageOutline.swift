import SourceText

/// The elements of a page around its lines: who lies in whom, and what they are called.
///
/// Elements are numbered from 0, the page itself; an element has a higher number than the one
/// around it.
package struct PageOutline: Sendable {
  struct Element: Sendable {
    var parent: Int32
    var tag: Tag
    /// Where the classes and the identifier stand in the source.
    var classes: Range<Int>
    var identifier: Range<Int>
  }

  private let source: [UInt8]
  private(set) var elements: [Element]
  /// The element that holds the main text; 0 where no smaller one holds most of it.
  private(set) var main = 0

  init(_ source: [UInt8]) {
    self.source = source
    elements = [Element(parent: -1, tag: .html, classes: 0..<0, identifier: 0..<0)]
  }

  /// Adds an element inside `parent` and returns its number.
  mutating func add(_ tag: Tag, in parent: Int, classes: Range<Int>, identifier: Range<Int>)
    -> Int
  {
    elements.append(
      Element(parent: Int32(parent), tag: tag, classes: classes, identifier: identifier))
    return elements.count - 1
  }

  /// Notes the smallest element that holds most of the text, by the weight of each element's own
  /// lines.
  ///
  /// - Complexity: O(elements).
  mutating func findMain(_ weights: [Int]) {
    var sums = weights
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      sums[Int(elements[index].parent)] += sums[index]
    }
    // Elements with more than half of the weight lie in one another, so the last is the smallest.
    let most = sums[0] * PageOutline.mainShare / 100
    main =
      elements.indices.last { sums[$0] > most && elements[$0].tag.isContainer } ?? 0
  }

  /// Percent of the weight of a page that the main text has at least.
  private static let mainShare = 65

  /// For every element whether it is, or lies in, one of those that `isWanted` says yes to.
  ///
  /// - Complexity: O(elements).
  private func isInside(_ isWanted: (Int) -> Bool) -> [Bool] {
    var result: [Bool] = []
    result.reserveCapacity(elements.count)
    for index in elements.indices {
      let parent = Int(elements[index].parent)
      result.append((parent >= 0 && result[parent]) || isWanted(index))
    }
    return result
  }

  /// For every element whether it lies outside of the main text; the head of the page does not.
  ///
  /// - Complexity: O(elements).
  package func isOutsideOfMain() -> [Bool] {
    isInside { $0 == main || elements[$0].tag == .head }.map { !$0 }
  }

  /// Whether the element lies inside a line and its name says what it holds: a class with a number,
  /// such as `s2`, says how it looks.
  func isNamedInline(_ element: Int) -> Bool {
    let (tag, classes) = (elements[element].tag, elements[element].classes)
    guard tag.isInline, !elements[element].identifier.isEmpty || !classes.isEmpty else {
      return false
    }
    guard elements[element].identifier.isEmpty else { return true }
    return !source[classes.upperBound - 1].isDigit
  }

  /// Whether the element stands for a line of the page's head.
  ///
  /// - Complexity: O(1).
  package func isOfHead(_ element: Int) -> Bool {
    let parent = Int(elements[element].parent)
    return parent >= 0 && elements[parent].tag == .head
  }

  /// Whether the element is the title of the page's head, or a field of it that is called a title.
  ///
  /// - Complexity: O(bytes of its name).
  package func isTitleOfHead(_ element: Int) -> Bool {
    let wanted: Set<[UInt8]> = [Tag.title.name]
    return isOfHead(element)
      && (elements[element].tag == .title || isCalled(elements[element].classes, wanted))
  }

  /// For every element whether it, or one around it, is called by one of `names`.
  ///
  /// Called so is an element with that tag, class or identifier, or with a class or identifier of
  /// which the name is a part between `-`, `_`, digits and capitals: `nav` names `main-nav` and
  /// `navBar`. Case does not matter.
  ///
  /// - Complexity: O(elements + bytes of their classes and identifiers).
  package func isInside(_ names: Set<String>) -> [Bool] {
    let wanted = Set(names.map { Array($0.lowercased().utf8) })
    return isInside { index in
      let element = elements[index]
      return wanted.contains(element.tag.name) || isCalled(element.classes, wanted)
        || isCalled(element.identifier, wanted)
    }
  }

  private func isCalled(_ range: Range<Int>, _ wanted: Set<[UInt8]>) -> Bool {
    guard !range.isEmpty else { return false }
    for word in source[range].split(whereSeparator: TagLexer.isBlank) {
      if wanted.contains(word.map(\.lowercased)) { return true }
      var part: [UInt8] = []
      var isAfterSmall = false
      for byte in word {
        let isCapital = isAfterSmall && byte.isCapital
        isAfterSmall = byte.isSmall
        if isCapital || !byte.isLetter, !part.isEmpty {
          if wanted.contains(part) { return true }
          part = []
        }
        if byte.isLetter { part.append(byte.lowercased) }
      }
      if wanted.contains(part) { return true }
    }
    return false
  }
}

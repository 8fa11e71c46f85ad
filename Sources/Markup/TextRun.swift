/// What stands between two pieces of text.
enum Gap: UInt8, Sendable, Comparable {
  case none
  /// The border of two cells of a row.
  case cell
  case line

  static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
}

/// A piece of the source between two tags.
struct TextRun: Sendable {
  var range: Range<Int>
  var element: Int32
  /// What stands between the run before and this one.
  var gap: Gap
  var isLink: Bool
  var isPreformatted: Bool
  /// Whether it stands in the title or a field of the page's head.
  var isHead: Bool
  var heading: UInt8
  /// The table whose row it stands in, or -1.
  var table: Int32
  /// Whether the source at `range` stands for a hyphen.
  var isHyphen = false
}

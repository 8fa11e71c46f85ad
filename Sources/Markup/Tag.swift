import SourceText

/// The elements of HTML that change how a page reads; all others are passed over.
enum Tag: UInt8, Sendable {
  case html, head, body, title, meta, base, link
  case div, section, article, main, header, footer, nav, aside, form, fieldset, figure, figcaption
  case blockquote, center, address, details, summary, p, pre, h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, td, th
  case a, span, font, b, strong, i, em, u, label, small, big, sub, sup, cite, ruby, rt, rp, time
  case br, hr, img
  case script, style, textarea, noscript, iframe, noembed, noframes, xmp, template
  case select, option, button, svg, object, canvas, audio, video, math, map
}

extension Tag {
  /// The tag with the name at `range` of `source`, without regard to case.
  init?(_ source: [UInt8], _ range: Range<Int>) {
    guard range.count <= MemoryLayout<UInt128>.size else { return nil }
    var key: UInt128 = 0
    for byte in source[range] { key = key << 8 | UInt128(byte.lowercased) }
    guard let tag = Tag.byName[key] else { return nil }
    self = tag
  }

  /// By the bytes of the name as one number.
  private static let byName: [UInt128: Tag] = {
    var index: [UInt128: Tag] = [:]
    var value: UInt8 = 0
    while let tag = Tag(rawValue: value) {
      let key = "\(tag)".utf8.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
      index[key] = tag
      value += 1
    }
    return index
  }()

  static let count = Int(Tag.map.rawValue) + 1

  /// The bytes of the name.
  var name: [UInt8] { Array("\(self)".utf8) }

  /// An element that never has content.
  var isVoid: Bool {
    switch self {
    case .meta, .base, .link, .br, .hr, .img: true
    default: false
    }
  }

  /// An element whose content is text up to its end tag.
  var isRaw: Bool {
    switch self {
    case .script, .style, .textarea, .title, .noscript, .iframe, .noembed, .noframes, .xmp: true
    default: false
    }
  }

  /// An element whose content nobody reads as text of the page.
  var isHidden: Bool {
    switch self {
    case .template, .select, .option, .button, .svg, .object, .canvas, .audio, .video, .math, .rt,
      .rp:
      true
    default: false
    }
  }

  /// An element inside a line.
  var isInline: Bool { rawValue >= Tag.a.rawValue && rawValue <= Tag.time.rawValue }

  /// An element that begins and ends lines.
  var isBlock: Bool {
    (rawValue >= Tag.html.rawValue && rawValue <= Tag.body.rawValue)
      || (rawValue >= Tag.div.rawValue && rawValue <= Tag.th.rawValue) || self == .hr
  }

  var isCell: Bool { self == .td || self == .th }

  /// An element that may hold the main text.
  var isContainer: Bool {
    switch self {
    case .html, .body, .div, .section, .article, .main, .form, .fieldset, .td, .center,
      .blockquote, .table, .tbody, .tr:
      true
    default: false
    }
  }

  /// 1 to 6 for headings, else 0.
  var headingLevel: Int {
    rawValue >= Tag.h1.rawValue && rawValue <= Tag.h6.rawValue
      ? Int(rawValue - Tag.h1.rawValue) + 1 : 0
  }

  /// An end tag does not close elements around a table cell from inside.
  var isBarrier: Bool { self == .td || self == .th || self == .table }
}

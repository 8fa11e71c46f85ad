import SourceText

extension PersonMask {
  /// `article` with the names hidden in all that it quotes and in what it is called.
  ///
  /// Bytes of the original file stay. Of several articles `MaskedSources` keeps apart what they are
  /// called.
  ///
  /// - Complexity: O(bytes × names of the article).
  package mutating func masked(_ article: AnalysisResult) -> AnalysisResult {
    learn(article)
    var result = article
    result.source = maskedPath(article.source)
    mask(&result.metadata.fields)
    for index in result.paragraphs.indices { mask(&result.paragraphs[index]) }
    for index in result.otherBlocks.indices {
      result.otherBlocks[index].text = masked(result.otherBlocks[index].text)
    }
    result.notices = result.notices.map { masked($0) }
    return result
  }

  private mutating func mask(_ fields: inout [Metadata.Field]) {
    for index in fields.indices { fields[index].value = masked(fields[index].value) }
  }

  private mutating func mask(_ paragraph: inout ParagraphResult) {
    let cover = cover(paragraph.text)
    paragraph.text = cover.text
    mask(&paragraph.fields)
    for tag in paragraph.tags.indices {
      for index in paragraph.tags[tag].evidence.indices {
        mask(&paragraph.tags[tag].evidence[index], cover)
      }
    }
    for index in paragraph.directives.indices { mask(&paragraph.directives[index], cover) }
  }

  private mutating func mask(_ directive: inout DirectiveResult, _ cover: MaskedText) {
    directive.text = masked(directive.text)
    directive.inText = directive.inText.map(cover.span)
    for index in directive.slots.indices { mask(&directive.slots[index], cover) }
    if var tail = directive.tail {
      mask(&tail, cover)
      directive.tail = tail
    }
    if var speaker = directive.speaker {
      mask(&speaker, cover)
      directive.speaker = speaker
    }
  }

  private mutating func mask(_ slot: inout SlotResult, _ cover: MaskedText) {
    slot.text = masked(slot.text)
    slot.inText = slot.inText.map(cover.span)
    for index in slot.others.indices { mask(&slot.others[index], cover) }
    for index in slot.measures.indices {
      slot.measures[index].text = masked(slot.measures[index].text)
    }
  }

  private mutating func mask(_ evidence: inout Evidence, _ cover: MaskedText) {
    evidence.text = masked(evidence.text)
    evidence.inText = evidence.inText.map(cover.span)
  }
}

extension ReportWords {
  // Headings of reports, shown to readers and never compared with the text of an article.
  package static let chinese = ReportWords(
    adjustment: "调整", articles: "篇", by: "分组", directives: "条指令",
    excluded: "不计入平均", filledSlots: "要素已写明的指令",
    inContext: "计入上下文", line: "行",
    means: "各篇均值的平均(最低至最高篇,计入篇数)",
    mixedTypes: "各组文本类型不同,请按同类型比较(--by type)",
    noArticles: "无文章", noParagraphs: "无正文段落",
    notAveraged: "指令少于3条,仅列出,不计入平均", note: "说明",
    paragraphs: "段", repaired: "已修复",
    sizes: [
      "single": "仅1篇,不作比较", "few": "篇数少,只列各篇与范围",
      "unstable": "区间很宽,不稳定", "moderate": "", "ample": "", "none": "",
    ],
    standingNote: "分数描述文本的明确程度,不评价工作成效。",
    tagged: "带标签的正文段落(按级别)", tail: "目的语,不计分",
    totals: "合计", types: "类型", unknown: "未知", zones: "区域")
}

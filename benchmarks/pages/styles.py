"""Styles of pages, each a function (random, title, paragraphs) -> HTML.

The first list was looked at while the reader of pages and its rules were written, the second was
not: its numbers are the ones to believe.
"""

HEADLINES = ['某区督查防汛备汛工作', '我市召开创建工作调度会', '市领导调研老旧小区改造', '住建系统开展安全隐患整改',
             '多措并举推进文明城市创建', '县督查组到乡镇督查秋收', '全民阅读活动启动', '交警大队开展酒驾整治',
             '一批道路工程本月完工', '中小学开学第一课聚焦文明礼仪', '三处农贸市场完成整改', '志愿服务进社区']
CHANNELS = ['首页', '要闻', '政务', '民生', '视频', '专题', '论坛', '图片', '教育', '健康', '旅游']


def links(r, count, tag='li', words=HEADLINES):
    chosen = [r.choice(words) for _ in range(count)]
    return ''.join(f'<{tag}><a href="/a/{r.randint(1, 9999)}.html">{w}</a></{tag}>' for w in chosen)


def table(rows, attributes=''):
    return f'<table {attributes}>' + ''.join(
        '<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows) + '</table>'


def paragraphs_p(paragraphs, attributes=''):
    return '\n'.join(
        table(p, 'border=1') if isinstance(p, list) else f'<p{attributes}>{p}</p>' for p in paragraphs)


def government_trs(r, title, body):
    return f'''<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}_某市人民政府</title>
<meta name="SiteName" content="某市人民政府"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2023-0{r.randint(1, 9)}-1{r.randint(0, 9)} 09:30"><meta name="ContentSource" content="某市日报">
<meta name="description" content="{body[0]}">
<style>.TRS_Editor p{{line-height:2em;}}</style><script>var a="<p>不是正文。</p>";</script></head>
<body><div class="header"><div class="logo">某市人民政府</div><ul class="nav">{links(r, 9, words=CHANNELS)}</ul></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 工作动态</div>
<div class="content-wrap"><h1>{title}</h1>
<div class="info">发布时间：2023-05-06 09:30　来源：某市日报　浏览次数：{r.randint(10, 900)}　字号：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div class="TRS_Editor"><style type="text/css">.a{{}}</style>{paragraphs_p(body, ' style="text-indent:2em"')}</div>
<div class="editor">（责任编辑：王某）</div><div class="print"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div></div>
<div class="xgwz"><h3>相关文章</h3><ul>{links(r, 6)}</ul></div>
<div class="footer"><p>主办单位：某市人民政府办公室　承办单位：某市大数据局。</p><p>某ICP备00000000号 某公网安备 00000000号 网站标识码：0000000000</p></div>
</body></html>'''


def portal(r, title, body):
    half = len(body) // 2
    return f'''<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} - 云栈新闻网</title></head><body>
<div id="top"><div class="menu">{links(r, 10, 'span', CHANNELS)}</div></div>
<div class="breadcrumbs"><a href="/">云栈新闻网</a>&nbsp;&gt;&gt;&nbsp;<a href="/x">综合新闻</a></div>
<div class="main"><div class="left"><h1 class="title">{title}</h1>
<div class="source">2023年05月0{r.randint(1, 9)}日 10:{r.randint(10, 59)}　来源：云栈日报　记者 李某 文/图</div>
<div class="share">分享到：<a>微信</a><a>微博</a><a>QQ空间</a></div>
<div id="artibody">{paragraphs_p(body[:half])}
<div class="img"><img src="/1.jpg"><p class="pic-caption">图为志愿者清扫主街。（王某 摄）</p></div>
{paragraphs_p(body[half:])}<p class="bianji">责编：赵某　审核：钱某</p></div>
<div class="related"><div class="hd">延伸阅读</div><ul>{links(r, 8)}</ul></div>
<div class="comments"><h3>网友评论</h3><div class="item">匿名网友：早就该整治了，支持！希望坚持下去。</div><div class="item">北门居民：我们小区门口的摊点什么时候能管一管？</div></div></div>
<div class="right"><h3>热点新闻</h3><ol>{links(r, 10)}</ol><h3>点击排行</h3><ol>{links(r, 10)}</ol></div></div>
<div id="foot">关于我们 | 联系方式 | 广告服务 | 版权声明<br>云栈新闻网版权所有，未经书面授权不得转载使用。 某ICP备00000000号</div></body></html>'''


def forum_table(r, title, body):
    text = '<br />\n<br />\n'.join(
        '　　' + p if isinstance(p, str) else table(p, 'class="t_table"') for p in body)
    replies = ''.join(
        f'''<div id="post_{n}"><table class="plhin"><tr><td class="pls"><div class="authi">网友{n}</div>帖子 {r.randint(1, 900)} 积分 {r.randint(1, 900)}</td>
<td class="plc"><div class="pi">{n}楼 发表于 2023-5-{n} 12:0{n}</div><div class="reply"><td class="t_f">{w}</td></div></td></tr></table></div>'''
        for n, w in enumerate(r.sample(['路过，顶一下。', '说了多少年了，看行动吧。', '我家门口的路灯坏了两个月，谁来管？', '楼主辛苦了，沙发。'], 3), 2))
    return f'''<html><head><title>{title} - 本地话题 - 青麓论坛 - Powered by Discuz!</title></head><body>
<div id="hd"><div id="nv"><ul>{links(r, 8, words=CHANNELS)}</ul></div></div><div id="pt"><a>青麓论坛</a> › <a>本地话题</a> › {title}</div>
<div id="postlist"><table><tr><td class="plc"><h1 class="ts"><span id="thread_subject">{title}</span></h1><a href="#">[复制链接]</a></td></tr></table>
<div id="post_1"><table class="plhin"><tr><td class="pls" rowspan=2><div class="authi">楼主小张</div><p>论坛元老</p>帖子 1{r.randint(100, 900)}</td>
<td class="plc"><div class="pi"><div class="authi">发表于 2023-5-1 08:00 | <a href="#">只看该作者</a></div></div><div class="pct"><table><tr><td class="t_f" id="postmessage_1">
{text}</td></tr></table></div></td></tr><tr><td class="plc"><div class="sign">签名：天行健，君子以自强不息。</div><a>回复</a> <a>举报</a></td></tr></table></div>
{replies}</div><div id="ft"><p>Powered by Discuz! 欢迎光临青麓论坛</p><p>本站言论不代表本站立场，如有侵权请联系管理员删除。</p></div></body></html>'''


def old_layout(r, title, body):
    text = ''.join(
        f'<P>&nbsp;&nbsp;&nbsp; {p}' if isinstance(p, str) else table(p, 'border=1 cellspacing=0') for p in body)
    return f'''<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{title}</TITLE></HEAD>
<BODY bgColor=#ffffff topMargin=0><TABLE width=778 align=center><TR><TD><IMG src="top.gif"></TD></TR><TR><TD align=center>{links(r, 9, 'FONT', CHANNELS)}</TD></TR></TABLE>
<TABLE width=778 align=center><TR><TD vAlign=top width=180><TABLE><TR><TD>栏目导航</TD></TR>{''.join('<TR><TD>·<A href="#">' + w + '</A></TD></TR>' for w in HEADLINES[:7])}</TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD>当前位置：<A href="/">首页</A> → 工作动态</TD></TR><TR><TD align=center><FONT size=4><B>{title}</B></FONT></TD></TR>
<TR><TD align=center>作者：佚名 文章来源：本站原创 点击数：{r.randint(100, 999)} 更新时间：2012-8-1</TD></TR>
<TR><TD class=content><FONT style="FONT-SIZE: 14px">{text}</FONT></TD></TR>
<TR><TD>上一篇：<A href="1">{HEADLINES[0]}</A></TD></TR><TR><TD>下一篇：<A href="2">{HEADLINES[5]}</A></TD></TR><TR><TD>【<A href="#">打印此文</A>】【<A href="#">关闭窗口</A>】</TD></TR></TABLE></TD></TR></TABLE>
<HR width=778><CENTER>版权所有：某县宣传部 地址：某县人民路1号 电话：0000-0000000<BR>技术支持：某网络公司</CENTER></BODY></HTML>'''


def document_preview(r, title, body):
    pages = []
    for number, part in enumerate([body[:2], body[2:4], body[4:]], 1):
        lines = ''.join(
            f'<p class="txt">{p}</p>' if isinstance(p, str) else table(p) for p in part)
        pages.append(f'<div class="doc-page" id="page{number}">{lines}</div>')
    return f'''<!doctype html><html><head><title>{title}.doc - 免费文库</title></head><body>
<div class="navbar">{links(r, 6, 'a', CHANNELS)}<input value="搜索文档"></div>
<div class="doc-info"><h1>{title}.doc</h1><p>上传人：王** 文档编号：{r.randint(10**6, 10**7)} 上传时间：2023-05-01 格式：DOC 页数：3 大小：26.50KB</p></div>
<div class="viewer">{''.join(pages)}</div>
<div class="vip"><p>亲，该文档总共3页，全部预览完了，如果喜欢就下载吧！</p><a class="btn">下载文档</a><p>开通会员，免费下载全站资源，还有更多特权等你来享。</p></div>
<div class="recommend"><h3>相关文档</h3><ul>{links(r, 8)}</ul></div>
<div class="copyright">免责声明：本文档由会员上传，如侵犯了您的版权，请发邮件通知我们，我们将在第一时间删除。</div></body></html>'''


def government_ucap(r, title, body):
    cells = [['索引号：', '000014349/2023-0001', '主题分类：', '城乡建设'], ['发文机关：', '某市人民政府办公室', '成文日期：', '2023年4月2日'],
             ['标　　题：', title, '发文字号：', '某政办发〔2023〕5号']]
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta name="ColumnName" content="政策文件" /><meta content="2023-04-02" name="PubDate" /><title>{title}_政策_某市政府网</title></head><body>
<div class="wza" style="display:none">无障碍浏览说明：本页可以用键盘操作。</div><div class="headerBox"><a href="/">某市政府网</a><form><select><option>全站搜索</option><option>政策搜索</option></select></form></div>
<div class="BreadcrumbNav">首页 &gt; 政策 &gt; 文件</div><div class="article oneColumn"><div class="policyLibraryOverview_header">{table(cells)}</div>
<h2 class="bd1">{title}</h2><div class="pages_content" id="UCAP-CONTENT"><div class="view TRS_UEDITOR">{paragraphs_p(body, ' style="margin-top:0px"')}</div></div>
<div class="related-file"><b>相关报道</b>{links(r, 3)}</div><div class="editor"><span>责任编辑：孙某</span></div></div>
<div class="qrcode">扫一扫在手机打开当前页</div><div class="foot_box"><p>某市人民政府办公室主办，某市电子政务中心运行维护。</p>网站标识码 0000000001</div></body></html>'''


def portal_sections(r, title, body):
    text = ''.join(f'<section><p><span>{p}</span></p></section>' if isinstance(p, str) else table(p) for p in body)
    return f'''<!doctype html><html lang=zh><head><meta charset=utf-8><meta property="og:title" content="{title}"><title>{title}</title></head><body>
<header><nav><ul>{links(r, 7, words=CHANNELS)}</ul></nav></header><main><article><header><h1>{title}</h1><time>2023-06-01</time><address>北渚融媒</address></header>
{text}<footer><span>编辑：周某</span> <span>校对：吴某</span></footer></article><aside><h2>大家都在看</h2><ul>{links(r, 9)}</ul><p>打开客户端，随时随地看新闻，更多精彩内容等你发现。</p></aside></main>
<footer><p>北渚融媒体中心版权所有。举报电话：0000-0000000</p><p><a href="#">隐私政策</a> <a href="#">联系我们</a></p></footer></body></html>'''


def wechat(r, title, body):
    text = ''.join(
        f'<section style="margin:0"><section><section><span style="font-size:16px">{p}</span></section></section></section>'
        if isinstance(p, str) else table(p) for p in body)
    return f'''<!DOCTYPE html><html><head><title></title></head><body id="activity-detail"><div id="js_article"><div class="rich_media_area_primary">
<h1 class="rich_media_title" id="activity-name">{title}</h1><div id="meta_content"><span>原创</span> <a href="#">沙浦发布</a> <em>2023-07-01</em></div>
<div class="rich_media_content" id="js_content" style="visibility: visible;"><section><strong>点击蓝字，关注我们</strong></section>{text}
<section>来源：沙浦融媒</section><section>编辑：郑某</section><section>往期推荐</section>{links(r, 4, 'p')}</div></div>
<div class="rich_media_area_extra">喜欢此内容的人还喜欢 {links(r, 3, 'div')}</div><div>预览时标签不可点 微信扫一扫 关注该公众号</div></div></body></html>'''


def forum_floors(r, title, body):
    text = '\n'.join('<div>' + p + '</div>' if isinstance(p, str) else table(p) for p in body)
    floors = ''.join(f'<dl class="floor"><dt>{n}楼 网友{n}</dt><dd class="post-reply">{w}</dd></dl>' for n, w in enumerate(
        r.sample(['顶！希望早日见效。', '已阅。', '这个会开得好，关键看落实。', '我反映的问题上个月就解决了，点赞。'], 3), 2))
    return f'''<html><head><title>{title}_社区论坛</title></head><body><div class=topbar><a href=1>登录</a> <a href=2>注册</a></div>
<div class=crumb><a href=/>社区论坛</a> &gt; <a href=/1>市民话题</a></div><div class=thread><h2>{title}</h2><p class=num>查看：{r.randint(99, 999)} 回复：3</p>
<dl class=floor><dt>楼主 老李 发表于 2023-3-2</dt><dd><div class=article>{text}</div><div class=signature>------ 人生如逆旅，我亦是行人。</div></dd></dl>{floors}</div>
<form><textarea>说点什么吧</textarea><button>发表回复</button></form><div class=bottom>社区论坛 版权所有<p>本论坛帖子仅代表作者本人观点，与本站立场无关。</div></body></html>'''


def document_layers(r, title, body):
    lines = ''.join(f'<div class="ie-fix"><p class="reader-word-layer">{p}</p></div>' if isinstance(p, str) else table(p) for p in body)
    return f'''<html><head><meta charset=utf-8><title>{title} - 资料网</title><script>document.write("<div>")</script></head><body>
<table class=top><tr><td><a href=/>资料网</a></td><td><a href=/c>分类</a></td><td><a href=/u>上传</a></td></tr></table>
<h1>{title}</h1><ul class=meta><li>文档格式：DOCX<li>文档页数：4 页<li>上传用户：学海无涯<li>所需积分：5</ul>
<div id=reader>{lines}<div class=more>展开阅读全文</div></div><noscript>请打开浏览器的脚本功能后再试。</noscript>
<p class=tip>1. 本站所有资源如无特殊说明，都需要本地电脑安装办公软件才能打开。2. 本站不保证资源的准确性，下载前请先预览。</p>
<div class=guess><b>猜你喜欢</b>{links(r, 6, 'p')}</div><!-- 统计 <div> --><div class=foot>客服电话：000-0000000 资料网 某ICP备00000000号'''


TUNED = [government_trs, portal, forum_table, old_layout, document_preview]
UNSEEN = [government_ucap, portal_sections, wechat, forum_floors, document_layers]

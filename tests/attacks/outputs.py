"""What an output, a page or its files try against a page and its readers.

Each begins in the working folder of a cell, in the text of a page, or beside it. What they would
run sets ``ran``.
"""

from dataclasses import dataclass

from tests.attacks.attack import Attack, Subject

AT_CELL, AT_LINE = "refused at its cell", "refused at its line"
AT_BOTH = "refused at its cell, and in a page at its line"
JS = "ran=1"
PNG = "data:image/png;base64,iVBORw0KGgo="

#: HTML by what it tries.
HTML = {
    # Scripts, however written.
    "a script": f"<script>{JS}</script>",
    "a script in capitals": f"<ScRiPt>{JS}</sCrIpT >",
    "a script in two halves": f"<scr<script>ipt>{JS}</scr</script>ipt>",
    "a script that is never closed": f"<script>{JS}",
    "a script of another host": "<script src=//example.org/x.js></script>",
    "a module": f"<script type=module>{JS}</script>",
    "data for a script": '<script type="application/json">{"a": 1}</script>',
    "a handler": f"<img src={PNG} onload={JS}>",
    "a handler without a blank": f"<svg/onload={JS}>",
    "a handler in quotes": f"<b onmouseover='{JS}'>b</b>",
    "a handler after a slash": f"<img/src=x/onerror={JS}>",
    "a handler of an animation": f"<b style='animation:x' onanimationstart={JS}>b</b>",
    "a handler at the end of a tag": f"<details open ontoggle={JS}><summary>s</summary></details>",
    "an address that is a script": f"<a href='javascript:{JS}'>a</a>",
    "an address that is a script, in entities": f"<a href='&#106;avascript&colon;{JS}'>a</a>",
    "an address that is a script, with blanks": f"<a href=' java\tscr\nipt:{JS}'>a</a>",
    "an address that is Visual Basic": "<a href='vbscript:MsgBox(1)'>a</a>",
    "an address that is a page": f"<a href='data:text/html,<script>{JS}</script>'>a</a>",
    "a script as the address of a form": f"<form action='javascript:{JS}'></form>",
    "a script as the address of a button": f"<button formaction='javascript:{JS}'>b</button>",
    "a script as the background of a table": f"<table background='javascript:{JS}'></table>",
    "a script as a quotation's source": f"<q cite='javascript:{JS}'>q</q>",
    "a script as the ping of a link": "<a href='#x' ping='https://example.org/'>a</a>",
    # Other pages, and orders to the browser.
    "a frame": "<iframe src='https://example.org/'></iframe>",
    "a frame with a page of its own": f"<iframe srcdoc='<script>{JS}</script>'></iframe>",
    "an object": f"<object data='data:text/html,<script>{JS}</script>'></object>",
    "an embedded page": f"<embed src='data:text/html,<script>{JS}</script>'>",
    "a move to another page": "<meta http-equiv=refresh content='0; url=https://example.org/'>",
    "a policy of its own": "<meta http-equiv=Content-Security-Policy content=''>",
    "another beginning of addresses": "<base href='https://example.org/'>",
    "a stylesheet": "<link rel=stylesheet href='https://example.org/x.css'>",
    "a page fetched beforehand": "<link rel=prerender href='https://example.org/'>",
    "a form": "<form action='https://example.org/'><input name=q></form>",
    "a field outside of forms": "<input autofocus>",
    "a menu that asks": "<select><option>1</option></select>",
    "a video": "<video src='loss.mp4' controls></video>",
    "a sound": "<audio src='data:audio/wav;base64,UklGRg=='></audio>",
    "a picture of another host": "<img src='https://example.org/x.png' alt=''>",
    "a picture of no scheme": "<img src='//example.org/x.png' alt=''>",
    "pictures for other screens": f"<img src='{PNG}' srcset='https://example.org/x.png 2x' alt=''>",
    "a picture of the site": "<img src='../_static/mark-light.svg' alt=''>",
    "a drawing as a picture": "<img src='data:image/svg+xml,<svg onload=\"ran=1\"/>' alt=''>",
    "a link to a file": "<a href='missing.csv'>a</a>",
    # Styles.
    "a style that hides the title": "<style>h1{display:none}</style>",
    "a style that says it is scoped": "<style scoped>.dataframe td{} h1{display:none}</style>",
    "a style that loads": "<p style='background:url(https://example.org/x.png)'>p</p>",
    "a style that loads, in disguise": "<p style='background:u\\72l(https://example.org/)'>p</p>",
    "a style that loads, in a comment": "<p style='color:red;background:u/**/rl(//e.org/)'>p</p>",
    "a set of pictures in a style": "<p style='background:image-set(\"//e.org/x.png\" 1x)'>p</p>",
    "a box over the page": "<div style='position:fixed;inset:0'>x</div>",
    "a box over the page, in capitals": "<div style='POSITION : FIXED;top:0'>x</div>",
    "a box drawn up": "<div style='margin-top:-400px'>x</div>",
    "a box moved": "<div style='transform:translateY(-400px)'>x</div>",
    "a box that overflows": "<div style='height:1px;overflow:visible'>x</div>",
    "a variable of the site": "<div style='--color-brand-primary:red'>x</div>",
    "a class of the site": "<p class='tl-run-sign'>run</p>",
    "an id of the site": "<p id='tl-store'>p</p>",
    "an element of the site": "<tl-question data-kind='order'>q</tl-question>",
    "the sign": "<p>printed <b>by this</b> build · TensorFlow 9.9</p>",
    "the sign of an answer": "<p><i>We</i> ran&nbsp;it</p>",
    # What is not closed, or not where it stands.
    "a box that is not closed": "<div><b>b</b>",
    "a box too many": "</div></div></section></main>",
    "tags that cross": "<b><i>x</b></i>",
    "a comment that is not closed": "x <!-- the rest",
    "a comment that ends early": f"<!--><img src=x onerror={JS}>-->",
    "a comment that ends oddly": f"<!-- --!><img src=x onerror={JS}>-->",
    "a field that eats the page": "<textarea>",
    "a title that eats the page": "<title>",
    "text that eats the page": "<plaintext>",
    "a style that eats the page": "<style>",
    "an attribute that eats the page": "<a title='",
    "a tag that eats the page": "<b ",
    "a processing instruction": "<?php echo 1 ?>",
    "a section of XML": f"<![CDATA[<img src=x onerror={JS}>]]>",
    "a doctype": "<!DOCTYPE html>",
    "text between rows": "<table><tr>x<td>y</td></tr></table>",
    "a cell without a table": "<td>x</td>",
    # What is read in another way the second time.
    "a template": f"<template><script>{JS}</script></template>",
    "templates in each other": f"<template><template><b onclick={JS}>b</b></template></template>",
    "a part for browsers without scripts": (
        f"<noscript><p title='</noscript><img src=x onerror={JS}>'></noscript>"
    ),
    "listing within listing": f"<xmp><p title='</xmp><img src=x onerror={JS}>'></xmp>",
    "formulas that turn into HTML": (
        "<math><mtext><table><mglyph><style><!--</style>"
        f"<img title='--&gt;&lt;img src=x onerror={JS}&gt;'>"
    ),
    "a formula with an address": f"<math href='javascript:{JS}'><mi>x</mi></math>",
    "a formula with actions": f"<math><maction actiontype='statusline#{JS}'>x</maction></math>",
    "an annotation with HTML": (
        "<math><annotation-xml encoding='text/html'><style><img src=x onerror=ran=1></style>"
        "</annotation-xml></math>"
    ),
    "a drawing that turns into HTML": f"<svg></p><style><a title='</style><img onerror={JS}>'>",
    "a title of a drawing with HTML": f"<svg><title><img src=x onerror={JS}></title></svg>",
    "a description with HTML": f"<svg><desc><b onclick={JS}>b</b></desc></svg>",
    "HTML in a drawing": f"<svg><foreignObject><b onclick={JS}>b</b></foreignObject></svg>",
    "a drawing used from elsewhere": "<svg><use href='https://example.org/x.svg#a'/></svg>",
    "a drawing used from data": "<svg><use href='data:image/svg+xml,<svg id=\"a\"/>#a'/></svg>",
    "an address that is animated": (
        f"<svg><a><animate attributeName='href' to='javascript:{JS}'/><text>a</text></a></svg>"
    ),
    "an attribute that is set": f"<svg><set attributeName='onclick' to='{JS}'/></svg>",
    "a script of a drawing": f"<svg><script>{JS}</script></svg>",
    "a script of a drawing by address": "<svg><script href='data:,ran=1'/></svg>",
    "a link in a drawing": f"<svg><a xlink:href='javascript:{JS}'><text>a</text></a></svg>",
    "a filter that loads": "<svg><filter><feImage href='https://example.org/x'/></filter></svg>",
    "a picture in a drawing": "<svg><image href='https://example.org/x.png'/></svg>",
    "a fill from elsewhere": "<svg><rect fill='url(https://example.org/x.svg#a)'/></svg>",
    "a slot of a component": f"<x-y><b slot=a onclick={JS}>b</b></x-y>",
    "a declared shadow": f"<p><template shadowrootmode=open><script>{JS}</script></template></p>",
    "a dialog": "<dialog open>x</dialog>",
    "a popover": "<div popover id=x>x</div>",
    "a name that stands for a function": "<img name=getElementById alt=''>",
    "a text that can be edited": "<p contenteditable>x</p>",
    "a marquee": f"<marquee onstart={JS}>x</marquee>",
    "frames": "<frameset><frame src='https://example.org/'></frameset>",
    "a portal": "<portal src='https://example.org/'></portal>",
}
SVG = {
    "a drawing with a script": f"<script>{JS}</script>",
    "a drawing with a script under a prefix": (
        f"<s:script xmlns:s='http://www.w3.org/2000/svg'>{JS}</s:script>"
    ),
    "a drawing with a script of HTML": (
        f"<h:script xmlns:h='http://www.w3.org/1999/xhtml'>{JS}</h:script>"
    ),
    "a drawing with a handler": f"<rect onclick='{JS}'/>",
    "a drawing with a link": "<a href='javascript:ran=1'><rect/></a>",
    "a drawing that is animated": f"<animate onbegin='{JS}' attributeName='x' dur='1s'/>",
    "a drawing with a handler for events": "<handler xmlns='http://www.w3.org/2001/xml-events'/>",
    "a drawing with a frame": "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
    "a drawing that loads a style": "<style>@import url(https://example.org/x.css);</style>",
    "a drawing that loads a font": "<style>@font-face{src:url(//e.org/x)}</style>",
    "a drawing that loads a picture": "<image href='https://example.org/x.png'/>",
    "a drawing that uses another": "<use href='other.svg#a'/>",
    "a drawing with another base": "<g xml:base='https://example.org/'/>",
    "a drawing that is no XML": "<g>",
}
_HEAD = "<svg xmlns='http://www.w3.org/2000/svg'>"
SVG_FILES = {
    **{name: f"{_HEAD}{drawn}</svg>" for name, drawn in SVG.items()},
    "a drawing with a stylesheet": f"<?xml-stylesheet href='x.xsl'?>{_HEAD}</svg>",
    "a drawing with an entity": f"<!DOCTYPE svg [<!ENTITY a '<script/>'>]>{_HEAD}&a;</svg>",
    "a drawing with defaults for attributes": (
        f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA '{JS}'>]>{_HEAD}</svg>"
    ),
    "HTML called a drawing": f"<html xmlns='http://www.w3.org/1999/xhtml'><script>{JS}</script></html>",
}
_BUNDLES = {
    "a script as an output": {"application/javascript": JS},
    "a widget": {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}},
    "a chart drawn by a script": {"application/vnd.plotly.v1+json": {"data": []}},
    "a page as PDF": {"application/pdf": "JVBERg=="},
    "a value that no cell was asked for": {"application/vnd.trueloss.value+json": [1]},
    "an output for another place": {"application/papermill.record/text/html": "<b>b</b>"},
    "a type that is no type": {"text/html; charset=utf-7": "+ADw-script+AD4-"},
    "a type in capitals": {"TEXT/HTML": f"<script>{JS}</script>"},
    "HTML that is a list": {"text/html": ["<script>", JS, "</script>"]},
    "a picture that is no picture": {"image/png": "PHNjcmlwdD4="},
    "a picture that is no base64": {"image/png": "%%%"},
    "HTML with an unseen letter": {"text/html": "a\0b"},
}
_TEXTS = {
    "NUL": r"\x00",
    "a bell": r"\x07",
    "a form feed": r"\x0c",
    "an escape of nothing": r"\x1b",
    "a letter of C1": r"\x9b31m",
    "a line end of its own": r"\x85",
    "letters read backwards": r"\u202etxt.exe",
    "no character": r"\uffff",
}
_MARKDOWN = {
    "a move to another page in Markdown": "<meta http-equiv=refresh content=0>",
    "a handler in Markdown": f"text <b onclick={JS}>b</b>",
    "a tag in Markdown that is not closed": "text <b>b",
    "a comment in Markdown that is not closed": "<!-- x\n\ny",
    "a picture of another host in Markdown": "![x](https://example.org/x.png)",
    "a link in Markdown to a file": "[x](../training/index.md)",
    "a link in Markdown to a scheme": "[x](ftp://example.org/)",
}
CELLS = [
    *(
        Attack(name, f"display({{'text/html': {html!r}}}, raw=True)", AT_BOTH)
        for name, html in HTML.items()
    ),
    *(
        Attack(name, f"display({{'image/svg+xml': {svg!r}}}, raw=True)", AT_CELL)
        for name, svg in SVG_FILES.items()
    ),
    *(Attack(name, f"display({data!r}, raw=True)", AT_CELL) for name, data in _BUNDLES.items()),
    *(Attack(f"{name} in a text", f"print('a{text}b')", AT_CELL) for name, text in _TEXTS.items()),
    *(
        Attack(name, f"display({{'text/markdown': {text!r}}}, raw=True)", AT_CELL)
        for name, text in _MARKDOWN.items()
    ),
]
#: What Markdown itself does not take for HTML, or closes.
_NOT_IN_A_PAGE = {"a tag that eats the page", "an attribute that eats the page"}
TAGS = [
    Attack(f"{name}, in a page", f"```{{raw}} html\n{html}\n```", AT_BOTH)
    for name, html in HTML.items()
    if name not in _NOT_IN_A_PAGE
]
PAGES = [
    Attack("a class of any kind", "<p class='sd-stretched-link'>p</p>", AT_LINE),
    Attack("an id of any kind", "text <b id='searchbox'>b</b>", AT_LINE),
    Attack("a box over the next section", "<div>\n\n## More", AT_LINE),
    Attack(
        "HTML that says it comes from a cell",
        f"```{{raw}} html\n:class: output text_html\n\n<b onclick={JS}>b</b>\n```",
        AT_LINE,
    ),
    Attack("the class of the sign", "{.tl-run-sign}\nprinted by this build", AT_LINE),
    Attack("the class of an answer", ":::{tip}\n:class: tl-we-ran-it\nWe ran it.\n:::", AT_LINE),
    Attack(
        "the class of a number that ran",
        "```{eval-rst}\n.. role:: own\n   :class: tl-ran\n\n:own:`x`\n```",
        AT_LINE,
    ),
    Attack("a picture that is not there", '<img src="missing.png" alt="x">', AT_LINE),
    Attack("a remote picture", "![x](https://example.org/x.png)", AT_LINE),
    Attack("an unsafe link of reST", "```{eval-rst}\n`x <javascript:ran=1>`_\n```", AT_LINE),
]
_FILES = {
    "evil.js": JS,
    "evil.html": f"<script>{JS}</script>",
    "evil.svg": f"{_HEAD}<script>{JS}</script></svg>",
    "evil.xhtml": "<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "evil": f"<script>{JS}</script>",
}


@dataclass(frozen=True)
class WithFile(Attack):
    """An attack by a file, which the code names."""

    file: str = ""
    content: str = ""


FILES = [
    WithFile(f"{word} {file}", code.format(file), AT_LINE, file, content)
    for word, code in (("a download of", "{{download}}`{}`"), ("a link to", "[x]({})"))
    for file, content in _FILES.items()
] + [
    WithFile(f"{name} as a picture", f"![x]({name})", AT_LINE, name, content)
    for name, content in _FILES.items()
]

SUBJECTS = [
    Subject("Readers, by what a cell shows", CELLS),
    Subject("Readers, by what an author writes", [*PAGES, *FILES]),
]

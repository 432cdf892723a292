"""The content security policy: what a page may load and run.

It stands on every page, so that it holds from the disk and on any host, and once more in
``_headers`` for hosts that read such a file. A script in a page runs only where its hash is known
here; a style in a page has its hash taken, because nothing but the build puts one there.

It is our own because tools such as inlinehashes allow every script that they find in a page,
and here a script that nobody has looked at has to fail the build.
"""

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.beside import lies_beside_a_page
from trueloss.text.allowed_svg import fault_of_svg

#: Inline scripts that may run, by their hash, and what each does.
SCRIPTS = {
    "sha256-ySvT2PEZeueHGC1y2crNuNTfphBynFPP7i+U21fEgX0=": "Furo: light or dark, from the start",
    "sha256-yFY6EtA4pY5pPyWGPlBdBnMvrNmURYOScZeX8L2rMvc=": "404.html: find the first page",
}
#: The file of headers that Netlify and Cloudflare Pages read.
HEADERS_FILE = "_headers"
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

#: The one script outside of ``_static``.
SEARCH_INDEX = "searchindex.js"
#: What a browser runs, or shows with what runs in it, where it is opened by itself.
_SUFFIXES = (
    ".cjs .hta .htm .html .js .mht .mhtml .mjs .shtml .svg .svgz .swf .wasm .xht .xhtml .xml .xsl "
    ".xslt"
)
ACTIVE = frozenset(_SUFFIXES.split())

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<content>.*?)</script\s*>", re.DOTALL | re.I)
_STYLE = re.compile(r"<style[^>]*>(?P<content>.*?)</style\s*>", re.DOTALL | re.I)
_TAG = re.compile(r"""<(?P<tag>[a-z][^\s/>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^'">])*)>""", re.I)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_CHARSET = '<meta charset="utf-8">'
#: Tags that bring another page into this one, or say where its addresses begin.
_FOREIGN = frozenset({"applet", "base", "embed", "frame", "iframe", "object", "portal"})
#: A script of these types is data, which no browser runs.
_DATA = frozenset({"application/json", "application/ld+json"})


def policy(styles: Iterable[str] = (), **more: str) -> str:
    """Return the policy of a page whose own styles have these hashes."""
    directives = {
        "default-src": "'none'",
        "script-src": _sources(SCRIPTS),
        "style-src": _sources(styles),
        # Furo's icons, widths and shades of ours, and summaries of Keras models bear them.
        "style-src-attr": "'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        **more,
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _sources(hashes: Iterable[str]) -> str:
    return " ".join(["'self'", *(f"'{digest}'" for digest in sorted(hashes))])


def headers(styles: Iterable[str] = ()) -> str:
    """Return the ``_headers`` of a site whose pages have styles with these hashes."""
    content = {
        # A page cannot say by itself who may frame it.
        "Content-Security-Policy": policy(styles, **{"frame-ancestors": "'none'"}),
        **HEADERS,
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in content.items())


@dataclass(frozen=True)
class Inline:
    """What runs or styles inside a page: hashes of its styles, and what may not run at all."""

    styles: frozenset[str]
    refused: tuple[str, ...]


def inline_of(html: str, *, moves: bool = False) -> Inline:
    """Return what stands inside a page; one that ``moves`` may send its readers on."""
    bare = _SCRIPT.sub("", _STYLE.sub("", html))
    return Inline(
        frozenset(digest(found["content"]) for found in _STYLE.finditer(html)),
        (*_scripts(html), *_tags(bare, moves=moves)),
    )


def scripts_of(html: str) -> Iterator[str]:
    """Yield the addresses of the scripts that a page loads, without their versions."""
    for found in _SCRIPT.finditer(html):
        if source := _attributes(found["attributes"]).get("src"):
            yield source.partition("?")[0]


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text)
    return {name.lower(): unescape(value.strip("'\"")) for name, value in reversed(found)}


def _scripts(html: str) -> Iterator[str]:
    for found in _SCRIPT.finditer(html):
        attributes = _attributes(found["attributes"])
        runs = "src" not in attributes and attributes.get("type") not in _DATA
        if runs and digest(found["content"]) not in SCRIPTS:
            beginning = " ".join(found["content"].split())[:60]
            yield (
                f"a script stands in the page ({beginning} ...), and browsers are told to run none "
                "whose hash is unknown; put it into a file of conf/trueloss/static, or read it and "
                f"add {digest(found['content'])} to SCRIPTS in conf/trueloss/publishing/policy.py"
            )


def _tags(html: str, *, moves: bool) -> Iterator[str]:
    for found in _TAG.finditer(html):
        tag, rest = found["tag"].lower(), found["rest"].lower()
        if tag in _FOREIGN:
            yield f"the page has <{tag}>, which no page of this site needs; remove it"
        if tag == "meta" and "http-equiv" in rest and not moves:
            order = _attributes(found["rest"]).get("http-equiv", "")
            if order.lower() not in ("content-security-policy", "x-ua-compatible"):
                yield f"the page gives browsers the order {order!r}; remove it"
        if re.search("on|script:|srcdoc|&", rest):
            for name, value in _attributes(found["rest"]).items():
                if re.fullmatch("on[a-z]+|srcdoc", name):
                    yield (
                        f"a tag of the page has the attribute {name}, which browsers are told not "
                        "to run; listen for the event in a file of conf/trueloss/static"
                    )
                elif re.match(r"(?:java|vb)script:", re.sub(r"[\s\0]", "", value), re.I):
                    yield f"a tag of the page has {name}={value!r}, which is a script; remove it"


def digest(content: str) -> str:
    """Return the hash of a script or style, as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def with_policy(html: str, styles: Iterable[str]) -> str | None:
    """Return a page with its policy, which comes before all that it governs.

    A page that does not begin with its charset has no place for it.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(styles)}">'
    before, charset, after = _META.sub("", html, count=1).partition(_CHARSET)
    begins = {found["tag"].lower() for found in _TAG.finditer(before)}
    return f"{before}{charset}{meta}{after}" if charset and begins <= {"html", "head"} else None


def apply(folder: Path, moved: Iterable[str] = ()) -> Mapping[Path, tuple[str, ...]]:
    """Give every page below a folder its policy, and write ``_headers``.

    Returns what may not run, by page; pages that have ``moved`` send their readers on.
    """
    refused: dict[Path, tuple[str, ...]] = {}
    styles: set[str] = set()
    own = {*(folder / "_static").rglob("*.js"), folder / SEARCH_INDEX}
    moves = {folder / f"{page}.html" for page in moved}
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        inline = inline_of(html, moves=path in moves)
        styles |= inline.styles
        said = [*inline.refused]
        said += [
            f"the page loads the script {source}, which is none of the site's own; remove it"
            for source in scripts_of(html)
            if Path(os.path.normpath(path.parent / source)) not in own
        ]
        guarded = with_policy(html, inline.styles)
        if guarded is None:
            said.append(
                f"the page does not begin with {_CHARSET} in its head, behind which the policy "
                "goes that says what may run; write it there"
            )
        elif guarded != html:
            path.write_text(guarded, encoding="utf-8")
        if said:
            refused[path] = tuple(said)
    (folder / HEADERS_FILE).write_text(headers(styles), encoding="utf-8")
    return refused


def active_files(folder: Path) -> Iterator[Path]:
    """Yield what could run in a site besides its pages and its own files.

    These lie in ``_static``, and beside pages with what they ask.
    """
    own = {folder / SEARCH_INDEX, folder / "sitemap.xml"}
    for path in sorted(folder.rglob("*")):
        top, suffix = path.relative_to(folder).parts[0], path.suffix.lower()
        is_page = suffix == ".html" and not top.startswith("_")
        of_house = top == "_static" and suffix not in (".html", ".htm")
        runs = suffix in ACTIVE and (suffix != ".svg" or fault_of_svg(path.read_bytes()))
        is_own = is_page or of_house or lies_beside_a_page(path)
        if runs and path not in own and not is_own:
            yield path


def guard_pages(app: Sphinx, exception: Exception | None) -> None:
    """Apply the policy once all pages are written, and report what it would stop."""
    if exception is not None or app.builder.format != "html":
        return
    folder, moved = Path(app.outdir), app.config.trueloss_redirects
    for path, refusals in apply(folder, moved).items():
        docname = path.relative_to(app.outdir).with_suffix("").as_posix()
        source = Path(app.env.doc2path(docname)) if docname in app.env.found_docs else path
        report([Diagnostic("script-inline", 1, refusal) for refusal in refusals], source)
    for path in active_files(folder):
        message = "a reader's browser would run this file as a part of the site; remove it"
        report([Diagnostic("file-active", 1, message)], path)

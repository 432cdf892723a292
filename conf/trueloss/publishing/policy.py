"""The content security policy: what a page may load and run.

It stands on every page, so that it holds from the disk and on any host, and once more in
``_headers`` for hosts that read such a file. A script in a page runs only where its hash is known
here; a style in a page has its hash taken, because nothing but the build puts one there.

It is our own because tools such as inlinehashes allow every script that they find in a page,
and here a script that nobody has looked at has to fail the build.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic, report

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

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<content>.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(?P<content>.*?)</style>", re.DOTALL)
_HANDLER = re.compile(r'<[a-zA-Z][^<>]*\s(?P<name>on[a-z]+)="')
_META = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: A script of another type is data, which no browser runs.
_TYPE = re.compile(r'\btype="(?!module"|text/javascript"|")')


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


def inline_of(html: str) -> Inline:
    """Return what stands inside a page."""
    return Inline(
        frozenset(digest(found["content"]) for found in _STYLE.finditer(html)),
        tuple(_refused(html)),
    )


def _refused(html: str) -> Iterator[str]:
    for found in _SCRIPT.finditer(html):
        attributes = found["attributes"]
        runs = "src=" not in attributes and not _TYPE.search(attributes)
        if runs and digest(found["content"]) not in SCRIPTS:
            beginning = " ".join(found["content"].split())[:60]
            yield (
                f"a script stands in the page ({beginning} ...), and browsers are told to run none "
                "whose hash is unknown; put it into a file of conf/trueloss/static, or read it and "
                f"add {digest(found['content'])} to SCRIPTS in conf/trueloss/publishing/policy.py"
            )
    for found in _HANDLER.finditer(html):
        yield (
            f"a tag of the page has the attribute {found['name']}, which browsers are told not to "
            "run; listen for the event in a file of conf/trueloss/static"
        )


def digest(content: str) -> str:
    """Return the hash of a script or style, as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def with_policy(html: str, styles: Iterable[str]) -> str:
    """Return a page with its policy, which comes before all that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(styles)}">'
    bare = _META.sub("", html, count=1)
    charset = '<meta charset="utf-8">'
    return bare.replace(charset, charset + meta, 1)


def apply(folder: Path) -> Mapping[Path, tuple[str, ...]]:
    """Give every page below a folder its policy, and write ``_headers``.

    Returns what may not run, by page.
    """
    refused = {}
    styles: set[str] = set()
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        inline = inline_of(html)
        styles |= inline.styles
        if inline.refused:
            refused[path] = inline.refused
        guarded = with_policy(html, inline.styles)
        if guarded != html:
            path.write_text(guarded, encoding="utf-8")
    (folder / HEADERS_FILE).write_text(headers(styles), encoding="utf-8")
    return refused


def guard_pages(app: Sphinx, exception: Exception | None) -> None:
    """Apply the policy once all pages are written, and report what it would stop."""
    if exception is not None or app.builder.format != "html":
        return
    for path, refusals in apply(Path(app.outdir)).items():
        docname = path.relative_to(app.outdir).with_suffix("").as_posix()
        source = Path(app.env.doc2path(docname)) if docname in app.env.found_docs else path
        report([Diagnostic("script-inline", 1, refusal) for refusal in refusals], source)

"""Where pages are found: a sitemap, ``robots.txt``, a page for what is not there, redirects."""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.text.filled import filled


def robots(base: str) -> str:
    """Return ``robots.txt``: all may be read, and where the sitemap lies, if anywhere."""
    lines = ["User-agent: *", "Allow: /"]
    if base:
        lines.append(f"Sitemap: {base}sitemap.xml")
    return "\n".join(lines) + "\n"


def base_address(configured: str) -> str:
    """Return the address that a site begins with, with a slash at its end; empty for none."""
    return configured.rstrip("/") + "/" if configured else ""


def redirect_diagnostics(redirects: Mapping[str, str], pages: set[str]) -> Iterator[str]:
    """Say what is wrong with a mapping from old docnames to new ones."""
    for old, new in sorted(redirects.items()):
        if old in pages:
            yield f"trueloss_redirects leads away from {old!r}, which is a page; remove the entry"
        if new not in pages:
            yield f"trueloss_redirects leads from {old!r} to {new!r}, which is not a page; name one"


def report_redirects(app: Sphinx, env: BuildEnvironment) -> None:
    """Report redirects that lead nowhere."""
    diagnostics = redirect_diagnostics(app.config.trueloss_redirects, env.found_docs)
    report(
        [Diagnostic("redirect", 1, diagnostic) for diagnostic in diagnostics],
        Path(app.confdir) / "conf.py",
    )


def write_addresses(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that stand beside the pages."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    base = base_address(app.config.html_baseurl)
    uris = {docname: app.builder.get_target_uri(docname) for docname in app.env.found_docs}
    if base:
        text = filled("sitemap.xml", addresses=[base + uris[docname] for docname in sorted(uris)])
        (folder / "sitemap.xml").write_text(text, encoding="utf-8")
    (folder / "robots.txt").write_text(robots(base), encoding="utf-8")
    # A host that serves a branch would otherwise hide the folders whose names begin with _.
    (folder / ".nojekyll").touch()
    home = urlsplit(base).path or "index.html"
    missing = filled("404.html", title=app.config.html_title, home=home, looks=not base)
    (folder / "404.html").write_text(missing, encoding="utf-8")
    for old, new in app.config.trueloss_redirects.items():
        if new not in uris:
            continue
        path = folder / f"{old}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        target = posixpath.relpath(uris[new], posixpath.dirname(old) or ".")
        moved = filled(
            "redirect.html",
            target=target,
            canonical=base + uris[new] if base else target,
            title=app.env.titles[new].astext(),
        )
        path.write_text(moved, encoding="utf-8")

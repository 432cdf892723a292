"""Audit the built site: ``python -m audit``, from the root of the repository.

Pages may be named, as in ``python -m audit lessons/training/index``; otherwise one of each kind is
taken.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from audit.kinds import has_chart, pages
from audit.lighthouse import WANTED, audit
from audit.serving import serve
from audit.weight import allowed, weight
from tests.browser.chromium import chromium

ROOT = Path(__file__).parents[1]


def row(docname: str, site: Path, address: str, browser: str) -> tuple[dict[str, Any], list[str]]:
    """Audit a page; return its entry in the report, and what is wrong with it."""
    node = shutil.which("node") or "node"
    result = audit(f"{address}{docname}.html", browser, node)
    page = site / f"{docname}.html"
    size, most = weight(page), allowed(page)
    missed = [
        f"{docname}: {name} is {result.scores[name]}, wanted {wanted}"
        for name, wanted in WANTED.items()
        if result.scores[name] < wanted
    ]
    problems = [f"{docname}: {problem}" for problem in result.problems] if missed else []
    if size > most:
        missed.append(f"{docname}: weighs {size} bytes, allowed are {most}")
    chart = has_chart(page.read_text(encoding="utf-8"))
    entry = {"page": docname, **result.scores, "bytes": size, "chart": chart}
    return entry, missed + problems


def main() -> int:
    """Print the table, write ``build/audit.json``; return 1 where a page misses what is wanted."""
    site = ROOT / "build" / "html"
    with sync_playwright() as playwright:
        browser = chromium(playwright)
    print(
        f"{'page':40} {'perf':>5} {'a11y':>5} {'best':>5} {'seo':>5} {'KB':>7}  chart", flush=True
    )
    entries: list[dict[str, Any]] = []
    wrong: list[str] = []
    with serve(site) as address:
        for docname in sys.argv[1:] or pages(site):
            entry, missed = row(docname, site, address, browser)
            entries.append(entry)
            wrong += missed
            scores = " ".join(f"{entry[name]:5}" for name in WANTED)
            chart = "yes" if entry["chart"] else ""
            print(f"{docname:40} {scores} {entry['bytes'] / 1000:7.1f}  {chart}", flush=True)
    report = json.dumps(entries, indent=1) + "\n"
    (ROOT / "build" / "audit.json").write_text(report, encoding="utf-8")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

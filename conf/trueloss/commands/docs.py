"""Build the whole site, or leave the last good one as it is: ``python -m trueloss docs``.

The site is built aside and swapped in, in one step, when everything held. So ``build/html`` is at
every moment the whole of one good build, also where a build is killed.
"""

import contextlib
import json
import logging
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sphinx._cli.util import errors
from sphinx.cmd.build import main as sphinx_build

from trueloss.commands import parser_of
from trueloss.execution.report import summary
from trueloss.lessons.course.open_points import REPORT, OpenPoint
from trueloss.publishing.archive import write_archive
from trueloss.publishing.inputs import read_inputs
from trueloss.publishing.kept_site import KeptSite, leave_what_is_used
from trueloss.publishing.search_pieces import take_apart
from trueloss.publishing.swap import put_in_place, restore
from trueloss.repository import find_root
from trueloss.settings import read_settings
from trueloss.text.files import disk_trouble, make_way, remove
from trueloss.text.turns import wait_for_turn

#: What a build leaves for other programs, beside the pages.
REPORTS = ("questions.json", "execution.json", REPORT)


#: Where the last good build is kept, from which the next one goes on.
KEPT = "kept"


def publish(root: Path, sphinx_arguments: Sequence[str] = (), *, clean: bool = False) -> int:
    """Build ``root/docs`` and, where nothing was wrong, swap it in as ``root/build/html``.

    A ``clean`` build starts from nothing; others go on from the last good one as far as its bytes
    would be the same. Returns the exit code: 0, or 1 where the build had anything to say.
    """
    build = root / "build"
    with wait_for_turn(build / "publish.lock"):
        restore(build / "html")
        inputs = read_inputs(root, sphinx_arguments)
        kept = KeptSite(build / KEPT)
        published = [build / name for name in ("html", *REPORTS)]
        work = build / "next"
        remove(work)
        if not clean and kept.is_whole(inputs, published):
            print("Nothing has changed since the site was built.")
            _show(build)
            return 0
        goes_on = not clean and kept.go_on(work, inputs, root)
        status = _build(root, work, sphinx_arguments)
        if status == 0 and goes_on and not leave_what_is_used(work):
            remove(work)
            status = _build(root, work, sphinx_arguments)
        print()
        if status == 0:
            _swap_in(work, build, read_settings(root).archive)
            kept.replace_by(work, inputs, published)
            print(summary(json.loads((build / "execution.json").read_text(encoding="utf-8"))))
            _show(build)
        else:
            last = "The last good site stays in build/html." if (build / "html").exists() else ""
            print(f"Nothing is published: mend what is listed above. {last}", file=sys.stderr)
        remove(work)
        return status


def _build(root: Path, work: Path, sphinx_arguments: Sequence[str]) -> int:
    (work / "doctrees").mkdir(parents=True, exist_ok=True)
    with disk_trouble_in_a_line():
        return sphinx_build(
            [
                *("-q", "-W", "-n", "--keep-going"),
                *("-c", str(root / "conf"), "-d", str(work / "doctrees")),
                *sphinx_arguments,
                *(str(root / "docs"), str(work / "html")),
            ]
        )


def _swap_in(work: Path, build: Path, archived_as: str) -> None:
    new = work / "new"
    shutil.copytree(work / "html", new)
    take_apart(new)
    write_archive(new, archived_as)
    put_in_place(new, build / "html")
    for report in REPORTS:
        make_way(build / report)
        (work / report).replace(build / report)


def _show(build: Path) -> None:
    """Say what is left to do, and where the site is."""
    _list_open_points(build)
    address = (build / "html" / "index.html").as_uri()
    print(f"The site is built. Open it in a browser: {address}")


@contextlib.contextmanager
def disk_trouble_in_a_line() -> Iterator[None]:
    """Have Sphinx say so where a disk takes no file, which is no fault of its own."""
    told, pages = errors.handle_exception, logging.getLogger("sphinx.sphinx.builders.html")

    def tell(exception: BaseException, /, **how: Any) -> None:
        if trouble := disk_trouble(exception):
            print(trouble, file=sys.stderr)
        else:
            told(exception, **how)

    errors.handle_exception = tell
    pages.addFilter(_end_at_disk_trouble)
    try:
        yield
    finally:
        errors.handle_exception = told
        pages.removeFilter(_end_at_disk_trouble)


def _end_at_disk_trouble(record: logging.LogRecord) -> bool:
    """Raise what Sphinx would warn of once a page, and go on."""
    for each in record.args if isinstance(record.args, tuple) else ():
        if isinstance(each, OSError) and disk_trouble(each):
            raise each
    return True


def _list_open_points(build: Path) -> None:
    points = [OpenPoint(**point) for point in json.loads((build / REPORT).read_text("utf-8"))]
    if points:
        print(f"Left to do, {len(points)} in all; a build with --release refuses them:")
        print("\n".join(f"  {point}" for point in points))


def main(arguments: Sequence[str]) -> int:
    """Build this checkout, pass other arguments to Sphinx, and return the exit code."""
    parser = parser_of("docs")
    parser.add_argument("--release", action="store_true", help="refuse open points")
    parser.add_argument(
        "--clean", action="store_true", help="build from nothing, as --release does"
    )
    given, others = parser.parse_known_args(arguments)
    release = ("-D", "trueloss_release=1") if given.release else ()
    return publish(find_root(), [*release, *others], clean=given.clean or given.release)

"""Build the whole site, or leave the last good one as it is: ``python -m trueloss docs``.

The site is built into an empty folder and swapped in, in one step, when everything held. So
``build/html`` is at every moment the whole of one good build, also where a build is killed.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx.cmd.build import main as sphinx_build

from trueloss.commands import parser_of
from trueloss.execution.report import summary
from trueloss.lessons.course.open_points import REPORT, OpenPoint
from trueloss.publishing.archive import write_archive
from trueloss.publishing.swap import put_in_place, restore
from trueloss.repository import find_root
from trueloss.settings import read_settings
from trueloss.text.turns import wait_for_turn

#: What a build leaves for other programs, beside the pages.
REPORTS = ("questions.json", "execution.json", REPORT)


def publish(root: Path, sphinx_arguments: Sequence[str] = ()) -> int:
    """Build ``root/docs`` and, where nothing was wrong, swap it in as ``root/build/html``.

    Returns the exit code: 0, or 1 where the build had anything to say.
    """
    build = root / "build"
    with wait_for_turn(build / "publish.lock"):
        return _publish(root, build, sphinx_arguments)


def _publish(root: Path, build: Path, sphinx_arguments: Sequence[str]) -> int:
    work = build / "next"
    site = build / "html"
    restore(site)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    status = sphinx_build(
        [
            *("-q", "-W", "-n", "--keep-going"),
            *("-c", str(root / "conf"), "-d", str(work / "doctrees")),
            *sphinx_arguments,
            *(str(root / "docs"), str(work / "html")),
        ]
    )
    print()
    if status == 0:
        write_archive(work / "html", read_settings(root).archive)
        put_in_place(work / "html", site)
        for report in REPORTS:
            (work / report).replace(build / report)
        _list_open_points(build)
        print(summary(json.loads((build / "execution.json").read_text(encoding="utf-8"))))
        print(f"The site is built. Open it in a browser: {(site / 'index.html').as_uri()}")
    else:
        kept = "The last good site stays in build/html." if site.exists() else ""
        print(f"Nothing is published: mend what is listed above. {kept}", file=sys.stderr)
    shutil.rmtree(work, ignore_errors=True)
    return status


def _list_open_points(build: Path) -> None:
    points = [OpenPoint(**point) for point in json.loads((build / REPORT).read_text("utf-8"))]
    if points:
        print(f"Left to do, {len(points)} in all; a build with --release refuses them:")
        print("\n".join(f"  {point}" for point in points))


def main(arguments: Sequence[str]) -> int:
    """Build this checkout, pass other arguments to Sphinx, and return the exit code."""
    parser = parser_of("docs")
    parser.add_argument("--release", action="store_true", help="refuse open points")
    given, others = parser.parse_known_args(arguments)
    release = ("-D", "trueloss_release=1") if given.release else ()
    return publish(find_root(), [*release, *others])

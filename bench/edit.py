"""Edit pages while the live preview runs, and wait as a reader's browser does for what is new."""

import contextlib
import os
import re
import statistics
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bench.checkout import Checkout
from bench.measure import CommandError

#: So many pages are edited, one after the other, once each.
EDITS = 5
#: Seconds after which an edit that has not shown will not show any more.
PATIENCE = 60
#: Seconds until the preview, which has said its address, watches the folders.
UNTIL_WATCHED = 2
ADDRESS = re.compile(r"The site is at (http://\S+/);")
#: The first line that is a sentence, in pages that give each sentence a line.
SENTENCE = re.compile(r"^([A-Z].*)\.$", re.MULTILINE)
#: How it ends once it is edited.
EDIT = ", edited."


@dataclass(frozen=True)
class Edits:
    """Seconds from saving an edited sentence to the page that shows it, by page."""

    seconds: Mapping[str, float]

    @property
    def median_seconds(self) -> float:
        """The seconds of the edit in the middle."""
        return statistics.median(self.seconds.values())

    @property
    def slowest(self) -> str:
        """The page that showed its edit last."""
        return max(self.seconds, key=lambda page: self.seconds[page])


def measure_edits(checkout: Checkout) -> Edits:
    """Edit pages with cells from all over a checkout; no edit touches a cell."""
    pages = spread(list(checkout.corpus.cells()), EDITS)
    with preview(checkout) as (address, _):
        time.sleep(UNTIL_WATCHED)
        return Edits({page: seconds_until_shown(checkout, page, address) for page in pages})


def spread(names: Sequence[str], count: int) -> list[str]:
    """Return so many of the names, or all, from the first on and as far apart as can be."""
    count = min(count, len(names))
    return [names[number * len(names) // count] for number in range(count)]


def edited(text: str) -> str:
    """Return a page with its first sentence edited; raises ValueError where there is none."""
    edit, count = SENTENCE.subn(rf"\1{EDIT}", text, count=1)
    if not count:
        raise ValueError("no line of the page is a sentence")
    return edit


def seconds_until_shown(checkout: Checkout, page: str, address: str) -> float:
    """Edit a sentence of a page and return the seconds until the preview shows it."""
    path = checkout.corpus.docs / f"{page}.md"
    text = edited(path.read_text(encoding="utf-8"))
    with contextlib.suppress(TimeoutError), urlopen(f"{address}-/events", timeout=PATIENCE) as news:
        saved = time.perf_counter()
        path.write_text(text, encoding="utf-8")
        while line := news.readline():
            if line.startswith(b"data:") and EDIT in _fetched(f"{address}{page}.html"):
                return time.perf_counter() - saved
    raise CommandError(f"the preview does not show the edit of {path}")


def _fetched(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


@contextlib.contextmanager
def preview(checkout: Checkout) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Run the live preview of a checkout, yield its address and its process, and end it."""
    command = checkout.command("serve", "--port", "0")
    printed = checkout.root / "preview.txt"
    with (
        printed.open("wb") as output,
        subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            yield _address(process, printed), process
        finally:
            process.terminate()


def _address(process: "subprocess.Popen[bytes]", printed: Path) -> str:
    """Wait until all pages are built and served."""
    while process.poll() is None:
        if found := ADDRESS.search(printed.read_text(encoding="utf-8")):
            return found[1]
        time.sleep(0.1)
    raise CommandError(f"the preview has ended:\n{printed.read_text(encoding='utf-8')}")

"""Two builds of one checkout: the second waits for the first and takes over what that one ran."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

from tests.conftest import Site

PAGE = "# A page\n\n```{code-cell}\nprint(6 * 7)\n```\n"


def start(site: Site, out: Path, *options: str) -> subprocess.Popen[str]:
    """Start a build of the site in a process of its own, without the colours it has in CI."""
    arguments = [
        "-W",
        "--no-color",
        *options,
        "-c",
        str(site.conf),
        str(site.docs),
        str(out / "html"),
    ]
    return subprocess.Popen(
        [sys.executable, "-u", "-m", "sphinx", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def totals(out: Path) -> dict[str, float]:
    """Return what a build says of its pages."""
    content: dict[str, dict[str, float]] = json.loads((out / "execution.json").read_text("utf-8"))
    return content["totals"]


def test_a_quiet_build_says_that_it_waits_and_builds_after_the_other(
    site: Site, tmp_path: Path
) -> None:
    site.write({"docs/index.md": PAGE})
    one, other = tmp_path / "one", tmp_path / "other"
    with start(site, one) as first:
        assert first.stdout is not None
        # It has its turn by the time that it says what it is about to build.
        assert any(line.startswith("building [html]") for line in first.stdout)
        first.send_signal(signal.SIGSTOP)
        with start(site, other, "-q") as second:
            assert second.stderr is not None
            # Where it says nothing, it ends without a word once the first goes on by itself.
            patience = threading.Timer(60, first.send_signal, [signal.SIGCONT])
            patience.start()
            said = second.stderr.readline()
            patience.cancel()
            first.send_signal(signal.SIGCONT)
            _, complaints = first.communicate(timeout=60)
            _, more = second.communicate(timeout=60)
    assert said == "another build is running in this checkout; waiting for it to finish\n"
    assert (first.returncode, complaints) == (0, "")
    assert (second.returncode, more) == (0, "")
    assert (totals(one)["run"], totals(one)["cached"]) == (1, 0)
    assert (totals(other)["run"], totals(other)["cached"]) == (0, 1)

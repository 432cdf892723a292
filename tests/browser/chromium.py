"""Find a Chromium on this machine, or install one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium(playwright: Playwright) -> str:
    """Return the path of a Chromium.

    That is Playwright's own, the system's, or one that is installed now: Playwright's where its
    host is reached, else the system's package. Raises RuntimeError where none is to be had.
    """
    own = Path(playwright.chromium.executable_path)
    return (
        _found(own)
        or _found_after(own, [sys.executable, "-m", "playwright", "install", "chromium"])
        or _found_after(own, [*_as_root(), "apt-get", "update", "-qq"])
        or _found_after(own, [*_as_root(), "apt-get", "install", "-y", "-qq", "chromium"])
        or _give_up()
    )


def _found(own: Path) -> str | None:
    if own.exists():
        return str(own)
    return next((path for path in map(shutil.which, NAMES) if path), None)


def _found_after(own: Path, command: list[str]) -> str | None:
    if shutil.which(command[0]):
        subprocess.run(command, check=False, timeout=600, stdout=subprocess.DEVNULL)
    return _found(own)


def _as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def _give_up() -> str:
    message = (
        "there is no Chromium here and none could be installed; the browser tests need one: "
        "install the package chromium, or run `python -m playwright install chromium`"
    )
    raise RuntimeError(message)

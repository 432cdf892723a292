"""What a course of two, fourteen and fifty lessons costs: ``python -m bench course 50``.

The course is synthetic, its outputs are in the cache, and the same checkout grows from one size to
the next. Each command is measured from its start to its exit.
"""

import contextlib
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from bench import targets
from bench.checkout import Checkout, make_checkout
from bench.corpus import ROOT, Corpus
from bench.edit import UNTIL_WATCHED, edited, preview, seconds_until_shown
from bench.measure import Command, Measured, measure
from bench.misses import Figure
from bench.synthetic_course import SyntheticCourse

#: The sizes below the one that is asked for, so that the table shows the growth.
SMALLER = (2, 14)
#: The lesson that stands for all; the first of the map, so that each size has it.
LESSON = Path("docs", "lessons", "training")
PROGRAM = Path("examples", "training", "smallest.py")
MAIN = re.compile(r"<article.*</article>", re.DOTALL)
CONSTANT = "UNUSED = 1\n"
KILO = 1024


@dataclass(frozen=True)
class Took:
    """CPU seconds of all processes of a command, and seconds from its start to its end."""

    cpu: float
    wall: float


@dataclass(frozen=True)
class CourseFigures:
    """What a course of one size took and weighs; ``kilobytes`` are those of files, uncompressed."""

    lessons: int
    pages: int
    seconds: dict[str, Took]
    kilobytes: dict[str, float]
    memory_mb: float

    def as_json(self) -> dict[str, Any]:
        """Return the figures in the shape that others read."""
        seconds = {
            name: {part: round(value, 2) for part, value in asdict(took).items()}
            for name, took in self.seconds.items()
        }
        kilobytes = {name: round(value, 1) for name, value in self.kilobytes.items()}
        return {
            "lessons": self.lessons,
            "pages": self.pages,
            "seconds": seconds,
            "kilobytes": kilobytes,
            "memory_mb": round(self.memory_mb),
        }


def measure_course(lessons: int, folder: Path, *, run: bool = False) -> Iterator[CourseFigures]:
    """Yield the figures of each size up to the one wanted.

    With ``run`` every program of the copies runs, and a clean build is that of an empty cache.
    """
    checkout = make_checkout(Corpus(ROOT), folder / "course")
    course = SyntheticCourse(checkout.root, ROOT, run)
    for size in (*(each for each in SMALLER if each < lessons), lessons):
        yield _figures(checkout, course, size)


def _figures(checkout: Checkout, course: SyntheticCourse, lessons: int) -> CourseFigures:
    course.make(lessons)
    docs = checkout.command("docs")
    if not course.run:
        measure(docs)  # fills the cache
    clean = measure(checkout.command("docs", "--clean"), memory=True)
    seconds = {"clean": _took(clean), "nothing": _took(measure(docs))}
    kilobytes = _kilobytes(checkout.root / "build" / "html")
    pages = len([*(checkout.root / "docs" / "lessons").rglob("*.md")])
    seconds["sentence"] = _took(_after(checkout, LESSON / "why.md", edited, docs))
    seconds["program"] = _took(_after(checkout, PROGRAM, _with_constant, docs))
    course.make(lessons + 1)
    seconds["lesson"] = _took(measure(docs))
    course.make(lessons)
    measure(docs)
    check = checkout.command("check", str(LESSON / "index.md"))
    measure(check)  # keeps what it has read
    seconds["check"] = _took(measure(check))
    seconds["stale"] = _took(measure(checkout.command("stale", str(LESSON))))
    shutil.rmtree(checkout.root / "build" / "preview", ignore_errors=True)
    seconds |= _served(checkout)
    return CourseFigures(lessons, pages, seconds, kilobytes, clean.peak_mb or 0)


def _after(
    checkout: Checkout, path: Path, change: Callable[[str], str], command: Command
) -> Measured:
    """Measure a command after a file was changed, and change it back."""
    file = checkout.root / path
    text = file.read_text(encoding="utf-8")
    file.write_text(change(text), encoding="utf-8")
    try:
        return measure(command)
    finally:
        file.write_text(text, encoding="utf-8")


def _with_constant(program: str) -> str:
    return program + CONSTANT


def _took(measured: Measured) -> Took:
    return Took(measured.cpu_seconds, measured.build_seconds)


def _served(checkout: Checkout) -> dict[str, Took]:
    """Measure the preview until it shows the first page, and an edit in it."""
    start = time.perf_counter()
    with preview(checkout) as (address, process):
        watched = psutil.Process(process.pid)
        first = Took(_cpu_of(watched), time.perf_counter() - start)
        time.sleep(UNTIL_WATCHED)
        before = _cpu_of(watched)
        name = (LESSON / "why").relative_to("docs").as_posix()
        wall = seconds_until_shown(checkout, name, address)
        return {"serve": first, "edit": Took(_cpu_of(watched) - before, wall)}


def _cpu_of(process: psutil.Process) -> float:
    """Return the CPU seconds of a process and of all below it, those that ended included."""
    total = 0.0
    for each in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = each.cpu_times()
            total += times.user + times.system
            total += getattr(times, "children_user", 0) + getattr(times, "children_system", 0)
    return total


def _kilobytes(html: Path) -> dict[str, float]:
    """Return how heavy pages are, and of a page of a lesson what stands around its article."""
    learn = (html / "lessons" / "training" / "index.html").read_text(encoding="utf-8")
    evidence = max(
        path.stat().st_size for path in (html / "evidence.html", *html.glob("evidence/*.html"))
    )
    sizes = {
        "home": (html / "index.html").stat().st_size,
        "progress": (html / "progress.html").stat().st_size,
        "evidence": evidence,
        "learn": len(learn.encode()),
        "search": (html / "searchindex.js").stat().st_size,
        "frame": len(MAIN.sub("", learn).encode()),
    }
    return {name: size / KILO for name, size in sizes.items()}


def as_table(sizes: Sequence[CourseFigures]) -> str:
    """Return the table that a person reads, a row for each figure, a column for each size."""
    heads = [f"{each.lessons} lessons" for each in sizes]
    lines = [f"{'CPU seconds (seconds)':>24}" + "".join(f"{head:>18}" for head in heads)]
    for name in sizes[0].seconds:
        cells = [f"{each.seconds[name].cpu:.1f} ({each.seconds[name].wall:.1f})" for each in sizes]
        lines.append(f"{name:>24}" + "".join(f"{cell:>18}" for cell in cells))
    for name in sizes[0].kilobytes:
        cells = [f"{each.kilobytes[name]:.1f} KB" for each in sizes]
        lines.append(f"{name:>24}" + "".join(f"{cell:>18}" for cell in cells))
    rows = {"pages": [f"{each.pages}" for each in sizes]}
    rows["memory"] = [f"{each.memory_mb:.0f} MB" for each in sizes]
    for name, cells in rows.items():
        lines.append(f"{name:>24}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def course_figures(sizes: Sequence[CourseFigures]) -> Iterator[Figure]:
    """Yield what is promised of the largest course, and of its frame against a smaller one's."""
    largest = sizes[-1]
    for name, target in targets.COURSE_CPU.items():
        yield Figure(f"CPU seconds, {name}", largest.seconds[name].cpu, target)
    clean = largest.seconds["clean"].cpu / largest.pages
    yield Figure("CPU seconds a page, clean", clean, targets.CLEAN_PAGE)
    for name in ("home", "progress", "evidence"):
        yield Figure(f"KB of {name}", largest.kilobytes[name], targets.COURSE_PAGE_KB)
    if len(sizes) > 1:
        grown = abs(largest.kilobytes["frame"] - sizes[-2].kilobytes["frame"])
        yield Figure("KB by which a page's frame differs", grown, targets.FRAME_KB)
    yield Figure("MB of memory", largest.memory_mb, targets.COURSE_MB)

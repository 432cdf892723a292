"""A course of as many lessons as wanted, made from the lessons of this repository.

The lessons stand in it as they are, and then again and again, each time with another suffix to the
names of folders and questions. A copy runs what its original runs, so its outputs come from the
cache; with ``run`` each of its programs has a constant of its own, and has to run.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trueloss.text.files import remove, write_whole
from trueloss.truth.course_parts import read_parts

HOME = Path("docs", "index.md")
#: The folders in which each lesson has one of its own.
PLACES = (Path("docs", "lessons"), Path("examples"), Path("docs", "_records", "lessons"))
MAP = re.compile(r"(?<=^```\{course-map\}\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\((?:\.\./|lessons/)([\w-]+)/[\w-]+\.md[^)]*\)")
CELL = re.compile(r"^```\{code-cell\}\n(?!:load:)(?::(?!load:).*\n)*(?!:)", re.MULTILINE)
DOCSTRING = re.compile(r'^""".*?"""\n', re.DOTALL)


@dataclass(frozen=True)
class SyntheticCourse:
    """The copy of a repository at ``root``, whose lessons are made from those of ``stock``."""

    root: Path
    stock: Path
    run: bool = False

    def make(self, lessons: int) -> None:
        """Make it so many lessons long; no file is touched that stays as it is."""
        chosen = self._chosen(lessons)
        wanted = {path: text for lesson in chosen for path, text in self._files(*lesson)}
        wanted[HOME] = MAP.sub("".join(_map(chosen)), self._read(HOME))
        folders = {slug + suffix for slug, suffix in chosen}
        for path in self._there():
            if path not in wanted:
                remove(self.root / path)
        for path, text in wanted.items():
            kept = LINK.sub(lambda link: link[0] if link[2] in folders else link[1], text)
            if not (self.root / path).exists() or self._now(path) != kept:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.root / path, kept)

    def _slugs(self) -> list[str]:
        found = MAP.search(self._read(HOME))
        assert found is not None
        parts = read_parts(enumerate(found[0].splitlines()))
        there = {folder.name for folder in (self.stock / PLACES[0]).iterdir()}
        return [item.text for part in parts for item in part.items if item.text in there]

    def _chosen(self, lessons: int) -> list[tuple[str, str]]:
        """Return the lessons, each as the name of its original and its own suffix."""
        slugs = self._slugs()
        rounds = range(-(-lessons // len(slugs)))
        suffixes = [f"-{count + 1}" if count else "" for count in rounds]
        return [(slug, suffix) for suffix in suffixes for slug in slugs][:lessons]

    def _there(self) -> Iterator[Path]:
        """Yield the files of all lessons that the copy has now."""
        originals = tuple(self._slugs())
        for place in PLACES:
            for folder in (self.root / place).iterdir():
                if folder.is_dir() and folder.name.startswith(originals):
                    yield from (path.relative_to(self.root) for path in _texts(folder))

    def _files(self, slug: str, suffix: str) -> Iterator[tuple[Path, str]]:
        """Yield the files of a lesson, with what has to be in them."""
        for place in PLACES:
            for path in _texts(self.stock / place / slug):
                text = path.read_text(encoding="utf-8")
                name = place / f"{slug}{suffix}" / path.relative_to(self.stock / place / slug)
                yield name, self._renamed(text, slug, suffix, path.suffix) if suffix else text

    def _renamed(self, text: str, slug: str, suffix: str, kind: str) -> str:
        text = re.sub(rf"(?<=(?:xamples|lessons)/){slug}(?=/)", slug + suffix, text)
        # So the names of questions, tasks and cards begin.
        text = re.sub(rf"(?<![\w/-]){slug}-(?=[a-z])", f"{slug}{suffix}-", text)
        before = {".md": CELL, ".py": DOCSTRING}.get(kind)
        if self.run and before:
            constant = f"ROUND = {suffix.removeprefix('-')}\n"
            return before.sub(lambda found: found[0] + constant, text)
        return text

    def _read(self, path: Path) -> str:
        return (self.stock / path).read_text(encoding="utf-8")

    def _now(self, path: Path) -> str:
        return (self.root / path).read_text(encoding="utf-8")


def _map(chosen: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the course map: a part for each round, and in it one lesson first."""
    for count, suffix in enumerate(dict.fromkeys(suffix for _, suffix in chosen), start=1):
        first, *others = [f"{slug}{each}" for slug, each in chosen if each == suffix]
        yield f"Round {count}\n- {first}\n"
        yield from (f"- {slug}: {first}\n" for slug in others)


def _texts(folder: Path) -> Iterator[Path]:
    kinds = {".md", ".py", ".txt", ".json"}
    return (path for path in sorted(folder.rglob("*")) if path.suffix in kinds)

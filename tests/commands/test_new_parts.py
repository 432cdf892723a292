"""Parts of a page made from programs, and what the build says of them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.commands.test_drafts import GAPS
from tests.conftest import Site
from trueloss.__main__ import main

STEP = '''"""Take a step.

Run it: nox -s run -- examples/sums/step.py
"""

RATE = 0.25
weight = 1.0 - RATE * 2
print(weight)
'''
RATES = '''"""Try rates.

Run it: nox -s run -- examples/sums/rates.py
"""

lefts = {rate: abs(1 - 2 * rate) for rate in (0.25, 0.5)}
for rate, left in lefts.items():
    print(f"rate {rate}: {left:.2f} left")
print(min(lefts, key=lefts.get))
'''
PAGE = "# Sums\n\nWords.\n\n## The end\n\nMore words.\n"


@pytest.fixture
def sums(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setenv("CI", "true")
    monkeypatch.chdir(site.root)
    home = "# Home\n\n```{toctree}\nlessons/sums/index\nlessons/sums/challenge\n```\n"
    site.write(
        {
            "docs/index.md": home,
            "docs/lessons/sums/index.md": PAGE,
            "docs/lessons/sums/challenge.md": PAGE,
            "examples/sums/step.py": STEP,
            "examples/sums/rates.py": RATES,
            "examples/sums/gaps.py": GAPS.replace("a/step.py", "sums/gaps.py").replace(
                "  # gap: weight\n", "\n"
            ),
        }
    )
    return site


def new(*arguments: str) -> int:
    # In a thread of its own: tests in a browser leave an event loop running in theirs.
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(main, ["new", *arguments]).result()


def test_what_is_made_needs_a_person_and_nothing_else(sums: Site) -> None:
    learn = "docs/lessons/sums/index.md"
    assert new("question", "examples/sums/step.py", "--into", f"{learn}:5") == 0
    text = (sums.root / learn).read_text(encoding="utf-8")
    assert text.endswith("\n```\n\n## The end\n\nMore words.\n")
    assert ":name: sums-practice-step\n" in text
    assert "- [x] `0.5`\n" in text
    assert "With rate 0.5 instead of 0.25 it would print {ran}`0.0 <step-neighbours: rate" in text
    challenge = "docs/lessons/sums/challenge.md"
    assert new("question", "examples/sums/rates.py", "--into", challenge) == 0
    assert new("blank", "examples/sums/gaps.py", "--into", learn) == 0
    assert new("cards", "docs/lessons/sums/challenge.md", "rates", "--into", challenge) == 0
    assert ":time: 2:00" in (sums.root / challenge).read_text(encoding="utf-8")
    (sums.root / "examples/sums/gaps.py").unlink()
    built = sums.build(whole=True)
    assert built.warnings == []


def test_without_a_place_it_is_printed(sums: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("question", "examples/sums/rates.py") == 0
    said = capsys.readouterr().out
    assert said.startswith(
        "```{code-cell}\n:label: rates\n:load: ../../../examples/sums/rates.py\n```\n\n:::::{quest"
    )
    assert "Words" in (sums.docs / "lessons/sums/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["question", "examples/sums/no.py"], "there is no program at examples/sums/no.py"),
        (["blank", "examples/sums/no.py"], "there is no program at "),
        (["blank", "examples/sums/step.py"], "mark what a reader is to choose with # gap:"),
        (["cards", "examples/sums/step.py"], "no line of the program says in words"),
        (["cards", "examples/sums/step.py", "--into", "docs/no.md"], "there is no page at docs/no"),
    ],
)
def test_what_cannot_be_made(
    sums: Site, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = sorted(Path(sums.root, "examples/sums").iterdir())
    assert new(*arguments) == 2
    assert capsys.readouterr().err.startswith(message)
    assert sorted(Path(sums.root, "examples/sums").iterdir()) == before

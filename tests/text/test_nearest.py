"""Which name an author meant."""

import pytest

from trueloss.text.nearest import instead

MANY = [f"page-{number}" for number in range(100)]


@pytest.mark.parametrize(
    ("name", "known", "says"),
    [
        ("titel", ["alt", "title"], "write title, or another of alt"),
        ("codecell", ["code-cell"], "write code-cell"),
        ("Mode", ["mode", "model"], "write mode, or another of model"),
        ("xyz", ["alt", "title"], "use one of alt, title"),
        ("page-7x", ["page-7", *MANY[50:]], "write page-7"),
        ("xyz", MANY, "make one"),
        ("xyz", [], "make one"),
        ("exercises.md", ["experiment.md", "try.md"], "use one of experiment.md, try.md"),
        ("docs/examples/exists.py", ["examples/imports.py"], "use one of examples/imports.py"),
        ("docs/examples/exists.py", ["examples/exists.py"], "write examples/exists.py"),
        ("lessons/los/index.md", ["lessons/loss/index.md"], "write lessons/loss/index.md"),
        ("keras.layers.Dens", ["keras.layers.Dense"], "write keras.layers.Dense"),
    ],
)
def test_what_to_write_instead(name: str, known: list[str], says: str) -> None:
    assert instead(name, known, "make one") == says

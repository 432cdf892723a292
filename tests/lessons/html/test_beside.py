"""Scripts beside pages."""

from pathlib import Path

import pytest

from trueloss.lessons.html.beside import handed_over, lies_beside_a_page


def test_what_is_handed_over_is_one_call() -> None:
    script = handed_over("lessons/a/index", {"key": "größer </script>"})
    assert script == ('TrueLossPieces.take("lessons/a/index", {"key": "größer </script>"});\n')


@pytest.mark.parametrize(
    ("name", "lies"),
    [
        ("index.review.js", True),
        ("index.titles.js", True),
        ("index.js", False),
        ("gone.review.js", False),
        ("review.js", False),
    ],
)
def test_a_script_lies_beside_its_page(tmp_path: Path, name: str, lies: bool) -> None:
    (tmp_path / "index.html").touch()
    assert lies_beside_a_page(tmp_path / name) is lies

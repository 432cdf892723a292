"""The command ``processors``, on a page that depends on the processor and on one that holds."""

import pytest

from tests.conftest import Site
from trueloss.__main__ import main
from trueloss.commands import processors, record

#: A sum of products in float32, whose last digit depends on how OpenBLAS orders it, and a map that
#: doubles every difference: forty rounds make another first digit of it.
HOPS = """\
import numpy as np

one, other = np.random.default_rng(1).random((2, 64, 999), dtype="float32")
x = np.modf(one @ other.T)[0].astype(float)
for _ in range(40):
    x = 4 * x * (1 - x)
print(f"{x.mean():.4f}")
"""
HOLDS = 'import numpy as np\n\nprint(f"{np.ones(9) @ np.ones(9):.4f}")\n'


def page(source: str) -> str:
    return f"# A page\n\n```{{code-cell}}\n:label: one\n{source}```\n"


def test_pages_on_other_processors(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    site.write({"docs/lessons/hops.md": page(HOPS), "docs/lessons/holds.md": page(HOLDS)})
    monkeypatch.chdir(site.root)
    assert record.main([]) == 0
    capsys.readouterr()

    assert processors.main(["docs/lessons/holds.md"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nothing changes with a processor without AVX2.",
        "Nothing changes with oneDNN on two threads.",
    ]
    assert processors.main([]) == 1
    title, _, row, *_ = capsys.readouterr().out.splitlines()
    assert title == "Changed with a processor without AVX2"
    assert row.split()[:3] == ["lessons/hops", "3", "stdout"]

    assert main(["processors", "docs/lessons/c"]) == 2
    assert "no page with code, and no record, at docs/lessons/c" in capsys.readouterr().err

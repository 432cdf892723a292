"""What a build reads, told by content."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Site
from trueloss.publishing.inputs import Inputs, earlier_inputs, read_inputs

BEFORE = Inputs(["-W"], {"conf/conf.py": "1"}, {"docs/a.md": "1", "docs/b.md": "1"})


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        (BEFORE, set()),
        (replace(BEFORE, content={"docs/a.md": "2", "docs/b.md": "1"}), {"docs/a.md"}),
        (replace(BEFORE, content={**BEFORE.content, "docs/c.md": "1"}), set()),
        (replace(BEFORE, content={"docs/a.md": "1"}), None),
        (replace(BEFORE, code={"conf/conf.py": "2"}), None),
        (replace(BEFORE, code={**BEFORE.code, "conf/more.py": "1"}), None),
        (replace(BEFORE, circumstances=["-n"]), None),
    ],
)
def test_changes_that_a_build_can_go_on_from(now: Inputs, changed: set[str] | None) -> None:
    assert now.changed_since(BEFORE) == changed


def test_inputs_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "inputs.json"
    assert earlier_inputs(path) is None
    BEFORE.write(path)
    assert earlier_inputs(path) == BEFORE
    for broken in ("", "[]", "{}", path.read_text(encoding="utf-8")[:40]):
        path.write_text(broken, encoding="utf-8")
        assert earlier_inputs(path) is None


def test_every_file_of_a_course_and_of_the_package_counts(site: Site) -> None:
    site.write({"docs/a.md": "# A\n", "examples/a.py": "print(1)\n"})
    first = read_inputs(site.root, [])
    assert first == read_inputs(site.root, [])
    assert {"docs/a.md", "examples/a.py"} <= first.content.keys()
    assert any(path.endswith("publishing/inputs.py") for path in first.code)
    (site.root / "examples" / "a.py").write_text("print(2)\n", encoding="utf-8")
    assert read_inputs(site.root, []).changed_since(first) == {"examples/a.py"}
    assert read_inputs(site.root, ["-j", "2"]).changed_since(first) is None

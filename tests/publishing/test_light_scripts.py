"""Scripts without what only people need."""

import shutil
import subprocess
from pathlib import Path

import pytest

from trueloss.publishing.light_scripts import light
from trueloss.repository import STATIC

SCRIPT = """\
// @ts-check
/**
 * What it does: `a` and 'b'.
 */

"use strict";

{
  // Why.
  const a = /** @type {Element} */ (b);
    /** @type {Element} */ (a).remove();
  const c = "https://here"; // stays
  /* One. */
  const d = `/* ${c} // */`;
}
"""


def test_comments_and_margins_go_and_code_stays() -> None:
    assert light(SCRIPT).splitlines() == [
        '"use strict";',
        "{",
        "const a = /** @type {Element} */ (b);",
        "/** @type {Element} */ (a).remove();",
        'const c = "https://here"; // stays',
        "const d = `/* ${c} // */`;",
        "}",
    ]
    assert light(light(SCRIPT)) == light(SCRIPT)


@pytest.mark.parametrize("source", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_a_light_script_is_the_same_program(source: Path, tmp_path: Path) -> None:
    script = source.read_text(encoding="utf-8")
    within = light(script)
    # No string spans lines, so none has lost a margin.
    assert [line for line in within.splitlines() if line.count("`") % 2] == []
    assert len(within) < 0.9 * len(script)
    node = shutil.which("node")
    assert node
    (tmp_path / source.name).write_text(within, encoding="utf-8")
    subprocess.run([node, "--check", str(tmp_path / source.name)], check=True, timeout=60)

"""What the builds of `nox -s check` and `nox -s serve` keep of the pages they have read."""

import hashlib
import shutil
from pathlib import Path


def doctrees_of(folder: Path, conf: Path) -> Path:
    """Return the folder for what was read, a new one where the code that reads has changed."""
    code = hashlib.sha256()
    for path in sorted(conf.rglob("*.py")):
        code.update(path.read_bytes())
    doctrees = folder / f"doctrees-{code.hexdigest()[:16]}"
    for earlier in folder.glob("doctrees-*"):
        if earlier != doctrees:
            shutil.rmtree(earlier)
    return doctrees

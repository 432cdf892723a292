"""Where a kernel is."""

import os
import tempfile
from pathlib import Path

import pytest

from trueloss.execution.kernels.kernel import make_folder


@pytest.mark.parametrize("name", ["n" * 90, "ü" * 45])
def test_the_folder_of_a_kernel_leaves_room_for_its_sockets(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their addresses are counted in bytes."""
    (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / name))
    folder = make_folder()
    folder.rmdir()
    assert len(os.fsencode(folder)) <= 80

"""A build with nothing to run stays in its own process and leaves TensorFlow alone."""

import json

from bench.corpus import generate
from bench.measure import measure
from bench.rebuild import watched
from bench.ways import command


def test_a_rebuild_with_nothing_changed_starts_nothing_and_imports_no_tensorflow(tmp_path):
    build = command("ours-2", generate(2, tmp_path / "corpus"), tmp_path / "site")
    report = tmp_path / "watched.json"
    measure(watched(build, report))
    assert json.loads(report.read_text())["processes"] > 0  # the listener hears the kernels
    assert len(list((tmp_path / "site" / "html").glob("lesson-*.html"))) == 2
    measure(watched(build, report))
    assert json.loads(report.read_text()) == {"processes": 0, "tensorflow": False}

"""What one program prints, from a process that stays between two runs."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from tests.commands.test_check import TASK
from tests.conftest import Site
from tests.kernels.test_supervise import processes, wait_for
from tests.published import ROOT
from tests.real_kernels import LINUX
from trueloss.execution.asking import resident_folder, short_path
from trueloss.execution.resident import Resident

PAGE = """\
# A page

```{code-cell}
:label: both
a, b = 3, 4
```

```{code-cell}
:label: unused
raise RuntimeError("nobody needs this cell")
```

```{code-cell}
:label: total
print(f"in all {a + b}, or {(a + b) / 2:.2f}")
print(b - a - 1.5)
```

```{code-cell}
:label: product
:load: ../examples/product.py
```
"""
PRODUCT = '"""Multiply: nox -s run -- examples/product.py"""\n\nprint(6 * 7)\n'
SLOW = """
import subprocess, sys, time
subprocess.Popen(["sleep", "{marker}"])
time.sleep(300)
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = LINUX


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "trueloss", "run", *arguments]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    return kept | {"PYTHONPATH": str(ROOT / "conf"), **more}


def residents(site: Site) -> list[psutil.Process]:
    """Return the processes that were started to stay in a site, without those that are gone."""
    running = [
        process
        for process in psutil.process_iter(["cmdline", "status"])
        if "--keep" in (process.info["cmdline"] or ()) and process.info["status"] != "zombie"
    ]
    return [process for process in running if Path(process.cwd()).is_relative_to(site.root)]


def run_in(site: Site, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(*arguments), cwd=site.root, env=environment(**variables),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture(scope="module")
def shared(module_site: Site) -> Iterator[Site]:
    """Give one site to most tests, whose process stays as it does for an author."""
    yield module_site
    for process in residents(module_site):
        process.kill()


@pytest.fixture
def pages(shared: Site) -> Site:
    shared.write({"docs/page.md": PAGE, "examples/product.py": PRODUCT})
    return shared


@pytest.fixture
def fresh(site: Site) -> Iterator[Site]:
    """Give a site of its own to a test that changes the settings."""
    site.write({"docs/page.md": PAGE, "examples/product.py": PRODUCT})
    yield site
    for process in residents(site):
        process.kill()


@pytest.fixture
def run(pages: Site) -> Run:
    return partial(run_in, pages)


def without_time(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("Ran in"))


def test_a_program_prints_and_each_number_is_ready_to_be_cited(run: Run) -> None:
    ran = run("examples/product.py")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\nRan in " in ran.stdout
    assert without_time(ran.stdout) == ("42\nTo cite it on docs/page.md:\n  {ran}`42 <product>`\n")


def test_a_cell_runs_with_those_it_builds_on_alone(run: Run) -> None:
    ran = run("docs/page.md", "total")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert without_time(ran.stdout) == (
        "in all 7, or 3.50\n-0.5\nTo cite it on docs/page.md:\n"
        "  {ran}`7 <total: in all>`\n"
        "  {ran}`3.50 <total: in all 7, or>`\n"
        "  {ran}`-0.5 <total>`\n"
    )


def test_a_second_run_is_by_the_same_process_and_sees_the_program_as_it_is(
    run: Run, pages: Site
) -> None:
    run("examples/product.py")
    (first,) = residents(pages)
    pages.write({"examples/product.py": PRODUCT.replace("7", "8")})
    assert run("examples/product.py").stdout.startswith("48\n")
    assert residents(pages) == [first]


@pytest.mark.parametrize("kernels", ["forked", "plain"])
def test_in_ci_and_where_it_is_asked_nothing_stays(fresh: Site, kernels: str) -> None:
    settings = (fresh.conf / "conf.py").read_text(encoding="utf-8")
    fresh.write({"conf/conf.py": f"{settings}trueloss_kernels = {kernels!r}\n"})
    if kernels == "forked":
        ran = run_in(fresh, "examples/product.py", CI="true")
    else:
        ran = run_in(fresh, "--alone", "docs/page.md", "product")
    assert ran.stdout.startswith("42\n"), ran.stderr
    assert residents(fresh) == []
    assert not (fresh.root / "build").exists()


def test_two_at_once_share_one_process(fresh: Site) -> None:
    running = [
        subprocess.Popen(
            command("examples/product.py"), cwd=fresh.root, env=environment(),
            stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert all(each.communicate(timeout=120)[0].startswith("42\n") for each in running)
    assert len(residents(fresh)) == 1


def test_after_a_kill_nothing_is_left_and_the_next_run_begins_anew(run: Run, pages: Site) -> None:
    run("examples/product.py")
    (first,) = residents(pages)
    warm = first.children(recursive=True)
    assert warm
    first.kill()
    assert wait_for(lambda: not any(process.is_running() for process in warm))
    assert run("examples/product.py").stdout.startswith("42\n")
    (second,) = residents(pages)
    assert second != first


def test_other_settings_end_it(fresh: Site) -> None:
    run_in(fresh, "examples/product.py")
    (first,) = residents(fresh)
    settings = (fresh.conf / "conf.py").read_text(encoding="utf-8")
    fresh.write(
        {
            "conf/conf.py": f'{settings}trueloss_environment = {{"WHO": "another"}}\n',
            "examples/who.py": 'import os\n\nprint(os.environ["WHO"])\n',
        }
    )
    assert run_in(fresh, "examples/who.py").stdout.startswith("another\n")
    assert wait_for(lambda: not first.is_running() or first.status() == "zombie")
    assert len(residents(fresh)) == 1


def test_who_stops_waiting_ends_the_program(pages: Site) -> None:
    marker = f"8{time.time_ns() % 10**9}"
    pages.write({"examples/slow.py": SLOW.format(marker=marker)})
    client = subprocess.Popen(command("examples/slow.py"), cwd=pages.root, env=environment())
    with client:
        assert wait_for(lambda: bool(processes(f"sleep {marker}")))
        client.kill()
    assert wait_for(lambda: not processes(f"sleep {marker}"))
    assert len(residents(pages)) == 1


def test_a_program_that_fails_says_where(run: Run, pages: Site) -> None:
    pages.write({"examples/product.py": "print(6)\nprint(6 * seven)\n"})
    ran = run("examples/product.py")
    assert ran.returncode == 1
    assert without_time(ran.stdout) == "6\n"
    assert "NameError" in ran.stderr
    assert ran.stderr.splitlines()[-1].startswith(
        "docs/page.md:19: the cell 'product', examples/product.py:2: NameError: name 'seven' is"
    )
    pages.write({"examples/new.py": "zero = 0\nprint(1 / zero)\n"})
    assert "\nexamples/new.py:2: ZeroDivisionError" in run("examples/new.py").stderr


def test_what_a_cell_that_it_builds_on_does_wrong_is_said_there(run: Run, pages: Site) -> None:
    pages.write({"docs/page.md": PAGE.replace("3, 4", "3, four")})
    ran = run("docs/page.md", "total")
    assert ran.returncode == 1
    assert "\ndocs/page.md:5: the cell 'both': NameError" in ran.stderr


def test_a_program_without_a_page_is_named_after_its_file(run: Run, pages: Site) -> None:
    pages.write({"examples/three_times.py": "print(3)\nprint(3)\n"})
    assert without_time(run("examples/three_times.py").stdout) == (
        "3\n3\nTo cite it on the page that loads it:\n  {ran}`3 <three-times>`\n"
    )


def test_a_task_runs_with_every_option(run: Run, pages: Site) -> None:
    gap = '"""Add: nox -s run -- examples/blank_one.py"""\n\ntotal = 4 + __1__\nprint(total)\n'
    pages.write({"examples/blank_one.py": gap})
    ran = run("examples/blank_one.py")
    assert ran.returncode == 2
    assert "examples/blank_one.py has gaps (__1__), and no task" in ran.stderr
    pages.write({"docs/page.md": PAGE + TASK.format("one")})
    by_label, by_program = run("docs/page.md", "one-task"), run("examples/blank_one.py")
    assert without_time(by_label.stdout) == without_time(by_program.stdout)
    assert by_label.stdout.startswith("3\n  passes\n  > 7\n4\n  does not pass\n  > 8\n")
    assert "{ran}`8 <one-task>`" in by_label.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["docs/page.md", "totla"], "docs/page.md has no cell or task 'totla'; did you mean total"),
        (["docs/page.md"], "docs/page.md has several cells and tasks; name one: both, unused, "),
        (["docs/pgae.md", "total"], "there is no page at docs/pgae.md"),
        (["examples/no.py"], "there is no program at examples/no.py; name one below examples/"),
    ],
)
def test_what_is_not_there(run: Run, arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(message)


def test_a_process_that_does_not_start_says_why(fresh: Site) -> None:
    fresh.write({"conf/conf.py": 'raise RuntimeError("no settings today")\n'})
    ran = run_in(fresh, "examples/product.py")
    assert ran.returncode == 2
    assert "no settings today" in ran.stderr


@pytest.fixture
def resident(tmp_path: Path) -> Iterator[Resident]:
    with socket.socket(socket.AF_UNIX) as listening:
        with short_path(tmp_path) as path:
            listening.bind(path)
        listening.listen()
        yield Resident(listening, tmp_path, lambda: "code", idle_seconds=0.1)


def test_it_ends_when_nobody_asks(resident: Resident, tmp_path: Path) -> None:
    resident.serve(lambda _request, _unwanted: "answer")
    assert not (tmp_path / "socket").exists()


def test_it_ends_when_its_folder_is_gone(resident: Resident, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    resident.serve(lambda _request, _unwanted: "answer")


def test_each_environment_of_a_checkout_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    here = resident_folder(ROOT)
    monkeypatch.setattr(sys, "prefix", "elsewhere")
    assert resident_folder(ROOT) != here
    assert resident_folder(ROOT).parent == ROOT / "build"

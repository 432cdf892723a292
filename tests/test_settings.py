"""What a course can set, and what it is told where a value cannot be."""

from dataclasses import fields
from pathlib import Path

import pytest

from tests.published import COURSE
from trueloss.settings import Mode, Settings, helps, read, read_settings

LEARN = {"page": "index", "name": "Learn", "offers": "a program"}


def test_what_is_set_is_read_in_the_form_in_which_it_is_used() -> None:
    given = {"trueloss_workers": 3, "trueloss_imports": ["numpy"], "trueloss_modes": [LEARN]}
    settings = read(given | {"project": "Another course"})
    assert (settings.workers, settings.imports) == (3, ("numpy",))
    assert settings.modes == (Mode("index", "Learn", "a program"),)
    assert settings.kernels == "auto"


def test_the_defaults_know_no_course() -> None:
    defaults = read({})
    assert (defaults.imports, defaults.modes, defaults.packages) == ((), (), {})
    assert "tensorflow" not in repr(defaults).lower()
    assert len(COURSE.modes) == 10


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("workers", 0, "trueloss_workers is 0, and no page would run; write a number from 1 on"),
        (
            "workers",
            "2",
            "trueloss_workers is '2', which is no whole number; write a number from 1 on",
        ),
        (
            "kernels",
            "fork",
            "trueloss_kernels is 'fork', which does not exist; write one of auto, forked, plain",
        ),
        (
            "imports",
            "numpy",
            "trueloss_imports is 'numpy', which is no list; write a list of texts",
        ),
        (
            "environment",
            {"OMP_NUM_THREADS": 1},
            "trueloss_environment is {'OMP_NUM_THREADS': 1}, and 1 in it is not a text; "
            'write a table of texts, such as {"TF_DETERMINISTIC_OPS": "1"}',
        ),
        (
            "packages",
            {"sklearn": "scikit-learn"},
            "trueloss_packages is {'sklearn': 'scikit-learn'}, and 'sklearn' leads to "
            '\'scikit-learn\'; write a table of lists, such as {"sklearn": ["scikit-learn"]}',
        ),
        ("release", 2, "trueloss_release is 2, which is no truth value; write True or False"),
        (
            "archive",
            "a/b",
            "trueloss_archive is 'a/b', which cannot be the name of a file; write a text",
        ),
        (
            "signed",
            "NumPy",
            "trueloss_signed is 'NumPy', which is none of trueloss_packages; "
            "write the name of one of them: none",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_cause(name: str, value: object, message: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 # the whole text follows
        read({f"trueloss_{name}": value})
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("modes", "cause"),
    [
        ([{"page": "index"}], "does not have name, offers, page, or has more"),
        ([LEARN | {"minutes": 3}], "does not have name, offers, page, or has more"),
        ([LEARN | {"rule": "hard"}], "and there is no rule 'hard'"),
        ([LEARN, LEARN], "and two modes have the same page"),
        ([LEARN | {"page": "why"}], "and no mode has the page index"),
    ],
)
def test_modes_that_cannot_be_are_refused(modes: list[dict[str, object]], cause: str) -> None:
    with pytest.raises(ValueError, match=cause):
        read({"trueloss_modes": modes})


def test_a_repository_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "conf.py").write_text('trueloss_archive = "numbers"\n')
    assert read_settings(tmp_path).archive == "numbers"


def test_every_setting_has_a_help() -> None:
    assert list(helps()) == [f"trueloss_{each.name}" for each in fields(Settings)]
    assert all(text[0].islower() for text in helps().values())

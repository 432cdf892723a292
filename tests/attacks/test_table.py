"""The page that lists the attacks lists those of the suite."""

from tests.attacks.table import PAGE, SUBJECTS, with_tables


def test_the_page_has_the_tables_of_the_suite() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page, "write them with python -m tests.attacks.table"


def test_every_attack_has_a_name_of_its_own() -> None:
    for subject in SUBJECTS:
        names = [attack.name for attack in subject.attacks]
        assert len(set(names)) == len(names), subject.title

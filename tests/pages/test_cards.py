"""Flip cards as the run phase reads them from a page."""

from pathlib import Path

from myst_parser.config.main import MdParserConfig

from trueloss.pages.reader import Page, read_page


def read(folder: Path, text: str) -> Page:
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    return read_page("page", path, root=folder, config=config, fingerprint="f")


def test_a_card_is_read_whole(tmp_path: Path) -> None:
    card = ":::{flashcard} What is a  *weight*?\n:name: weight\n\nA {term}`variable`.\n\nOne.\n:::"
    other = ":::{flashcard} And a loss?\n:evidence: sum\n:::"
    page = read(tmp_path, f"# A page\n\n{card}\n\n{other}\n")
    first, second = page.cards
    assert (first.line, first.name, first.evidence) == (3, "weight", None)
    assert (first.front, first.back) == ("What is a weight?", "A variable.\n\nOne.")
    assert (second.line, second.name, second.evidence, second.back) == (11, "", "sum", "")
    assert page.card("What is a *weight*?", first.body, 99) is first
    assert page.card("Another?", first.body, 3) is None

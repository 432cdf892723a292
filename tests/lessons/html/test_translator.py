"""Tables as HTML: what says nothing is no header."""

from tests.conftest import Site


def test_an_empty_cell_in_the_head_of_a_table_is_no_header(site: Site) -> None:
    site.write({"docs/index.md": "# A page\n\n| | loss |\n|---|---|\n| Adam | low |\n"})
    assert site.build().warnings == []
    html = (site.html / "index.html").read_text(encoding="utf-8")
    assert html.count("<th ") == 1
    assert html.count("<td") == html.count("</td>") == 3

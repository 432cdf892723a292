"""Flip cards and the cells they name, in a whole build."""

import re

import pytest

from tests.conftest import Site

CELLS = """\
# Recall

```{code-cell}
:label: alone
print("alone", 3 + 4)
```

```{code-cell}
:label: shared
print("shared", 3 * 4)
```

:::{flashcard} What is the sum?
:evidence: alone

Seven.
:::

:::{flashcard} What is the product?
:evidence: shared

Twelve.
:::

:::{flashcard} What is twice six?
:evidence: shared

Twelve as well.
:::

Words between.

:::{flashcard} What is a deck to `tf.Variable`?
Cards that stand one after the other.
:::
"""


@pytest.fixture
def article(site: Site) -> str:
    site.write({"docs/index.md": CELLS})
    assert site.build().warnings == []
    html = (site.html / "index.html").read_text(encoding="utf-8")
    return html.partition("<article")[2].partition("</article>")[0]


def backs(article: str) -> list[str]:
    return re.findall(r'<div class="tl-card-back">.*?</details>', article, re.DOTALL)


def test_a_cell_that_one_card_names_stands_on_its_back_alone(article: str) -> None:
    assert article.count("alone 7") == 1
    assert "alone 7" in backs(article)[0]


def test_a_cell_that_several_cards_name_stays_and_is_linked(article: str) -> None:
    assert article.count("shared 12") == 1
    assert article.index('id="cell-shared"') < article.index("shared 12")
    assert article.index("shared 12") < article.index("<tl-deck")
    for back in backs(article)[1:3]:
        assert 'href="#cell-shared"' in back


def test_cards_with_words_between_are_two_decks(article: str) -> None:
    assert article.count("<tl-deck") == 2
    assert '<p class="tl-deck-counts">3 cards</p>' in article
    assert '<p class="tl-deck-counts">1 card</p>' in article


def test_a_front_is_a_control_and_holds_no_link(article: str) -> None:
    (front,) = re.findall(r"<summary[^>]*><span>What is a deck.*?</summary>", article)
    assert "<a " not in front

"""Terms show what they mean."""

from tests.conftest import Site

GLOSSARY = """\
# Glossary

```{{glossary}}
loss
cost
  {meaning}

  A second paragraph.
```
"""
PAGE = "# A page\n\nThe {term}`loss` falls, and the {term}`price <cost>` too.\n"


def test_a_term_bears_its_meaning_and_follows_an_edit(site: Site):
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\nglossary\npage\n```\n",
            "docs/glossary.md": GLOSSARY.format(meaning='How *wrong* a "model" is.'),
            "docs/page.md": PAGE,
        }
    )
    assert site.build().warnings == []
    page = (site.html / "page.html").read_text()
    meaning = "How wrong a “model” is. A second paragraph."
    assert f'href="glossary.html#term-loss" title="{meaning}"' in page
    assert f'href="glossary.html#term-cost" title="{meaning}"' in page
    written = (site.html / "page.html").stat().st_mtime_ns
    site.write({"docs/index.md": "# Home\n\nWords.\n\n```{toctree}\nglossary\npage\n```\n"})
    site.build()
    assert (site.html / "page.html").stat().st_mtime_ns == written
    site.write({"docs/glossary.md": GLOSSARY.format(meaning="One number.")})
    site.build()
    assert 'title="One number. A second paragraph."' in (site.html / "page.html").read_text()


def test_an_unknown_term_is_a_fault(site: Site):
    site.write(
        {
            "docs/index.md": "# Home\n\nThe {term}`lass` falls.\n\n```{toctree}\nglossary\n```\n",
            "docs/glossary.md": GLOSSARY.format(meaning="How wrong a model is."),
        }
    )
    (told,) = site.build().warnings
    assert told.startswith("docs/index.md:3: the glossary has no term 'lass'; write {term}`lass <")

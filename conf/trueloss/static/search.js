// @ts-check
/**
 * Excerpts in the search results, which are fetched, and so are refused by a browser on the disk; and the
 * pieces of the search index that a question needs.
 */

"use strict";

// @ts-ignore: Sphinx's own, from documentation_options.js
DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = location.protocol !== "file:";

var TrueLossSearch = (() => {
  // @ts-ignore: Sphinx's own, from searchtools.js
  const search = Search;
  const answer = search.query;

  /**
   * @param {string} word
   * @returns {string} the piece of the index that holds it; `search_pieces.py` does the same
   */
  function pieceOf(word) {
    return word.toLowerCase().slice(0, 2).replace(/[^a-z0-9]/g, "_");
  }

  /**
   * @param {string} piece
   * @returns {Promise<void>}
   */
  function load(piece) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `search/${piece}.js`;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => resolve());
      document.head.append(script);
    });
  }

  /** @param {string} question what a reader looks for */
  async function query(question) {
    const [, wanted, unwanted] = search._parseQuery(question);
    const known = search._index.pieces ?? [];
    const needed = new Set([...wanted, ...unwanted].map(pieceOf));
    await Promise.all([...needed].filter((piece) => known.includes(piece)).map(load));
    answer(question);
  }

  /** @param {Record<string, number | number[]>} words and the pages on which they stand */
  function take(words) {
    Object.assign(search._index.terms, words);
  }

  search.query = query;
  return { take };
})();

// @ts-check
/**
 * What other pages ask. It lies in a script beside each, which hands it to `TrueLossReview`: unlike
 * other files, a browser lets a page load scripts from the disk as well.
 */

"use strict";

var TrueLossPieces = (() => {
  const { all, find, make: element } = TrueLossDom;

  /** @typedef {Record<string, string>} Pieces the HTML of what a page asks, by key */

  /** @type {Map<string, (pieces: Pieces) => void>} */
  const waiting = new Map();

  /**
   * @param {string} page
   * @param {string} href where it lies
   * @returns {Promise<Pieces>} none where they cannot be loaded
   */
  function of(page, href) {
    return new Promise((resolve) => {
      waiting.set(page, resolve);
      const script = element("script", { src: href.replace(/html$/, "review.js") });
      script.addEventListener("error", () => resolve({}));
      document.head.append(script);
    });
  }

  /**
   * @param {string} page
   * @param {Pieces} pieces
   */
  function take(page, pieces) {
    waiting.get(page)?.(pieces);
  }

  /**
   * @param {string} html of a card, a question or a task
   * @param {string} href where the page lies
   * @param {string} title of the page
   * @returns {HTMLElement} with links that lead where they led there, and one to there
   */
  function make(html, href, title) {
    const base = new URL(href, document.baseURI);
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const link of all(template.content, "[href], [src]")) {
      const name = link.hasAttribute("href") ? "href" : "src";
      link.setAttribute(name, new URL(link.getAttribute(name) ?? "", base).href);
    }
    const piece = /** @type {HTMLElement} */ (template.content.firstElementChild);
    const place = element("a", { href: `${base.href}#${piece.id}` }, title);
    find(piece, ".tl-card-back, .tl-answer > div").append(element("p", { class: "tl-quiet" }, "From ", place));
    return piece;
  }

  return { of, take, make };
})();

var TrueLossReview = TrueLossPieces.take;

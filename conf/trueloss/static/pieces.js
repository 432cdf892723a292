// @ts-check
/**
 * What other pages hold. It lies in scripts beside them, each of which hands it over to `take`: unlike
 * other files, a browser lets a page load scripts from the disk as well.
 */

"use strict";

var TrueLossPieces = (() => {
  const { all, find, make: element } = TrueLossDom;

  /** @typedef {{key: string, title: string, anchor: string, level: string}} Entry */

  /** @type {Map<string, (content: any) => void>} */
  const waiting = new Map();

  /**
   * @param {string} page
   * @param {string} href where it lies
   * @returns {Promise<Record<string, string>>} the HTML of what it asks, by key
   */
  function of(page, href) {
    return load(page, href, "review.js");
  }

  /**
   * @param {string} page the first of a lesson
   * @param {string} href where it lies
   * @returns {Promise<Record<string, Entry[]>>} what the lesson asks, by page
   */
  function titles(page, href) {
    return load(page, href, "titles.js");
  }

  /**
   * @param {string} page
   * @param {string} href where it lies
   * @param {string} kind how the name of the script ends
   * @returns {Promise<any>} nothing where it cannot be loaded
   */
  function load(page, href, kind) {
    return new Promise((resolve) => {
      waiting.set(page, resolve);
      const script = element("script", { src: href.replace(/html$/, kind) });
      script.addEventListener("error", () => resolve({}));
      document.head.append(script);
    });
  }

  /**
   * @param {string} page
   * @param {unknown} content
   */
  function take(page, content) {
    waiting.get(page)?.(content);
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

  return { of, titles, take, make };
})();

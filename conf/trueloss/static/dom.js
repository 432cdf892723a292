// @ts-check
/** What every component does with elements: make, find, lead to, save. */

"use strict";

var TrueLossDom = (() => {
  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   * @returns {HTMLElement}
   */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value);
    }
    element.append(...children);
    return element;
  }

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {HTMLElement} the first one, which must be there
   */
  function find(root, selector) {
    return /** @type {HTMLElement} */ (root.querySelector(selector));
  }

  /**
   * @param {ParentNode} root
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  function all(root, selector) {
    return [...root.querySelectorAll(selector)].map((found) => /** @type {HTMLElement} */ (found));
  }

  /**
   * Lead a reader to a question, by its title.
   * @param {Element | undefined} question
   */
  function leadTo(question) {
    const title = question && find(question, ".tl-question-title");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
  }

  /**
   * Hand the reader a file.
   * @param {string} name
   * @param {string} type
   * @param {string} text
   */
  function save(name, type, text) {
    const href = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href, download: name }).click();
    // The download has begun by then, and the browser has its own copy.
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  return { make, find, all, leadTo, save };
})();

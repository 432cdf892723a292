// @ts-check
/** Make elements in one expression. */

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

  return { make };
})();

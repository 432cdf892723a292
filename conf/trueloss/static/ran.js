// @ts-check
/**
 * Keys, fingers and screen readers for a number that has, in `s`, its range with other seeds; it
 * is empty where these say the same. `ran.css` shows it.
 */

"use strict";

customElements.define(
  "tl-ran",
  class extends HTMLElement {
    connectedCallback() {
      const range = this.getAttribute("s");
      // A control holds no other one.
      if (range === null || this.closest("a, button, summary")) return;
      const others = range ? `here; ${range}` : "here, and the same";
      this.ariaDescription = `${this.textContent} ${others} with 10 other seeds`;
      this.role = "button";
      this.tabIndex = 0;
      this.addEventListener("keydown", ({ key }) => key === "Escape" && this.shut(true));
      this.onclick = this.onblur = this.onpointerleave = () => this.shut(false);
    }

    /** @param {boolean} now */
    shut(now) {
      this.toggleAttribute("data-shut", now);
    }
  },
);

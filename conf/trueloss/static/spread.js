// @ts-check
/** A number over many runs, hidden until its reader has made a guess or declined to. */

"use strict";

{
  const { scale, draw } = TrueLossChart;

  class SpreadElement extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form");
      if (!form || this.facts) return;
      /** @type {any} */
      this.facts = JSON.parse(this.querySelector(".tl-chart-data")?.textContent || "");
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.compare(Number(form.querySelector("input")?.value));
      });
      this.querySelector(".tl-skip")?.addEventListener("click", () => this.reveal(this.facts.text));
    }

    /** @param {number} guess */
    compare(guess) {
      const share = this.facts.asks === "share";
      this.mark(guess, share);
      const close = Math.abs(guess - this.facts.truth) <= (share ? 5 : Math.abs(this.facts.truth) / 10);
      const said = `You said ${guess}${share ? "%" : ""}.`;
      this.reveal(`${said} ${this.facts.text}${close ? " Close." : ""}`);
    }

    /**
     * Show what the runs gave.
     * @param {string} text
     */
    reveal(text) {
      this.dataset.answered = "";
      const verdict = this.querySelector(".tl-verdict");
      if (verdict) verdict.textContent = text;
      this.querySelector(".tl-skip")?.setAttribute("hidden", "");
    }

    /**
     * Mark the guess beside what the runs gave.
     * @param {number} guess
     * @param {boolean} share
     */
    mark(guess, share) {
      const plot = this.querySelector(share ? ".tl-share" : ".tl-plot");
      if (!plot) return;
      plot.querySelector(".tl-your-guess")?.remove();
      const [low, high, log] = share ? [0, 100, false] : this.facts.axis;
      const left = scale(low, high, this.facts.left, this.facts.right, log)(guess);
      if (Number.isNaN(left)) return;
      const place = Math.max(this.facts.left, Math.min(this.facts.right, left));
      const group = draw(plot, "g", { class: "tl-your-guess", transform: `translate(${place.toFixed(1)} 0)` });
      draw(group, "path", { d: share ? "M0 18V50" : "M0 32V238" });
      const text = draw(group, "text", { y: share ? 46 : 26, class: "tl-middle" });
      if (share) text.setAttribute("dy", "2.1em");
      text.textContent = "your guess";
    }
  }

  customElements.define("tl-spread", SpreadElement);
}

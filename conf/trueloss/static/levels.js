// @ts-check
/** What a test says of each level, with links to the modes to go back to. */

"use strict";

{
  const { all, find, make } = TrueLossDom;

  /** The modes to go back to, by page; those that the lesson has are offered. */
  const BACK_TO = {
    weak: ["index", "why", "visualize"],
    growing: ["deep-dive", "try", "challenge"],
    strong: [],
  };
  /** What to do with these modes, or what there is to say where there are none. */
  const ADVICE = { weak: "Read once more:", growing: "Practise with:", strong: "You know this level." };
  const RULE = "Counted is what you got right at once, without hint or solution.";

  class LevelsElement extends HTMLElement {
    connectedCallback() {
      document.addEventListener("tl-set", (event) => {
        this.update(/** @type {CustomEvent} */ (event).detail);
      });
    }

    /** @param {{score: ReturnType<typeof TrueLossScore.score>, complete: boolean, live: boolean}} set */
    update({ score, complete, live }) {
      const body = find(this, ".tl-levels-body");
      const details = /** @type {HTMLDetailsElement} */ (find(this, "details"));
      if (!complete) {
        body.replaceChildren(make("p", {}, "Answer all questions first."));
        details.open = false;
        return;
      }
      body.replaceChildren(make("p", {}, RULE), make("ul", {}, ...score.tiers.map(level)));
      if (live) details.open = true;
    }
  }

  /** @param {ReturnType<typeof TrueLossScore.score>["tiers"][number]} row */
  function level({ tier, known, of }) {
    const verdict = TrueLossScore.verdict(known, of);
    const name = tier.replace(/^./, (letter) => letter.toUpperCase());
    const item = make("li", { "data-verdict": verdict }, make("strong", {}, `${name}: ${known} of ${of}.`));
    const links = BACK_TO[verdict].flatMap(linkTo);
    if (links.length > 0 || verdict === "strong") item.append(` ${ADVICE[verdict]}`);
    links.forEach((link, index) => item.append(index === 0 ? " " : ", ", link));
    if (links.length > 0) item.append(".");
    return item;
  }

  /**
   * @param {string} page
   * @returns {Node[]} a link to a mode of this lesson, as the mode bar has it, or nothing
   */
  function linkTo(page) {
    for (const found of all(document, ".tl-modes a")) {
      const link = /** @type {HTMLAnchorElement} */ (found);
      if (new URL(link.href).pathname.endsWith(`/${page}.html`)) {
        const name = link.firstChild?.textContent?.trim() ?? page;
        return [make("a", { href: link.getAttribute("href") ?? "" }, name)];
      }
    }
    return [];
  }

  customElements.define("tl-levels", LevelsElement);
}

// @ts-check
/**
 * The questions of a page taken together: how many are answered, a review of all, a retry of the
 * missed ones alone. A `tl-set` event on the document hands every count to the badge and the
 * levels of a test.
 */

"use strict";

{
  const { store } = TrueLoss;
  const { all, find, leadTo, make } = TrueLossDom;

  /**
   * @typedef {object} Member one question of the set
   * @property {HTMLElement & {reset?: () => void}} element
   * @property {string} tier
   * @property {boolean} limited
   * @property {Answer | undefined} record
   */

  class SetElement extends HTMLElement {
    /** Whether every question was settled when it was last looked at. */
    wasComplete = false;

    connectedCallback() {
      find(this, ".tl-retry").addEventListener("click", () => this.retry());
      find(this, ".tl-restart").addEventListener("click", () => this.restart());
      document.addEventListener("tl-answer", () => this.update(true));
      document.addEventListener("tl-draw", () => this.update());
      store.changed(() => this.update());
      this.update();
    }

    /** @returns {Member[]} the questions that are asked, in their order */
    members() {
      const drawn = document.querySelector("tl-draw") ? "[data-drawn]" : "";
      return all(document, `tl-question${drawn}, tl-blank${drawn}`).map((element) => ({
        element,
        tier: element.dataset.tier ?? "",
        limited: element.dataset.attempts !== undefined,
        record: store.get(element.dataset.key ?? ""),
      }));
    }

    /**
     * Count again.
     * @param {boolean} [live] the reader has just answered
     */
    update(live = false) {
      const members = this.members();
      const score = TrueLossScore.score(members);
      const settled = score.of - score.open;
      const missed = missedOf(members).length;
      find(this, ".tl-set-count").textContent =
        `${settled} of ${score.of} answered, ${score.once} right at once, ${missed} missed.`;
      this.button(".tl-retry").disabled = missed === 0;
      this.button(".tl-restart").disabled = members.every(({ record }) => !record);
      find(this, ".tl-review-body").replaceChildren(...review(members, score));
      const complete = score.of > 0 && score.open === 0;
      if (complete && live && !this.wasComplete) {
        find(this, ".tl-review").setAttribute("open", "");
        this.say(`All ${score.of} answered, ${score.once} right at once. The review is below.`);
      } else if (!complete) {
        this.say("");
      }
      this.wasComplete = complete;
      const detail = { members, score, complete, live };
      document.dispatchEvent(new CustomEvent("tl-set", { detail }));
    }

    /** Ask the missed questions again; what came of the others stays. */
    retry() {
      const missed = missedOf(this.members());
      for (const { element } of missed) {
        element.reset?.();
        store.set(element.dataset.key ?? "", { right: false, tries: 0, shown: false, again: true });
      }
      this.begin(missed[0]?.element);
    }

    /** Ask every question again, or others where they are drawn from a pool. */
    restart() {
      /** @type {(HTMLElement & {again?: () => void}) | null} */
      const draw = document.querySelector("tl-draw");
      if (draw) draw.again?.();
      else for (const { element } of this.members()) element.reset?.();
      this.begin(this.members()[0]?.element);
    }

    /**
     * Lead to the first question that is asked again.
     * @param {HTMLElement | undefined} question
     */
    begin(question) {
      find(this, ".tl-review").removeAttribute("open");
      this.update();
      leadTo(question);
    }

    /** @param {string} text */
    say(text) {
      find(this, ".tl-set-status").textContent = text;
    }

    /** @param {string} selector */
    button(selector) {
      return /** @type {HTMLButtonElement} */ (find(this, selector));
    }
  }

  /** @param {Member[]} members */
  function missedOf(members) {
    return members.filter(({ record, limited }) => TrueLossScore.isMissed(record, limited));
  }

  /**
   * @param {Member[]} members
   * @param {ReturnType<typeof TrueLossScore.score>} score
   * @returns {Node[]} a table by level, and every question with what came of it
   */
  function review(members, score) {
    const head = ["Level", "At once", "Later", "Missed", "Open"];
    const table = make(
      "table",
      {},
      make("caption", {}, "Score by level"),
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...score.tiers.map((row) => scoreRow(row, levelsOf(members, row.tier)))),
    );
    return [table, make("ol", {}, ...members.map(reviewItem))];
  }

  /**
   * @param {Member[]} members
   * @param {string} tier
   * @returns {string} what its questions call their level: those of a challenge have other words
   */
  function levelsOf(members, tier) {
    const own = members.filter((member) => member.tier === tier);
    return [...new Set(own.map(({ element }) => element.dataset.level))].join(", ");
  }

  /**
   * @param {ReturnType<typeof TrueLossScore.score>["tiers"][number]} row
   * @param {string} name
   */
  function scoreRow({ once, later, missed, open }, name) {
    const cells = [once, later, missed, open].map((number) => make("td", {}, String(number)));
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells);
  }

  /** @param {Member} member */
  function reviewItem({ element, record }) {
    const title = element.querySelector(".tl-question-title")?.textContent ?? "";
    const link = make("a", { href: `#${element.id}` }, title);
    const first = record?.first && record.tries !== 1 ? `; first choice ${record.first}` : "";
    const outcome = TrueLossScore.outcome(record);
    const words = TrueLossScore.describe(record) + first;
    return make("li", { "data-outcome": outcome }, link, make("span", {}, words));
  }

  customElements.define("tl-set", SetElement);
}

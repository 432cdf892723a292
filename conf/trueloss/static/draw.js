// @ts-check
/**
 * A test draws its questions from the pool on the page, evenly over the three tiers, and keeps the
 * draw, so that a reload asks the same.
 */

"use strict";

var TrueLossDraw = (() => {
  /** @typedef {{key: string, tier: string}} Candidate */

  /**
   * Draw keys from a pool. Each tier gives as many as the others, or one more; which ones give
   * more is drawn as well. A tier that has too few gives all, and the others make up for it.
   * @param {Candidate[]} pool
   * @param {number} count
   * @param {() => number} random a number from 0 up to 1, as `Math.random`
   * @param {string[]} [last] the draw before this one: what it left out comes first
   * @returns {string[]} in the order of the pool
   */
  function draw(pool, count, random, last = []) {
    const queues = shuffled([...new Set(pool.map(({ tier }) => tier))], random).map((tier) => {
      const keys = pool.filter((candidate) => candidate.tier === tier).map(({ key }) => key);
      const mixed = shuffled(keys, random);
      const isOld = (/** @type {string} */ key) => Number(last.includes(key));
      return mixed.sort((a, b) => isOld(a) - isOld(b));
    });
    /** @type {Set<string>} */
    const drawn = new Set();
    while (drawn.size < Math.min(count, pool.length)) {
      for (const queue of queues) {
        const key = drawn.size < count ? queue.shift() : undefined;
        if (key !== undefined) drawn.add(key);
      }
    }
    return pool.map(({ key }) => key).filter((key) => drawn.has(key));
  }

  /**
   * @template T
   * @param {T[]} items
   * @param {() => number} random
   * @returns {T[]} a copy in random order, each order as likely as any other
   */
  function shuffled(items, random) {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  }

  return { draw };
})();

{
  const { store } = TrueLoss;
  const { all, find } = TrueLossDom;

  class DrawElement extends HTMLElement {
    connectedCallback() {
      find(this, "button").addEventListener("click", () => this.again());
      store.changed(() => this.restore());
      this.restore();
    }

    get key() {
      return `draw:${store.page()}`;
    }

    get count() {
      return Number(this.dataset.count);
    }

    /** @returns {(HTMLElement & {reset?: () => void})[]} every question of the pool */
    pool() {
      return all(document, "tl-question");
    }

    /** Ask what was drawn before; draw where nothing was, or where the pool has changed since. */
    restore() {
      const keys = new Set(this.pool().map((question) => question.dataset.key));
      const kept = store.get(this.key)?.keys;
      const holds =
        Array.isArray(kept) &&
        kept.length === Math.min(this.count, keys.size) &&
        kept.every((key) => keys.has(key));
      this.ask(holds ? kept : this.draw());
    }

    /** Draw anew, and ask all of it from the start. */
    again() {
      const keys = this.draw(store.get(this.key)?.keys);
      for (const question of this.pool()) {
        if (keys.includes(question.dataset.key ?? "")) question.reset?.();
      }
      this.ask(keys);
      find(this, ".tl-draw-status").textContent = `${keys.length} questions are drawn anew.`;
    }

    /**
     * @param {string[]} [last]
     * @returns {string[]}
     */
    draw(last) {
      const pool = this.pool().map(({ dataset }) => {
        return { key: dataset.key ?? "", tier: dataset.tier ?? "" };
      });
      const keys = TrueLossDraw.draw(pool, this.count, Math.random, last);
      store.set(this.key, { keys });
      return keys;
    }

    /** @param {string[]} keys */
    ask(keys) {
      for (const question of this.pool()) {
        question.toggleAttribute("data-drawn", keys.includes(question.dataset.key ?? ""));
      }
      this.dataset.ready = "";
      document.dispatchEvent(new CustomEvent("tl-draw"));
    }
  }

  customElements.define("tl-draw", DrawElement);
}

// @ts-check
/** The map of the course, and where to go on: fills in what this reader has done, and what is due. */

"use strict";

{
  const { all, find } = TrueLossDom;

  class MapElement extends HTMLElement {
    connectedCallback() {
      TrueLoss.store.changed(() => this.fill());
      this.fill();
    }

    fill() {
      const now = Date.now();
      const kept = TrueLossStanding.byDigest();
      for (const item of all(this, "li.tl-stand")) {
        const states = TrueLossStanding.asked(item, kept).map(({ key }) => ({ key, ...TrueLossStanding.of(key, now) }));
        const read = TrueLoss.store.get(`page:${item.dataset.page}`)?.read === true;
        const { text, done } = TrueLossStanding.ofPage(states, read);
        find(item, ".tl-state").textContent = text;
        item.toggleAttribute("data-done", done);
      }
      for (const lesson of all(this, ".tl-lesson:has(.tl-stand)")) {
        const modes = all(lesson, ".tl-stand");
        const done = modes.filter((mode) => mode.hasAttribute("data-done")).length;
        const meter = /** @type {HTMLProgressElement} */ (find(lesson, "progress"));
        [meter.value, meter.max] = [done, modes.length];
        find(lesson, ".tl-lesson-done").textContent = `${done} of ${modes.length} modes done`;
      }
      const start = document.querySelector("tl-start");
      if (start) lead(start, all(this, "li.tl-stand"), kept, now);
    }
  }

  /**
   * Lead the reader to where they left off, and to what is due.
   * @param {Element} start
   * @param {HTMLElement[]} pages
   * @param {Map<string, string>} kept what is kept, by digest
   * @param {number} now in milliseconds
   */
  function lead(start, pages, kept, now) {
    const last = pages.map((item) => ({ item, at: lastOf(item, kept) })).sort((a, b) => b.at - a.at)[0];
    const button = find(start, ".tl-go");
    if (last?.at && button.parentElement) {
      const link = find(last.item, "a");
      const lesson = find(/** @type {HTMLElement} */ (last.item.closest(".tl-lesson")), ".tl-lesson-title");
      button.setAttribute("href", link.getAttribute("href") ?? "");
      button.textContent = "Continue";
      find(start, ".tl-go-where").textContent = `${link.textContent}: ${lesson.textContent}`;
    }
    const today = start.querySelector(".tl-today");
    const keys = pages.flatMap((item) => TrueLossStanding.dueOn(item, kept, now).keys);
    if (!today) return;
    const cards = keys.filter((key) => key.startsWith("card:")).length;
    const parts = [];
    if (cards) parts.push(TrueLossStanding.number(cards, "card"));
    if (keys.length > cards) parts.push(TrueLossStanding.number(keys.length - cards, "question"));
    today.textContent = parts.length ? `Today: ${parts.join(" and ")}` : "Nothing is due today";
  }

  /**
   * @param {HTMLElement} item
   * @param {Map<string, string>} kept
   * @returns {number} when the reader was last on the page, or answered something there
   */
  function lastOf(item, kept) {
    const keys = [`page:${item.dataset.page}`, ...TrueLossStanding.asked(item, kept).map(({ key }) => key)];
    return Math.max(...keys.map((key) => TrueLoss.store.entry(key)?.at ?? 0));
  }

  customElements.define("tl-map", MapElement);
}

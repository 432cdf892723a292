// @ts-check
/** The map of the course, and where to go on: fills in what this reader has done, and what is due. */

"use strict";

{
  const { all, find, make } = TrueLossDom;

  /** @typedef {ReturnType<typeof TrueLossStanding.pagesOf>[number]} Page */

  class MapElement extends HTMLElement {
    /** @type {{lesson: HTMLElement, pages: {page: Page, item: HTMLElement}[]}[]} */
    lessons = [];

    connectedCallback() {
      this.lessons = all(this, "[data-held]").map((lesson) => {
        const pages = TrueLossStanding.pagesOf(lesson).map((page) => ({ page, item: itemOf(page) }));
        find(lesson, "details").append(make("ul", { class: "tl-lesson-modes" }, ...pages.map(({ item }) => item)));
        return { lesson, pages };
      });
      TrueLoss.store.changed(() => this.fill());
      this.fill();
    }

    fill() {
      const now = Date.now();
      const kept = TrueLossStanding.byDigest();
      for (const { lesson, pages } of this.lessons) {
        for (const { page, item } of pages) {
          const read = TrueLoss.store.get(`page:${page.page}`)?.read === true;
          const { text, done } = TrueLossStanding.ofPage(TrueLossStanding.statesOf(page, kept, now), read);
          find(item, ".tl-state").textContent = text;
          item.toggleAttribute("data-done", done);
        }
        const done = pages.filter(({ item }) => item.hasAttribute("data-done")).length;
        const meter = /** @type {HTMLProgressElement} */ (find(lesson, "progress"));
        [meter.value, meter.max] = [done, pages.length];
        find(lesson, ".tl-lesson-done").textContent = `${done} of ${pages.length} modes done`;
      }
      const start = document.querySelector("tl-start");
      if (start) lead(start, this.lessons.flatMap(({ pages }) => pages.map(({ page }) => page)), kept, now);
    }
  }

  /** @param {Page} page */
  function itemOf({ href, mode, minutes }) {
    const name = make("a", { href }, mode);
    const time = make("span", { class: "tl-quiet" }, `${minutes} min`);
    return make("li", { class: "tl-stand" }, name, " ", time, " ", make("span", { class: "tl-state" }));
  }

  /**
   * Lead the reader to where they left off, and to what is due.
   * @param {Element} start
   * @param {Page[]} pages
   * @param {Map<string, string>} kept what is kept, by digest
   * @param {number} now in milliseconds
   */
  function lead(start, pages, kept, now) {
    const last = pages.map((page) => ({ page, at: lastOf(page, kept) })).sort((a, b) => b.at - a.at)[0];
    const button = find(start, ".tl-go");
    if (last?.at && button.parentElement) {
      button.setAttribute("href", last.page.href);
      button.textContent = "Continue";
      find(start, ".tl-go-where").textContent = last.page.title;
    }
    const today = start.querySelector(".tl-today");
    const keys = pages.flatMap((page) => TrueLossStanding.dueOn(page, kept, now));
    if (!today) return;
    const cards = keys.filter((key) => key.startsWith("card:")).length;
    const parts = [];
    if (cards) parts.push(TrueLossStanding.number(cards, "card"));
    if (keys.length > cards) parts.push(TrueLossStanding.number(keys.length - cards, "question"));
    today.textContent = parts.length ? `Today: ${parts.join(" and ")}` : "Nothing is due today";
  }

  /**
   * @param {Page} page
   * @param {Map<string, string>} kept
   * @returns {number} when the reader was last on the page, or answered something there
   */
  function lastOf(page, kept) {
    const keys = [`page:${page.page}`, ...TrueLossStanding.asked(page, kept).map(({ key }) => key)];
    return Math.max(...keys.map((key) => TrueLoss.store.entry(key)?.at ?? 0));
  }

  customElements.define("tl-map", MapElement);
}

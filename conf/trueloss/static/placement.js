// @ts-check
/**
 * Where a reader should start: questions drawn from the pools of the lessons, those of each lesson
 * together, and with which lesson to begin once all are settled. The answers count here alone.
 */

"use strict";

{
  const { store } = TrueLoss;
  const { all, find, make } = TrueLossDom;
  const COUNT = 12;

  /** @typedef {{page: string, href: string, title: string, learn: HTMLElement}} Lesson */

  class PlacementElement extends HTMLElement {
    /** @type {{lesson: Lesson, questions: HTMLElement[]}[]} */
    asked = [];

    connectedCallback() {
      for (const key of store.keys("placement:")) store.remove(key);
      void this.ask();
      document.addEventListener("tl-answer", () => this.update());
    }

    /** Draw the questions. */
    async ask() {
      const lessons = spread(all(this, "li").map(lessonOf), COUNT);
      this.asked = await Promise.all(
        lessons.map(async (lesson, place) => {
          const share = Math.floor(COUNT / lessons.length) + (place < COUNT % lessons.length ? 1 : 0);
          const pieces = Object.values(await TrueLossPieces.of(lesson.page, lesson.href));
          const pool = pieces.map((html) => TrueLossPieces.make(html, lesson.href, lesson.title));
          return { lesson, questions: drawn(pool, share) };
        }),
      );
      for (const { dataset } of this.questions()) {
        dataset.key = `placement:${(dataset.key ?? "").replace(/@.*/, "")}`;
      }
      find(this, ".tl-daily-questions").replaceChildren(...this.questions());
      this.update();
    }

    questions() {
      return this.asked.flatMap(({ questions }) => questions);
    }

    /** Say how many are left, or where to start. */
    update() {
      const score = scoreOf(this.questions());
      const says = score.open ? `${score.of - score.open} of ${score.of} answered.` : "All answered: see below.";
      find(this, ".tl-daily-says").textContent = score.of ? says : "There is nothing to draw from.";
      if (score.of && !score.open) this.place();
    }

    /** Say with which lesson to begin, and which to skip. */
    place() {
      const rows = this.asked.map(({ lesson, questions }) => {
        const { known, of } = scoreOf(questions);
        return { lesson, known, of, skip: TrueLossScore.verdict(known, of) === "strong" };
      });
      const first = rows.find(({ skip }) => !skip);
      const items = rows.map(({ lesson, known, of, skip }) => {
        return make("li", {}, lesson.learn.cloneNode(true), `: ${known} of ${of} right at once. ${skip ? "Skip it." : "Read it."}`);
      });
      const verdict = first
        ? make("p", {}, "Begin with ", first.lesson.learn.cloneNode(true), ".")
        : make("p", {}, "You know what these lessons teach: take their challenges.");
      find(this, ".tl-placed").replaceChildren(make("h2", {}, "Where to start"), verdict, make("ul", {}, ...items));
    }
  }

  /**
   * @param {HTMLElement} item
   * @returns {Lesson}
   */
  function lessonOf(item) {
    const [pool, learn] = all(item, "a");
    return {
      page: item.dataset.page ?? "",
      href: pool.getAttribute("href") ?? "",
      title: pool.textContent ?? "",
      learn,
    };
  }

  /**
   * @template Item
   * @param {Item[]} items
   * @param {number} count
   * @returns {Item[]} at most so many, evenly over all
   */
  function spread(items, count) {
    if (items.length <= count) return items;
    return Array.from({ length: count }, (_, place) => items[Math.floor((place * items.length) / count)]);
  }

  /**
   * @param {HTMLElement[]} pool
   * @param {number} count
   * @returns {HTMLElement[]} so many, by chance, of each tier in turn
   */
  function drawn(pool, count) {
    const left = pool.map((piece) => ({ piece, at: Math.random() })).sort((a, b) => a.at - b.at);
    const tiers = ["easy", "medium", "hard"];
    return Array.from({ length: Math.min(count, left.length) }, (_, turn) => {
      const wanted = left.findIndex(({ piece }) => piece.dataset.tier === tiers[turn % tiers.length]);
      return left.splice(Math.max(0, wanted), 1)[0].piece;
    });
  }

  /** @param {HTMLElement[]} questions */
  function scoreOf(questions) {
    return TrueLossScore.score(
      questions.map(({ dataset }) => ({ tier: dataset.tier ?? "", record: store.get(dataset.key ?? "") })),
    );
  }

  customElements.define("tl-placement", PlacementElement);
}

// @ts-check
/**
 * The end of a page of a lesson: what the reader did there, what went wrong, what to do next and
 * why. The page of the next mode stands there without a script too; this one knows which modes the
 * reader has read already, and how the questions of this one went.
 */

"use strict";

{
  const { all, find, make } = TrueLossDom;

  /** @typedef {{name: string, href: string, offers: string}} Next */
  /** @typedef {Next & {page: string, isHere: boolean, read: boolean}} Mode */
  /** @typedef {{element: HTMLElement, limited: boolean, record: Answer | undefined}} Member */
  /** @typedef {{members: Member[], score: ReturnType<typeof TrueLossScore.score>, complete: boolean}} Answered */

  class EndElement extends HTMLElement {
    /** What follows by the order of the course. @type {Next} */
    first = { name: "", href: "", offers: "" };

    connectedCallback() {
      const link = find(this, ".tl-end-next a");
      const offers = find(this, ".tl-end-next span").textContent ?? "";
      this.first = { name: link.textContent ?? "", href: link.getAttribute("href") ?? "", offers };
      document.addEventListener("tl-set", (event) => {
        this.answered(/** @type {CustomEvent} */ (event).detail);
      });
      document.addEventListener("tl-deck", (event) => {
        const { later, of } = /** @type {CustomEvent} */ (event).detail;
        this.say([`${later} of ${of} cards come back later.`]);
      });
      this.lead(following(modes(), this.first));
    }

    /** @param {Answered} set */
    answered({ members, score, complete }) {
      const missed = members.filter(({ record, limited }) => TrueLossScore.isMissed(record, limited));
      const told = `${score.of - score.open} of ${score.of} answered, ${score.once} right at once.`;
      this.say([told, ...lookAgain(members, missed)]);
      const next = following(modes(), this.first);
      const [to, why] = complete ? afterwards(score, missed.length > 0, next) : [next];
      this.lead(to, why);
    }

    /** @param {(Node | string)[]} parts */
    say(parts) {
      find(this, ".tl-end-did").replaceChildren(...parts);
    }

    /**
     * @param {Next} next
     * @param {string} [why]
     */
    lead({ name, href, offers }, why = "Go on with") {
      find(this, ".tl-end-next").replaceChildren(`${why} `, make("a", { href }, name), `: ${offers}.`);
    }
  }

  /**
   * @param {Member[]} members
   * @param {Member[]} missed
   * @returns {(Node | string)[]} links to what went wrong, by their numbers
   */
  function lookAgain(members, missed) {
    const links = missed.map((member) => {
      const title = find(member.element, ".tl-question-title").textContent ?? "";
      const number = String(members.indexOf(member) + 1);
      return make("a", { href: `#${member.element.id}`, title, "aria-label": `Question ${number}: ${title}` }, number);
    });
    if (links.length === 0) return [];
    return [` Look again at ${links.length === 1 ? "question" : "questions"} `, ...links.flatMap((link, at) => (at ? [", ", link] : [link])), "."];
  }

  /**
   * Say what to do once every question is settled.
   * @param {ReturnType<typeof TrueLossScore.score>} score
   * @param {boolean} missed
   * @param {Next} next
   * @returns {[Next, string?]} where to go, and why
   */
  function afterwards(score, missed, next) {
    const others = modes().filter(({ isHere }) => !isHere);
    const learn = others.find(({ page }) => page.endsWith("/index"));
    const challenge = others.find(({ page, read }) => page.endsWith("/challenge") && !read);
    if (score.once === score.of && challenge) return [challenge, "All right at once, so try something harder:"];
    if (score.once === score.of) return [next, "All right at once: you know this. Go on with"];
    if (score.once < score.of / 2 && learn) return [learn, "Less than half went right at once, so read once more:"];
    return missed ? [next, "Retry the missed ones, above, and then go on with"] : [next];
  }

  /**
   * @param {Mode[]} known
   * @param {Next} first what follows by the order of the course
   * @returns {Next} the next mode that is not read yet, or another lesson
   */
  function following(known, first) {
    const here = known.findIndex(({ isHere }) => isHere);
    const open = [...known.slice(here + 1), ...known.slice(0, here)].find(({ read }) => !read);
    if (open || here === known.length - 1) return open ?? first;
    const href = document.querySelector(".tl-crumbs a")?.getAttribute("href") ?? "";
    return { name: "another lesson", href, offers: "you have been through every mode of this one" };
  }

  /** @returns {Mode[]} the modes of this lesson, as the bar has them */
  function modes() {
    const folder = TrueLoss.store.page().replace(/[^/]*$/, "");
    return all(document, ".tl-modes a").map((link) => {
      const href = link.getAttribute("href") ?? "";
      const isHere = link.hasAttribute("aria-current");
      const page = isHere ? TrueLoss.store.page() : folder + href.replace(/\.html$/, "");
      return {
        name: link.firstChild?.textContent?.trim() ?? "",
        href,
        offers: link.title,
        page,
        isHere,
        read: TrueLoss.store.get(`page:${page}`)?.read === true,
      };
    });
  }

  customElements.define("tl-end", EndElement);
}

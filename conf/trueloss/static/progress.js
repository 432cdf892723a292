// @ts-check
/**
 * The page of a reader's progress: how every question and card stands, a file to keep it in, and
 * a way to forget it.
 */

"use strict";

{
  const { store } = TrueLoss;
  const { all, find, make, save } = TrueLossDom;
  const UNKEPT = "This browser could not keep it: it lasts until you leave this page.";

  class ProgressElement extends HTMLElement {
    /** @type {Map<HTMLElement, Promise<void>>} lessons whose titles are there or on their way */
    unfolded = new Map();

    connectedCallback() {
      find(this, ".tl-save").addEventListener("click", () => this.save());
      const input = /** @type {HTMLInputElement} */ (find(this, "input[type=file]"));
      input.addEventListener("change", () => this.load(input));
      find(this, ".tl-forget").addEventListener("click", () => this.forget());
      for (const lesson of all(this, "[data-held]")) {
        const details = find(lesson, "details");
        details.addEventListener("toggle", () => this.unfold(lesson));
        const forget = make("button", { type: "button", class: "tl-forget" }, "Forget this lesson");
        forget.addEventListener("click", () => this.forget(lesson));
        details.append(make("div", { class: "tl-stands" }), forget);
      }
      store.changed(() => this.fill());
      this.fill();
    }

    /**
     * Show all that a lesson asks, once.
     * @param {HTMLElement} lesson
     */
    unfold(lesson) {
      const shown = this.unfolded.get(lesson) ?? this.list(lesson);
      this.unfolded.set(lesson, shown);
      return shown;
    }

    /** @param {HTMLElement} lesson */
    async list(lesson) {
      const pages = TrueLossStanding.pagesOf(lesson);
      const titles = await TrueLossPieces.titles(pages[0].page, pages[0].href);
      const level = this.dataset.level ?? "3";
      const stands = pages.map((page) => standOf(page, titles[page.page] ?? [], level));
      find(lesson, ".tl-stands").replaceChildren(...stands);
      this.fill();
    }

    /** Say of everything how it stands. */
    fill() {
      const now = Date.now();
      const kept = TrueLossStanding.byDigest();
      const names = TrueLossStanding.namesOf(store.keys());
      for (const page of all(this, ".tl-stand")) {
        const states = all(page, "li[data-key]").map((item) => {
          const key = item.dataset.key ?? "";
          const state = TrueLossStanding.of(key, now, names);
          show(item, state.text, state.is);
          return { key, ...state };
        });
        const read = store.get(`page:${page.dataset.page}`)?.read === true;
        const { text, done } = TrueLossStanding.ofPage(states, read);
        show(page, text, done ? "right" : "");
      }
      for (const lesson of all(this, "[data-held]")) {
        const pages = TrueLossStanding.pagesOf(lesson);
        const states = pages.flatMap((page) => TrueLossStanding.statesOf(page, kept, now));
        const total = find(lesson, ".tl-total");
        const badge = slugs(lesson.dataset.lesson ?? "").some((name) => store.get(`badge:${name}`));
        const { text } = TrueLossStanding.ofPage(states, false);
        total.textContent = badge ? `${text}, badge earned` : text;
      }
    }

    /** Hand the reader a file. */
    save() {
      save("true-loss-progress.json", "application/json", TrueLossFile.write());
      this.say(`Saved ${TrueLossStanding.number(store.keys().length, "entry", "entries")} as true-loss-progress.json.`);
    }

    /** @param {HTMLInputElement} input */
    async load(input) {
      const [file] = input.files ?? [];
      if (!file) return;
      // What is asked about the file before it no longer holds.
      const dialog = /** @type {HTMLDialogElement} */ (find(this, "dialog"));
      if (dialog.open) {
        dialog.close();
        await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
      }
      this.say("");
      try {
        const text = await TrueLossFile.textOf(file);
        await this.take(TrueLossFile.read(text, Date.now()));
      } catch (error) {
        this.say(error instanceof Error ? error.message : String(error));
      } finally {
        // So that choosing the same file again is a change.
        input.value = "";
      }
    }

    /** @param {ReturnType<typeof TrueLossFile.read>} file */
    async take({ entries, refused, saved }) {
      const count = TrueLossStanding.number(Object.keys(entries).length, "entry", "entries");
      const choice = await this.ask(`The file holds ${count}${saved && `, saved on ${saved}`}.`, {
        merge: "Add it, keeping the newer of two",
        replace: "Replace everything kept here",
      });
      if (choice !== "merge" && choice !== "replace") {
        this.say("Nothing was changed.");
        return;
      }
      const { taken, left, kept } = TrueLossFile[choice](entries);
      const parts = [`Took ${TrueLossStanding.number(taken, "entry", "entries")} from the file.`];
      if (left) parts.push(`Not taken, because what is kept here is as new: ${left}.`);
      if (refused) parts.push(`Left out, because they make no sense: ${refused}.`);
      if (!kept) parts.push(UNKEPT);
      this.fill();
      this.say(parts.join(" "));
    }

    /** @param {HTMLElement} [lesson] everything that is kept without one */
    async forget(lesson) {
      if (lesson) await this.unfold(lesson);
      const title = lesson && find(lesson, "h2, h3, h4, h5").textContent;
      const keys = lesson ? keysOf(lesson) : store.keys();
      const of = title ? `all of “${title}”` : "everything this site has kept";
      const count = TrueLossStanding.number(keys.length, "entry", "entries");
      const choice = await this.ask(`Forget ${of}: ${count}? A saved file brings it back.`, { forget: "Forget" });
      if (choice !== "forget") return;
      const kept = store.restore({}, keys);
      if (!lesson) store.forgetAside();
      this.fill();
      this.say(kept ? `Forgotten: ${count}.` : `Forgotten: ${count}. ${UNKEPT}`);
    }

    /**
     * @param {string} question
     * @param {Record<string, string>} choices what the answers are called
     * @returns {Promise<string>} the answer, nothing where the reader wants none
     */
    ask(question, choices) {
      const dialog = /** @type {HTMLDialogElement} */ (find(this, "dialog"));
      find(this, "#tl-dialog-text").textContent = question;
      const buttons = Object.entries({ "": "Cancel", ...choices }).map(([value, text]) => {
        return make("button", { value }, text);
      });
      buttons[0].autofocus = true;
      find(this, ".tl-dialog-buttons").replaceChildren(...buttons);
      dialog.returnValue = "";
      dialog.showModal();
      return new Promise((resolve) => {
        dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
      });
    }

    /** @param {string} text */
    say(text) {
      find(this, ".tl-said").textContent = text;
    }
  }

  /**
   * @param {Element} element
   * @param {string} text
   * @param {string} state
   */
  function show(element, text, state) {
    const place = find(element, ".tl-state");
    place.textContent = text;
    place.dataset.state = state;
  }

  /**
   * @param {ReturnType<typeof TrueLossStanding.pagesOf>[number]} page
   * @param {{key: string, title: string, anchor: string, level: string}[]} entries what it asks
   * @param {string} level of its heading
   */
  function standOf({ page, href, mode, minutes }, entries, level) {
    const state = () => make("span", { class: "tl-state" });
    const quiet = (/** @type {string} */ text) => make("span", { class: "tl-quiet" }, text);
    const items = entries.map((entry) => {
      const link = make("a", { href: `${href}#${entry.anchor}` }, entry.title);
      return make("li", { "data-key": entry.key }, link, " ", quiet(entry.level), " ", state());
    });
    const heading = make(`h${level}`, {}, make("a", { href }, mode));
    const list = make("ul", { class: "tl-entries" }, ...items);
    return make("div", { class: "tl-stand", "data-page": page }, heading, " ", quiet(`${minutes} min`), " ", state(), list);
  }

  /**
   * @param {string} lesson its folder
   * @returns {string[]} what it may be called
   */
  function slugs(lesson) {
    return [lesson, lesson.slice(lesson.lastIndexOf("/") + 1)];
  }

  /**
   * @param {HTMLElement} lesson that has been unfolded
   * @returns {string[]} all keys that belong to it: those of earlier versions too, if its titles could
   *   be loaded, and those of its pages and its badge
   */
  function keysOf(lesson) {
    const kept = TrueLossStanding.byDigest();
    const current = TrueLossStanding.pagesOf(lesson).flatMap((page) => TrueLossStanding.asked(page, kept));
    const listed = all(lesson, "li[data-key]").map((item) => item.dataset.key ?? "");
    const names = TrueLossStanding.namesOf([...current.map(({ key }) => key), ...listed]);
    const folder = lesson.dataset.lesson ?? "";
    const own = slugs(folder);
    return store.keys().filter((key) => {
      const about = key.slice(key.indexOf(":") + 1);
      const isAbout = own.includes(about) || about.startsWith(`${folder}/`);
      return names.has(TrueLossStanding.nameOf(key)) || isAbout;
    });
  }

  customElements.define("tl-progress", ProgressElement);
}

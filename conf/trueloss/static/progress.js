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
    connectedCallback() {
      find(this, ".tl-save").addEventListener("click", () => this.save());
      const input = /** @type {HTMLInputElement} */ (find(this, "input[type=file]"));
      input.addEventListener("change", () => this.load(input));
      for (const button of all(this, ".tl-forget")) {
        button.addEventListener("click", () => this.forget(button.dataset.forget ?? ""));
      }
      store.changed(() => this.fill());
      this.fill();
    }

    /** Say of everything how it stands. */
    fill() {
      const now = Date.now();
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
      for (const lesson of all(this, "[data-lesson]")) {
        const states = keysIn(lesson).map((key) => ({ key, ...TrueLossStanding.of(key, now, names) }));
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

    /** @param {string} lesson its folder, or nothing for everything that is kept */
    async forget(lesson) {
      const section = all(this, "[data-lesson]").find((each) => each.dataset.lesson === lesson);
      const title = section?.querySelector("h2, h3, h4, h5")?.textContent;
      const keys = section ? keysOf(lesson, keysIn(section)) : store.keys();
      const of = title ? `all of “${title}”` : "everything this site has kept";
      const count = TrueLossStanding.number(keys.length, "entry", "entries");
      const choice = await this.ask(`Forget ${of}: ${count}? A saved file brings it back.`, { forget: "Forget" });
      if (choice !== "forget") return;
      const kept = store.restore({}, keys);
      if (!section) store.forgetAside();
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

  /** @param {HTMLElement} section */
  function keysIn(section) {
    return all(section, "li[data-key]").map((item) => item.dataset.key ?? "");
  }

  /**
   * @param {string} lesson its folder
   * @returns {string[]} what it may be called
   */
  function slugs(lesson) {
    return [lesson, lesson.slice(lesson.lastIndexOf("/") + 1)];
  }

  /**
   * @param {string} lesson
   * @param {string[]} current the keys of what the lesson asks now
   * @returns {string[]} all keys that belong to it: those of earlier versions too, and those of its
   *   pages and its badge
   */
  function keysOf(lesson, current) {
    const names = TrueLossStanding.namesOf(current);
    const own = slugs(lesson);
    return store.keys().filter((key) => {
      const about = key.slice(key.indexOf(":") + 1);
      const isAbout = own.includes(about) || about.startsWith(`${lesson}/`);
      return names.has(TrueLossStanding.nameOf(key)) || isAbout;
    });
  }

  customElements.define("tl-progress", ProgressElement);
}

// @ts-check
/** Programs: copy one, and wrap long lines on narrow screens, which is remembered. */

"use strict";

{
  const { store } = TrueLoss;
  const { all, make } = TrueLossDom;
  const SETTING = "setting:wrap";
  const SAID = 2000;

  for (const program of all(document, "article pre[aria-label=Code]")) {
    const copy = make("button", { type: "button", "aria-live": "polite" }, "Copy");
    copy.addEventListener("click", () => void say(copy, program.textContent ?? ""));
    const wrap = make("button", { type: "button", class: "tl-wrap" }, "Wrap");
    wrap.addEventListener("click", () => {
      store.set(SETTING, { on: !document.body.hasAttribute("data-wrap") });
      show();
    });
    program.after(make("div", { class: "tl-code" }, wrap, copy));
  }

  /** Wrap or scroll, as the reader has it. */
  function show() {
    const on = store.get(SETTING)?.on === true;
    document.body.toggleAttribute("data-wrap", on);
    for (const button of all(document, ".tl-wrap")) button.setAttribute("aria-pressed", String(on));
  }

  /**
   * @param {HTMLElement} button that says what came of it
   * @param {string} text
   */
  async function say(button, text) {
    const done = await copied(text);
    button.textContent = done ? "Copied" : "Not copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, SAID);
  }

  /**
   * @param {string} text
   * @returns {Promise<boolean>} whether it lies in the clipboard
   */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  store.changed(show);
  show();
}

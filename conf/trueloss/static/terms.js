// @ts-check
/**
 * Terms of the glossary say what they mean in place: where a pointer rests on one, where it has the
 * focus, and at the first tap, which would lead away otherwise. Escape closes it.
 */

"use strict";

{
  const { all, make } = TrueLossDom;
  const MARGIN = 8;
  const box = make("span", { class: "tl-meaning", id: "tl-meaning", role: "tooltip", hidden: "" });
  /** @type {HTMLElement | undefined} */
  let shown;

  for (const term of all(document, "article a.reference[title]")) {
    term.dataset.meaning = term.title;
    term.removeAttribute("title");
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(term));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", hide);
    let wasShown = false;
    term.addEventListener("pointerdown", () => {
      wasShown = shown === term;
    });
    term.addEventListener("click", (event) => {
      const isTap = /** @type {PointerEvent} */ (event).pointerType === "touch";
      if (!isTap || wasShown) return;
      event.preventDefault();
      show(term);
    });
  }
  document.body.append(box);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { passive: true });

  /** @param {HTMLElement} term */
  function show(term) {
    hide();
    shown = term;
    box.textContent = term.dataset.meaning ?? "";
    box.hidden = false;
    term.setAttribute("aria-describedby", box.id);
    const { left, top, bottom } = term.getBoundingClientRect();
    const most = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
    const below = bottom + MARGIN + box.offsetHeight < innerHeight;
    box.style.left = `${Math.max(MARGIN, Math.min(left, most))}px`;
    box.style.top = `${below ? bottom + MARGIN / 2 : top - box.offsetHeight - MARGIN / 2}px`;
  }

  function hide() {
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    box.hidden = true;
  }
}

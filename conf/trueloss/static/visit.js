// @ts-check
/**
 * Remembers which pages of the lessons a reader has opened and read to the end, and brings the mode that they
 * are in into sight where the modes are a row that scrolls.
 */

"use strict";

{
  const key = `page:${TrueLoss.store.page()}`;
  const end = document.querySelector("footer");

  const here = document.querySelector(".tl-modes [aria-current]")?.closest("li");
  const row = here?.parentElement;
  if (here && row) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;

  // When a page was opened last is when this was written last.
  TrueLoss.store.set(key, { read: TrueLoss.store.get(key)?.read === true });
  if (end && !TrueLoss.store.get(key)?.read) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      TrueLoss.store.set(key, { read: true });
    });
    observer.observe(end);
  }
}

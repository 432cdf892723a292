// @ts-check
/** Remembers which pages of the lessons a reader has read to the end. */

"use strict";

{
  const key = `page:${TrueLoss.store.page()}`;
  const end = document.querySelector("footer");

  if (end && !TrueLoss.store.get(key)) {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      TrueLoss.store.set(key, { read: true });
    });
    observer.observe(end);
  }
}

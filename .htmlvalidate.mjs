/* The HTML standard over the built site. What is allowed beyond it says why. */

import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:standard"],
  elements: [
    "html5",
    {
      // myst-nb folds outputs below a summary of two paragraphs, of which its style shows one.
      // Browsers parse it as written, and the style needs the paragraphs.
      summary: { permittedContent: ["@phrasing", "@heading", "p"] },
    },
  ],
});

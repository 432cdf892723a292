/* The HTML standard over the built site. Each rule that is off says why. */

import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:standard"],
  rules: {},
});

// @ts-check
/** Excerpts in the search results: they are fetched, which a browser refuses on the disk. */

"use strict";

// @ts-ignore: Sphinx's own, from documentation_options.js
DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = location.protocol !== "file:";

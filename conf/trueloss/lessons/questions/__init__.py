"""Questions and fill-in-the-blank tasks on a page."""

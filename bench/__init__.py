"""How long pages take to run, against plain myst-nb and against no Jupyter at all.

``python -m bench`` measures this repository's own pages and generated corpora, each from a cold
cache, in six ways that run one after the other:

========  =====================================================================================
plain-N   stock myst-nb with the site's theme and extensions, ``sphinx-build -j N``
ours-N    the site's own ``sphinx-build -c conf`` with N workers
floor-N   one import of what the pages import, then their cells in bare forks, N at a time
========  =====================================================================================

A way's ``seconds`` are its execution: for a build the time from the line in which Sphinx says how
many pages it will read to the line that follows when all are read, outputs and all; for the floor
all of its process. ``build_seconds`` are those of the whole command, from its start to its exit,
and stand beside them in every table.

Of the own pages it also measures a rebuild with nothing changed, ``stale`` against a cold build,
and edits in the running preview. ``docs/decisions/what-the-benchmark-compares.md`` says why.
"""

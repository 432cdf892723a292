"""What a page can try against other pages, the build, and its readers: each must fail.

A list of attacks per subject, a module each; ``table.py`` names the subjects. The tables of
``docs/decisions/what-a-page-can-do.md`` are held against these lists.
"""

"""The quality gate: scores on public corpora beside their pinned floors.

Takes the corpora and the installed reader, gives a table, `results.json`, and an exit status that says whether every
floor held.
"""

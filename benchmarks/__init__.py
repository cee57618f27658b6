"""Speed and memory of the reader, beside the bounds it has to keep.

Takes stories and the installed reader, gives a table, and an exit status that says whether every bound was kept.
"""

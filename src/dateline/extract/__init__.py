"""Extraction: the findings that a parsed story holds, one file per kind.

Takes a ParsedStory and the Record so far, gives the Record with more in it.
"""

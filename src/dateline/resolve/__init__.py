"""Resolution: whom and what the mentions of a story stand for.

Takes a ParsedStory and the Record so far, gives the Record with more in it.
"""

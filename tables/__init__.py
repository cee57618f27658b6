"""How the shipped tables of facts were made. Takes public lists of facts, gives files under `src/dateline/data/`.

Never imported by the package and not in the wheel.
"""

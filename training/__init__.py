"""How the encoder was trained: corpora, network, recipe, export, card. Never imported by the package, not in the wheel.

Takes the corpora and the start weights, gives `src/dateline/data/encoder`.
"""

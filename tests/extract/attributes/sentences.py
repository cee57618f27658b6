"""Parsed sentences of our own that the tests of attributes share, as tables for tests.builders."""

WARNED = """
Berg Berg PROPN 2 nsubj
warned warn VERB 0 root
reporters reporter NOUN 2 obj Number=Plur
in in ADP 6 case
an a DET 6 det
interview interview NOUN 2 obl Number=Sing
on on ADP 8 case
Monday Monday PROPN 2 obl Number=Sing
that that SCONJ 12 mark
ice ice NOUN 12 nsubj Number=Sing
could could AUX 12 aux
close close VERB 2 ccomp
the the DET 14 det
harbour harbour NOUN 12 obj Number=Sing
+. . PUNCT 2 punct
"""

WILL_BUILD = """
“ “ PUNCT 4 punct
We we PRON 4 nsubj Number=Plur
will will AUX 4 aux
build build VERB 8 ccomp
it it PRON 4 obj
+, , PUNCT 4 punct
” ” PUNCT 4 punct
said say VERB 0 root
Dahl Dahl PROPN 8 nsubj Number=Sing
+. . PUNCT 8 punct
"""

DECLINED = """
Two two NUM 2 nummod
officials official NOUN 5 nsubj Number=Plur
did do AUX 5 aux
not not PART 5 advmod
say say VERB 0 root
why why ADV 9 advmod
the the DET 8 det
bridge bridge NOUN 9 nsubj Number=Sing
fell fall VERB 5 ccomp Tense=Past
+. . PUNCT 5 punct
"""

MUST_LEAVE = """
“ “ PUNCT 4 punct
Arden Arden PROPN 4 nsubj Number=Sing
must must AUX 4 aux
leave leave VERB 9 ccomp
the the DET 6 det
island island NOUN 4 obj Number=Sing
+, , PUNCT 4 punct
” ” PUNCT 4 punct
said say VERB 0 root
Dahl Dahl PROPN 9 nsubj Number=Sing
+. . PUNCT 9 punct
"""

NO_PLANS = """
The the DET 2 det
mayor mayor NOUN 3 nsubj Number=Sing
thinks think VERB 0 root
the the DET 5 det
port port NOUN 6 nsubj Number=Sing
has have VERB 3 ccomp
no no DET 8 det
rivals rival NOUN 6 obj Number=Plur
+. . PUNCT 3 punct
"""

LETTER = """
Oslen Oslen PROPN 2 nsubj Number=Sing
sent send VERB 0 root
the the DET 4 det
council council NOUN 2 iobj Number=Sing
a a DET 6 det
letter letter NOUN 2 obj Number=Sing
demanding demand VERB 6 acl VerbForm=Ger
new new ADJ 9 amod
boats boat NOUN 7 obj Number=Plur
+. . PUNCT 2 punct
"""

MIXED = """
Dahl Dahl PROPN 2 nsubj Number=Sing
called call VERB 0 root
the the DET 4 det
raid raid NOUN 2 obj Number=Sing
“ “ PUNCT 7 punct
a a DET 7 det
crime crime NOUN 2 xcomp Number=Sing
” ” PUNCT 7 punct
+. . PUNCT 2 punct
"""

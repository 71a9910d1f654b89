"""English words that tell nothing of a text's subject."""

from typing import Final

STOP_WORDS: Final = frozenset(
    "a about after again all also am an and any are as at be because been before being between both "
    "but by can could did do does doing down during each few for from further had has have having he "
    "her here hers him his how i if in into is it its itself just me more most my no nor not now of "
    "off on once only or other our out over own said same say says she should so some such than that "
    "the their them then there these they this those through to too under until up very was we were "
    "what when where which while who whom why will with would you your told mr mrs ms".split()
)
"""Folded: lower case, straight apostrophes."""

"""Doubts: what is seen in a cleaned paragraph and left alone. One sign, one small file."""

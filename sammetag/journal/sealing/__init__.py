"""The seal: what was written in the journal, and is settled, cannot be altered unseen.

It speaks SQL on a connection of the keeper, since the app may not even see it:
docs/decisions/0011-the-seal.md.
"""

"""Practice: scenarios worked through with the real flows and rules, and why each choice was right or not.

It uses `guidance`, `dialogs` and `cards`; they know of it only by the mark of a matter.
"""

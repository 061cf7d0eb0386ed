"""Practice: scenarios worked through with the real flows and rules, and why each choice was right or not.

It stands on `guidance`, `dialogs` and `cards`, and none of them knows of it but for a matter's mark.
"""

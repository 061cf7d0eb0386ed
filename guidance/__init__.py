"""The rules of the council's practice guidance, and nothing else.

In: facts about one proposed step (`guidance.facts`). Out: a decision with the paragraphs it rests on
(`guidance.decision`). Imports the standard library, pydantic and its own data only.
"""

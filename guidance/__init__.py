"""The rules of the council's practice guidance, and nothing else.

In: facts about one proposed step (`guidance.facts`). Out: a decision with the paragraphs it rests on
(`guidance.decision`). Imports the standard library, pydantic and its own data only.
"""

__version__ = "0.1.0"
"""The release of the whole product: in the package, the app manifest, `/healthz` and each case note."""

"""Parts of patterns that several statements are made of."""

PARENTS = r"(?:the |their |both |\w+'s |\w+ and \w+'s )?(?:parents?|family|mother|father|mum|dad)\b"
CONDITIONAL = r"\b(?:if|unless|until|only|whether|could|would|once|when|after)\b"
"""What makes a sentence say only what might be."""
CLOSED_ROW = r": (?:done|not needed|no doubt|you have no doubt)\b"
"""A row of a ledger with nothing left to do."""

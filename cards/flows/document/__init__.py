"""How a document that someone else wrote reads: its answer with the ledger, its words to use, its note."""

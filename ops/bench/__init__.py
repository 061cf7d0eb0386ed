"""`make bench`: how many turns a second the bot takes, beside the stock SDK and raw handlers, all in one run."""

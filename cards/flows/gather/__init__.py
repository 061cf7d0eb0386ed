"""How network checks read: their answer, the requests and words to use, their note."""

"""A document that someone else wrote (section 4), with what professionals among its audience bring from section 3."""

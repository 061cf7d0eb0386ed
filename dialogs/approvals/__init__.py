"""A second pair of eyes: the product's own safeguard. The guidance does not ask for it, and no one waits for it in danger."""

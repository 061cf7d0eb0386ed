"""How a conversation starts: which flow a first message asks for, and what the guidance does not cover."""

"""A flow as a page that an officer can read beside the guidance: the questions, the rules, and a drawing."""

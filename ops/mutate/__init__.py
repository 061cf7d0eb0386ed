"""Mutation: break a rule or a flow in a small way, and see whether a test notices."""

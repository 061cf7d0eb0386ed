"""Send what turns left in the outbox."""

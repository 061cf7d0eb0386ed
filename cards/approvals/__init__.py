"""How a request for a second pair of eyes reads: in the channel, to the supervisor, to the worker."""

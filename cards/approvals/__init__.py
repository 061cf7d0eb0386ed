"""Cards about requests for a second pair of eyes: in the channel, for the supervisor, for the worker."""

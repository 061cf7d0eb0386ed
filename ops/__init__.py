"""What a developer runs: set-up, the bot with its playground, the Teams package. No part of the running bot."""

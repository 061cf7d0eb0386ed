"""Who may disclose (3.10): may I answer this caller?"""

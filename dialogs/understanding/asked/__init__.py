"""Questions in a worker's own words: which paragraphs answer them, or that the guidance does not."""

from dialogs.understanding.asked.asking import Asked, ask, is_follow_up
from dialogs.understanding.asked.standing import standing_points

__all__ = ["Asked", "ask", "is_follow_up", "standing_points"]

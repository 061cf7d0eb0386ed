"""What the edge uses of an SDK, from either of two: the same adapter on either one's types and turn pipeline.

`BOT_SDK` chooses as this module is imported. `botbuilder` is the default; Microsoft has archived it. `agents` is its
successor, which the extra of that name installs. Clients, state, serialisers and token checks are taken from neither.
"""

import os
from typing import Any

CHOSEN = os.environ.get("BOT_SDK", "").strip() or "botbuilder"

if CHOSEN != "agents":
    from botbuilder.core import ActivityHandler, BotAdapter, TurnContext
    from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ResourceResponse
else:
    try:
        from microsoft_agents import activity as _types
        from microsoft_agents.hosting.core import ActivityHandler, TurnContext
        from microsoft_agents.hosting.core import ChannelAdapter as BotAdapter
    except ModuleNotFoundError:
        raise ImportError("BOT_SDK=agents needs what `pip install 'sharing-guide[agents]'` adds") from None

    # Its models refuse empty fields, which Teams sends; what is used of an activity is checked here already.
    Activity, ChannelAccount, ConversationAccount, ResourceResponse = (
        model.model_construct
        for model in (_types.Activity, _types.ChannelAccount, _types.ConversationAccount, _types.ResourceResponse)
    )


def bot_of(reference: Any) -> Any:
    """Return the bot's account in a conversation reference."""
    return reference.agent if CHOSEN == "agents" else reference.bot


__all__ = [
    "Activity",
    "ActivityHandler",
    "BotAdapter",
    "ChannelAccount",
    "ConversationAccount",
    "ResourceResponse",
    "TurnContext",
    "bot_of",
]

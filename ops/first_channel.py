"""A channel for requests, set up as an administrator does it: by two messages to the bot, in the person's own client.

Doing it again changes nothing, so that it is done at every start.
"""

import asyncio
from typing import Any

import aiohttp

from ops.playground import Playground
from ops.processes import ProgramError

_PATIENCE = 20.0
_STREAM = "/_ws_conversation/v1/conversations/stream"


async def set_up(playground: Playground) -> None:
    """Have the person at this playground's keyboard write both messages in their team's channel.

    Returns once the bot has answered each. Raises ProgramError when it does not.
    """
    try:
        async with asyncio.timeout(_PATIENCE):
            await _written(playground)
    except (aiohttp.ClientError, TimeoutError) as error:
        raise ProgramError(f"The supervisors' channel could not be set up: {error or 'no answer'}") from error


async def _written(playground: Playground) -> None:
    person, bot = playground.configuration["currentUser"], playground.configuration["bot"]
    async with (
        aiohttp.ClientSession(playground.url) as session,
        session.ws_connect(_STREAM) as stream,  # the playground refuses the bot's messages while nobody listens
    ):
        for text, mentioned in (("approvals here", (bot,)), ("supervisors add", (bot, person))):
            await _write(session, playground, text, mentioned)
            await _answered(stream)


async def _write(
    session: aiohttp.ClientSession, playground: Playground, text: str, mentioned: tuple[dict[str, Any], ...]
) -> None:
    """Write in the channel, the bot mentioned first and others at the end."""
    tags = [f"<at>{one['name']}</at>" for one in mentioned]
    message = {
        "text": " ".join([tags[0], text, *tags[1:]]),
        "textFormat": "plain",
        "from": {"id": playground.configuration["currentUser"]["id"]},
        "mentions": [{"mentioned": {"id": one["id"]}, "text": tag} for one, tag in zip(mentioned, tags, strict=True)],
    }
    channel = playground.configuration["team"]["channels"][0]["id"]
    async with session.post(f"/_conversation/v1/conversations/{channel}/messages", json=message) as response:
        response.raise_for_status()


async def _answered(stream: aiohttp.ClientWebSocketResponse) -> None:
    while (await stream.receive_json()).get("action") != "createMessage":
        pass

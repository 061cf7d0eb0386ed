"""The stock SDK's echo bot, as its samples write it: no authentication, no state. `python stock.py PORT`.

Runs in an environment of its own (requirements.txt beside this file), so it imports nothing of this repository.
"""

import sys
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication


class NoCredentials:
    """The samples' configuration without an app: authentication is off."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class EchoBot(ActivityHandler):  # type: ignore[misc]  # the SDK has no types
    """Says what it was told."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Echo the text."""
        await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


def main(port: int) -> None:
    """Serve until the process is ended."""
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(NoCredentials()))
    bot = EchoBot()

    async def messages(request: web.Request) -> Any:
        return await adapter.process(request, bot)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

from collections.abc import AsyncIterator
from importlib import import_module
from typing import Any

import orjson
import pytest

from bot.config.service_hosts import ServiceHosts
from bot.edge import activities
from bot.edge.adapter import GuideAdapter
from bot.edge.connector import Connector, Refused, open_session
from bot.edge.credentials import NoCredentials
from bot.incoming import Incoming
from bot.sdk import CHOSEN
from tests.bot.edge import message
from tests.bot.issuer import APP_ID, TENANT
from tests.connector import FakeConnector, refused

core = import_module("microsoft_agents.hosting.core" if CHOSEN == "agents" else "botbuilder.core")
BOT = f"28:{APP_ID}"


def shared(**changed: Any) -> dict[str, Any]:
    conversation = {"id": "19:abc@thread.tacv2;messageid=170", "conversationType": "channel", "tenantId": TENANT}
    return message(conversation=conversation, **changed)


@pytest.mark.parametrize("kind", ["typing", "messageReaction", "endOfConversation", "x"])
async def test_what_the_guide_has_no_use_for_does_not_reach_the_turn(kind: str) -> None:
    taken: list[Incoming] = []

    async def take(one: Incoming) -> None:
        taken.append(one)

    async with open_session() as session:
        connector = Connector(session, ServiceHosts.from_entries([]), NoCredentials())
        await GuideAdapter(connector, take).process(activities.parse_activity(orjson.dumps(message(type=kind))))
    assert taken == []


class Middleware:
    """SDK code that sends through the turn's context."""

    def __init__(self, code: Any) -> None:
        self._code = code

    async def on_turn(self, context: Any, logic: Any) -> None:
        await self._code(context)
        await (logic(context) if CHOSEN == "agents" else logic())


@pytest.fixture
async def connector() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as running:
        yield running


async def run(connector: FakeConnector, code: Any, activity: dict[str, Any]) -> None:
    async def take(one: Incoming) -> None: ...

    async with open_session() as session:
        hosts = ServiceHosts.from_entries([connector.origin])
        adapter = GuideAdapter(Connector(session, hosts, NoCredentials()), take)
        adapter.use(Middleware(code))
        await adapter.process(activities.parse_activity(orjson.dumps({**activity, "serviceUrl": connector.url})))


async def test_sdk_code_can_send_text_and_cards(connector: FakeConnector) -> None:
    ids: list[str] = []

    async def code(context: Any) -> None:
        ids.append((await context.send_activity("hello")).id)
        card = core.MessageFactory.attachment(core.CardFactory.adaptive_card({"type": "AdaptiveCard"}))
        ids.append((await context.send_activity(card)).id)

    await run(connector, code, shared())
    assert ids == [call.given_id for call in connector.calls]
    assert {call.conversation_id for call in connector.calls} == {"19:abc@thread.tacv2;messageid=170"}
    assert connector.calls[0].activity["text"] == "hello"
    assert connector.calls[0].activity["from"] == {"id": BOT}
    assert connector.calls[0].activity["recipient"] == {"id": "29:worker"}
    assert connector.calls[1].card == {"type": "AdaptiveCard"}


async def test_sdk_code_can_update_and_delete(connector: FakeConnector) -> None:
    async def code(context: Any) -> None:
        changed = core.MessageFactory.text("changed")
        changed.id = "activity-3"
        await context.update_activity(changed)
        await context.delete_activity("activity-4")

    await run(connector, code, message())
    assert [(call.method, call.activity_id) for call in connector.calls] == [
        ("PUT", "activity-3"),
        ("DELETE", "activity-4"),
    ]
    assert connector.calls[0].activity["text"] == "changed"


async def test_a_refusal_reaches_the_sdk_code(connector: FakeConnector) -> None:
    async def code(context: Any) -> None:
        connector.answer_next(refused())
        with pytest.raises(Refused, match="MessageWritesBlocked"):
            await context.send_activity("hello")

    await run(connector, code, message())
    assert len(connector.calls) == 1

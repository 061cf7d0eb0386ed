"""The commands that Teams offers above the box are ones the bot takes."""

import json
from typing import Any

from ops.package import PackageSettings, manifest
from ops.playground import Playground
from tests.browser.wire import Wire, card_of
from tests.ops.test_package import SETTINGS


def offered_in_personal_chat(kind: str = "basic") -> set[str]:
    made = json.loads(manifest(PackageSettings.from_environment(SETTINGS)))
    lists = made["bots"][0]["commandLists"]
    offered = [command for one in lists if "personal" in one["scopes"] for command in one["commands"]]
    return {each.get("prompt", each["title"]) for each in offered if each.get("type", "basic") == kind}


def titles(card: Any) -> set[str]:
    """The titles of every action on a card, wherever it is."""
    if isinstance(card, list):
        return set().union(*map(titles, card))
    if not isinstance(card, dict):
        return set()
    own = {card["title"]} if str(card.get("type", "")).startswith("Action.") else set()
    return own.union(*map(titles, card.values()))


async def test_every_command_is_a_button_of_the_welcome(playground: Playground) -> None:
    async with Wire(playground) as wire:
        await wire.open()

        assert offered_in_personal_chat() <= titles(card_of(await wire.next()))


async def test_every_command_and_prompt_is_understood_when_typed(playground: Playground) -> None:
    async with Wire(playground) as wire:
        await wire.open()
        await wire.next()
        await wire.say("colourless green ideas")
        not_understood = card_of(await wire.next())["body"]

        for command in offered_in_personal_chat() | offered_in_personal_chat("prompt"):
            await wire.say(command)
            assert card_of(await wire.next())["body"] != not_understood, command

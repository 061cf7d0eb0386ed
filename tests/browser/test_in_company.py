"""In a channel and in a group chat: one answer, the same for everyone, with nothing personal."""

from playwright.async_api import expect

from tests.browser.filling import you_and_them
from tests.browser.playground import Chat

NOT_HERE = (
    "If a child is in danger now, ring 999. "
    "I only work in a chat of our own, so that nothing about a family appears in a channel. "
    'Open a chat with me and type "share".'
)


async def test_in_a_group_chat_every_message_gets_the_one_answer(chat: Chat) -> None:
    await chat.go_to("Duty desk")
    for text in ("share", "tell the GP about Q's asthma", "my matters", "danger"):
        await chat.post(text)

    said = [message for message in await chat.messages() if message.author]
    assert [(message.text, message.has_card) for message in said] == [(NOT_HERE, False)] * 4


async def test_in_a_channel_the_one_answer_is_given(chat: Chat) -> None:
    await chat.go_to("Supervisors")
    await chat.post("share")

    await expect(chat.page.locator("body")).to_contain_text(NOT_HERE[:38])  # what has come is not drawn at once
    assert "".join(await chat.posts()).count(NOT_HERE) == 1


async def test_what_is_open_in_the_personal_chat_stays_there(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await you_and_them(chat)
    await chat.go_to("Duty desk")
    await chat.post("P has missed two asthma check-ups")
    await chat.go_to("Personal Chat")

    await chat.shows("About P · Step 2 of about 6")
    await chat.shows("What will you tell them?")
    assert await chat.value("What will you tell them?") == ""

"""Several teams in one council: where a request goes, who may answer it, and that nobody waits for nothing."""

import pytest

from tests.connector import refused
from tests.scenarios.channel import Channel
from tests.scenarios.reading import Card, own
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import WORDS, asked, opened, recorded, supervisor
from tests.scenarios.worker import Worker

CLOCK = Clock


@pytest.fixture
def north(bot: Bot) -> Channel:
    return Channel(bot, "19:north-supervisors@thread.tacv2", "19:north@thread.tacv2", "North")


@pytest.fixture
def south(bot: Bot) -> Channel:
    return Channel(bot, "19:south-supervisors@thread.tacv2", "19:south@thread.tacv2", "South")


Both = tuple[Channel, Channel]


async def set_up(channel: Channel, *supervisors: Worker) -> str:
    """As an administrator does it; returns what the bot said."""
    admin = Worker(channel.bot, "admin")
    said = await channel.write(admin, "approvals here")
    return said + (await channel.write(admin, "supervisors add", *supervisors) if supervisors else "")


@pytest.fixture
async def both_teams(north: Channel, south: Channel) -> Both:
    """North and South, each set up, with no supervisor named."""
    await set_up(north)
    await set_up(south)
    return north, south


@pytest.fixture
async def boss(north: Channel) -> Worker:
    """North's supervisor, who has written to the bot; North is set up."""
    boss = supervisor(north.bot)
    await boss.say("hello")
    await set_up(north, boss)
    return boss


def members(channel: Channel, *people: Worker) -> None:
    """The team has these members, and no others."""
    channel.bot.connector.rosters[channel.team] = {f"29:{one.name}" for one in people}


def team_buttons(card: Card) -> list[str]:
    return [one["title"] for one in card.presses if one.get("verb") == "choose_team"]


async def test_a_request_goes_to_the_team_that_the_worker_is_in_now(worker: Worker, both_teams: Both) -> None:
    north, south = both_teams
    members(north)
    members(south, worker)
    await asked(worker)
    assert ("South" in worker.card.text, len(south.cards), north.cards) == (True, 1, [])
    members(north, worker)
    members(south)
    await worker.say("start again")
    await asked(worker)
    assert (len(north.cards), len(south.cards)) == (1, 1)


async def test_where_teams_does_not_say_the_worker_is_asked_once(worker: Worker, both_teams: Both) -> None:
    north, south = both_teams
    card = await asked(worker)
    assert "has not gone yet, and nobody has seen it" in card.text
    assert team_buttons(card) == ["North", "South"]
    assert (north.cards, south.cards) == ([], [])
    await worker.say("South")
    assert "is with your supervisors" in worker.card.text
    assert (north.cards, len(south.cards)) == ([], 1)
    await worker.say("start again")
    assert team_buttons(await asked(worker)) == []
    assert (north.cards, len(south.cards)) == ([], 2)


async def test_what_went_to_the_wrong_team_is_withdrawn_and_the_worker_asked_again(
    worker: Worker, both_teams: Both
) -> None:
    north, _ = both_teams
    await asked(worker)
    await worker.say("North")
    await worker.press("withdraw")
    await worker.press("open")
    card = await worker.press("ask_supervisor")
    assert team_buttons(card) == ["North", "South"]
    assert ["withdrawn" in card.text for card in north.cards] == [True]


async def test_a_team_that_was_not_offered_is_not_taken(worker: Worker, both_teams: Both) -> None:
    north, south = both_teams
    await asked(worker)
    data = worker.card.button("choose_team")["data"]
    for forged in ("19:elsewhere@thread.tacv2", worker.chat.conversation_id, ""):
        await worker.send(worker.clicking("choose_team", {**data, "team": forged}))
        assert worker.card.says("approvals.refused.no_such_team")
    assert (north.cards, south.cards) == ([], [])


async def test_a_second_channel_strands_nobody_and_takes_nothing_over(
    worker: Worker, north: Channel, south: Channel
) -> None:
    await set_up(north)
    await asked(worker)
    assert "had been waiting" not in await set_up(south)
    await worker.say("start again")
    await asked(worker)
    assert (len(north.cards), south.cards) == (2, [])


async def test_what_waits_is_never_posted_to_another_team(worker: Worker, north: Channel, south: Channel) -> None:
    await set_up(north, supervisor(north.bot))
    await asked(worker)
    await north.removed(worker)
    told = worker.chat.cards[-1].text
    assert "no supervisor can see it now: I have been taken out of North. Ring your supervisor" in told
    assert "1 more are waiting" in await set_up(south)
    assert south.cards == []
    asking = worker.chat.cards[-1]
    assert team_buttons(asking) == ["South"]
    said = await set_up(north)
    assert "1 had been waiting" in said
    assert (len(north.cards), south.cards) == (2, [])
    assert "is with your supervisors" in worker.chat.cards[-1].text


async def test_what_waited_for_a_first_channel_goes_only_to_its_own_team(bot: Bot, north: Channel) -> None:
    of_north, of_south = Worker(bot, "N.N."), Worker(bot, "S.S.")
    for one in (of_north, of_south):
        await asked(one)
    members(north, of_north)
    said = await set_up(north)
    assert "1 had been waiting" in said
    assert "1 more are waiting" in said
    assert len(north.cards) == 1
    assert "is with your supervisors" in of_north.chat.cards[-1].text
    assert team_buttons(of_south.chat.cards[-1]) == ["North"]


async def test_taken_out_and_set_up_again_nobody_decides_who_was_not_named_again(
    worker: Worker, north: Channel
) -> None:
    boss = supervisor(north.bot)
    await set_up(north, boss)
    await asked(worker)
    await north.removed(worker)
    assert "name the supervisors" in await set_up(north)
    await boss.say("hello")
    reply = await north.press(boss, north.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.not_supervisor")
    assert "M.A." not in await north.write(boss, "supervisors")


async def test_a_deleted_channel_is_left_and_the_teams_other_channel_stays(worker: Worker, north: Channel) -> None:
    other = Channel(north.bot, "19:north-other@thread.tacv2", north.team, "North")
    await set_up(north)
    await asked(worker)
    await set_up(other)
    event = {"type": "conversationUpdate", "text": ...}
    place = north.place(worker.tenant)
    place["channelData"] |= {"eventType": "channelDeleted"}
    place["conversation"]["id"] = north.team
    await north.bot.post(worker.activity(**event, **place))
    await north.bot.all_sent()
    assert "I have been taken out of North" in worker.chat.cards[-1].text
    await worker.say("start again")
    await asked(worker)
    assert len(other.cards) == 1


async def test_refused_in_the_channel_worker_and_supervisors_hear_at_once_and_reminders_go_on(
    worker: Worker, north: Channel, boss: Worker, clock: Clock
) -> None:
    north.bot.connector.refuse(north.id, refused(403, "BotNotInConversationRoster"))
    await asked(worker)
    await north.bot.settled()
    told = worker.chat.cards[-1]
    assert "I couldn't post it in North, so nobody has seen it there." in told.text
    assert "I have now told M.A." in told.text
    assert "Ring your supervisor" in told.text
    assert "is still waiting" in boss.chat.cards[-1].text
    await worker.say("my requests")
    assert "so nobody has seen it there" in worker.card.text
    north.bot.connector.accept(north.id)
    clock.forward(hours=2.1)
    await north.bot.settled()
    assert len(north.cards) == 1
    await worker.say("my requests")
    assert "is with your supervisors" in worker.card.text


async def test_a_digest_that_is_refused_is_told_to_each_who_went_ahead(bot: Bot, north: Channel, clock: Clock) -> None:
    await set_up(north)
    workers = [Worker(bot, name) for name in ("one", "two")]
    for one in workers:
        await asked(one, "cant_wait")
    bot.connector.refuse(north.id, refused(403, "BotNotInConversationRoster"))
    clock.forward(hours=24)
    await bot.settled()
    for one in workers:
        assert "I couldn't post it in North, so nobody has seen it there." in one.chat.cards[-1].text


async def test_reminders_go_on_where_no_channel_is_left(worker: Worker, north: Channel, clock: Clock) -> None:
    await set_up(north)
    await asked(worker)
    await north.removed(worker)
    for hours in (2.1, 2.1, 24):
        heard = len(worker.chat.posts)
        clock.forward(hours=hours)
        await north.bot.settled()
        assert len(worker.chat.posts) == heard + 1
    assert "Ring your supervisor" in worker.chat.cards[-1].text


async def test_each_working_morning_it_is_said_again_and_no_card_is_doubled(
    worker: Worker, north: Channel, boss: Worker, clock: Clock
) -> None:
    await asked(worker)
    for hours in (2.1, 2.1, 24, 24):
        clock.forward(hours=hours)
        await north.bot.settled()
    assert len(north.cards) == 5
    assert [len(card.presses) for card in north.cards] == [0, 0, 0, 0, 1]
    assert [card.text for card in north.cards[:-1]] == [
        own("approvals.channel.moved", number=north.cards[-1].title.split()[1])
    ] * 4
    still = [card for card in boss.chat.cards if "is still waiting" in card.text]
    assert len(still) == 1


async def test_remind_them_posts_nothing_within_the_hour_and_then_moves_the_card(
    worker: Worker, north: Channel, clock: Clock
) -> None:
    await set_up(north)
    await asked(worker)
    for _ in range(3):
        await worker.press("nudge")
        assert worker.card.says("notices.said_lately", when="10:00", again="11:00")
    assert len(north.cards) == 1
    clock.forward(minutes=61)
    await worker.press("nudge")
    assert [card.verbs for card in north.cards] == [[], ["open_request"]]


async def test_open_shows_it_once_and_moves_it_down_when_more_came(
    worker: Worker, north: Channel, boss: Worker, clock: Clock
) -> None:
    await asked(worker)
    clock.forward(seconds=1)
    await north.press(boss, north.cards[-1], "open_request")
    before = len(boss.chat.posts)
    reply = await north.press(boss, north.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.opened_before")
    assert len(boss.chat.posts) == before
    clock.forward(seconds=1)
    await boss.say("hello")
    clock.forward(seconds=1)
    await north.press(boss, north.cards[-1], "open_request")
    assert ["agree" in card.verbs for card in boss.chat.cards].count(True) == 1
    assert "agree" in boss.chat.cards[-1].verbs
    await boss.say("approvals")
    await boss.press("open_request")
    assert ["agree" in card.verbs for card in boss.chat.cards].count(True) == 1
    assert "agree" in boss.chat.cards[-1].verbs


async def test_agree_on_a_card_older_than_the_workers_answer_shows_that_answer_first(
    worker: Worker, north: Channel
) -> None:
    boss, other = supervisor(north.bot), Worker(north.bot, "T.W.")
    await set_up(north, boss, other)
    await asked(worker)
    await opened(north, other)
    await opened(north, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    worker.card = worker.chat.cards[-1]
    await worker.press("answer_back", reply="I did, at 11:20")
    await other.press("agree", reason="Both parts rest on what P said")
    assert other.card.says("notices.answered_since", who=worker.name)
    assert "I did, at 11:20" in other.card.text
    assert other.card.filled["reason"] == "Both parts rest on what P said"
    assert "agreed" not in [what for what, _ in recorded(north.bot)]
    await other.press("agree")
    assert "T.W. agreed" in worker.chat.cards[-1].text


async def test_it_cannot_be_passed_to_the_one_who_asked(north: Channel) -> None:
    boss, asker = supervisor(north.bot), Worker(north.bot, "K.O.")
    await set_up(north, boss, asker)
    await asked(asker)
    await opened(north, boss)
    data = {"about": boss.card.button("agree")["data"]["about"], "hand_to": asker.entra_id}
    await boss.send(boss.clicking("hand_request", data))
    assert boss.card.says("approvals.refused.not_theirs_to_take")
    assert "agree" not in str(asker.chat.cards[-1].verbs)


async def test_a_new_supervisor_who_never_wrote_is_told_in_a_chat_that_the_bot_opens(
    worker: Worker, north: Channel
) -> None:
    boss = supervisor(north.bot)
    north.bot.connector.chats[boss.entra_id] = boss.chat.conversation_id
    await set_up(north, boss)
    (told,) = boss.chat.cards
    assert told.title == own("approvals.role.title", team="North")
    assert "admin named you" in told.text
    await asked(worker)
    reply = await north.press(boss, north.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.opened")
    boss.card = boss.chat.cards[-1]
    await boss.press("agree", reason="Both parts rest on what P said")
    assert "M.A. agreed" in worker.chat.cards[-1].text
    await north.write(Worker(north.bot, "admin"), "supervisors remove", boss)
    assert boss.chat.cards[-1].title == own("approvals.role.title_ended", team="North")


async def test_a_supervisor_who_gets_the_app_later_is_told_then(north: Channel) -> None:
    boss = supervisor(north.bot)
    await set_up(north, boss)
    await boss.join()
    assert [card.title for card in boss.chat.cards].count(own("approvals.role.title", team="North")) == 1
    await boss.say("hello")
    assert [card.title for card in boss.chat.cards].count(own("approvals.role.title", team="North")) == 1


async def test_nobody_is_skipped_in_silence(worker: Worker, north: Channel, clock: Clock) -> None:
    boss, nobody = supervisor(north.bot), Worker(north.bot, "T.W.")
    unknown = Worker(north.bot, "Visitor", object_id="")
    await boss.say("hello")
    await set_up(north)
    said = await north.write(Worker(north.bot, "admin"), "supervisors add", boss, nobody, unknown)
    assert "They can now open and answer requests of this channel: M.A., T.W." in said
    assert "I couldn't tell them so: T.W." in said
    assert "nothing was done for Visitor" in said
    await asked(worker)
    reply = await north.press(nobody, north.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.no_chat")
    for _ in range(2):
        clock.forward(hours=2.1)
        await north.bot.settled()
    told = worker.chat.cards[-1].text
    assert "I have now told M.A. in their own chats." in told
    assert "I couldn't reach T.W. in their own chat." in told


async def test_a_supervisor_who_cannot_be_written_to_holds_nothing_up(worker: Worker, north: Channel) -> None:
    boss = supervisor(north.bot)
    await set_up(north, boss)
    await asked(worker)
    await opened(north, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    north.bot.connector.refuse(boss.chat.conversation_id, refused())
    worker.card = worker.chat.cards[-1]
    await worker.deliver(worker.pressing("answer_back", reply="I did, at 11:20"))
    await north.bot.settled()
    assert "open_request" in north.cards[-1].verbs
    assert "I couldn't reach M.A. in their own chat." in worker.chat.cards[-1].text


async def test_members_of_a_private_channel_decide_while_they_are_members(worker: Worker, north: Channel) -> None:
    boss = Worker(north.bot, "J.S.")
    private = Channel(north.bot, "19:north-private@thread.tacv2", north.team, "North", "private")
    admin = Worker(north.bot, "admin")
    await set_up(private)
    await private.write(admin, "members decide")
    await asked(worker)
    await boss.say("hello")
    reply = await private.press(boss, private.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.roster_unknown")
    north.bot.connector.rosters[private.id] = {"29:J.S."}
    await opened(private, boss)
    assert "hit me" in boss.card.text
    north.bot.connector.rosters[private.id] = set()
    await boss.press("agree", reason="Both parts rest on what P said")
    assert boss.card.says("approvals.refused.not_member")
    assert "hit me" not in boss.card.text
    assert ("refused", "not_member") in recorded(north.bot)
    north.bot.connector.rosters[private.id] = {"29:J.S."}
    await boss.say("approvals")
    await boss.press("open_request")
    await boss.press("agree", reason="Both parts rest on what P said")
    assert "J.S. agreed" in worker.chat.cards[-1].text
    await private.write(admin, "members don't decide")
    await boss.say("approvals")
    assert boss.card.says("approvals.lists.approvals_none")


async def test_members_decide_nowhere_but_in_a_private_channel(worker: Worker, north: Channel) -> None:
    admin = Worker(north.bot, "admin")
    await set_up(north)
    for kind in ("", "standard", "shared"):
        north.kind = kind
        assert await north.write(admin, "members decide") == own("approvals.setup.not_private")
    assert await north.write(worker, "members decide") == own("approvals.setup.not_admin")
    north.kind, north.bot.connector.rosters[north.id] = "", {f"29:{worker.name}"}
    other = Worker(north.bot, "other")
    await asked(other)
    await worker.say("hello")
    reply = await north.press(worker, north.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.not_supervisor")


async def test_away_until_monday_a_deputy_has_what_waits(worker: Worker, north: Channel) -> None:
    boss, deputy = supervisor(north.bot), Worker(north.bot, "T.W.")
    for one in (boss, deputy):
        await one.say("hello")
    await set_up(north, boss, deputy)
    await asked(worker)
    await opened(north, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    await boss.say("I'm away until")
    assert "until" in boss.card.inputs
    await boss.say("I'm away until Monday")
    assert boss.card.filled["until"] == "2026-11-30"
    await boss.press("save_away")
    assert boss.card.says("approvals.refused.deputy_missing")
    await boss.press("save_away", deputy=deputy.entra_id)
    assert "You are away until Monday 30 November." in boss.card.text
    assert deputy.chat.cards[-1].title == own("approvals.away.stands_in", name="M.A.")
    worker.card = worker.chat.cards[-1]
    await worker.press("answer_back", reply="I did, at 11:20")
    assert "is with T.W. since" in worker.card.text
    deputy.card = deputy.chat.cards[-1]
    assert "I did, at 11:20" in deputy.card.text
    assert "hand_request" not in deputy.card.verbs
    await deputy.press("agree", reason="Both parts rest on what P said")
    assert "T.W. agreed" in worker.chat.cards[-1].text
    await boss.say("I'm back")
    assert deputy.chat.cards[-1].title == own("approvals.away.ended", name="M.A.")


async def test_where_all_are_away_the_worker_is_told_at_once_and_reminders_say_so(
    worker: Worker, north: Channel, boss: Worker, clock: Clock
) -> None:
    await boss.say("approvals")
    await boss.press("away")
    assert "Nobody else is named for your channels" in boss.card.text
    for typed in ("2026-11-24", "2025-12-24", "2028-01-01", "soon"):
        await boss.press("save_away", until=typed)
        assert boss.card.says("approvals.refused.away_day")
    earlier = Worker(north.bot, "earlier")
    await asked(earlier)
    await boss.press("save_away", until="2026-12-01")
    assert "are away until 01/12/2026" in earlier.chat.cards[-1].text
    await asked(worker)
    assert "All who can answer there are away until 01/12/2026. Ring your supervisor" in worker.card.text
    for _ in range(2):
        clock.forward(hours=2.1)
        await north.bot.settled()
    assert "M.A. is away now." in worker.chat.cards[-1].text
    assert "is still waiting" not in boss.chat.cards[-1].text
    await boss.press("back_now")
    await worker.say("my requests")
    assert "are away until" not in worker.card.text


async def test_a_command_may_be_polite_or_the_other_way_round(north: Channel) -> None:
    admin, other = Worker(north.bot, "admin"), Worker(north.bot, "R.L.")
    assert "will be posted here" in await north.write(admin, "approvals here, please")
    assert "R.L." in await north.write(admin, "add supervisors", other)
    assert "R.L." in await north.write(admin, "remove supervisor", other)
    assert await north.write(admin, "supervisors") == own("approvals.setup.none_listed")


async def test_a_forged_deputy_and_a_workers_absence_are_not_taken(worker: Worker, north: Channel) -> None:
    boss = supervisor(north.bot)
    await set_up(north, boss)
    await worker.say("hello")
    await worker.send(worker.clicking("save_away", {"until": "2026-12-01"}))
    assert worker.card.says("approvals.refused.not_named")
    await boss.say("away until 1 December")
    await boss.send(boss.clicking("save_away", {"until": "2026-12-01", "deputy": worker.entra_id}))
    assert boss.card.says("approvals.refused.deputy_missing")


async def test_a_team_is_called_what_teams_calls_it(worker: Worker, bot: Bot) -> None:
    channels = [Channel(bot, f"19:{name}@thread.tacv2", f"19:team-{name}@thread.tacv2", "") for name in ("a", "b")]
    for one, name in zip(channels, ("Duty & Assessment", "Court team"), strict=True):
        bot.connector.teams[one.team] = {"name": name, "channels": [{"id": one.id, "name": "Managers"}]}
        await set_up(one)
    assert team_buttons(await asked(worker)) == ["Court team: Managers", "Duty  Assessment: Managers"]


async def test_nothing_of_the_family_reaches_any_channel(worker: Worker, north: Channel, south: Channel) -> None:
    for channel in (north, south):
        await set_up(channel)
    await asked(worker)
    await worker.say("North")
    sent = "\n".join(str(call.activity) for channel in (north, south) for call in channel.chat.calls)
    assert "Request" in sent
    assert [word for word in WORDS if word in sent] == []

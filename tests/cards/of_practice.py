"""The states of practice."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from msgspec.structs import replace

from cards.words import keys_under
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault, Ticks
from dialogs.screens import Aside, Shown
from practice import selection
from practice.choices import choices_of
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs, final_options
from practice.judging import JudgedChoice, Judgement, judge_all
from practice.own_words import find_faults, look_through, missing_parts
from practice.play import AT_ONCE, FEEDBACK, OWN_WORDS, play_screen, result_of
from practice.progress import NO_PROGRESS, Call, GroupTask, SharedPlay
from practice.registry import PRACTICE_FLOWS
from practice.repository import all_scenarios
from practice.scenario import Scenario, Trap
from practice.screens import (
    Cohort,
    ComparisonScreen,
    EducatorScreen,
    FinalQuestionsScreen,
    MyCalls,
    MyProgress,
    OwnWordingScreen,
    PracticeHome,
    QuestionsScreen,
    RehearsalScreen,
    ResultScreen,
    ShareScreen,
    StoryScreen,
    SupervisionRecord,
    YourCall,
)
from practice.sharing import MOST_LISTED
from practice.simulation import given_values, model_walk, new_play
from practice.traps import EMPTY, WRITTEN
from practice.values import line_ids
from practice.variants import later_days, near_miss_of
from tests.cards.matters import HARM, matter

ODD = (
    "Gran told me that you were ill. It is about the tablets. "
    "Please sign here, and nobody will ever know. Notwithstanding our considerable "
    "appreciation of the difficulties which your family has unquestionably experienced, professional communication "
    "necessitates the dissemination of information."
)
"""Words to parents with one of each thing that is to be looked at again."""
ALL_FOUR = ["what", "why", "used_for", "to_whom"]
NOTICES = tuple(name for name in keys_under("notices") if name.startswith("practice_"))


def playing(scenario: Scenario, *cards: str, **more: object) -> Matter:
    """A play in which these cards are answered as the story supports, and these answers are given besides."""
    walk = model_walk(scenario)
    asked = [q.name for card, questions in walk.cards if card.name in cards for q in questions]
    held = {**given_values(scenario), **{name: walk.values[name] for name in asked}, **more}
    return new_play(scenario.id, walk.flow, held, "p1")  # type: ignore[arg-type]


def over(scenario: Scenario, **otherwise: object) -> Matter:
    """A play that is over, all right but for these answers."""
    walk = model_walk(scenario)
    last = {WOULD_DO: walk.conclusion, RESTS_ON: decisive_refs(walk)[0], FEEDBACK: AT_ONCE}
    return playing(scenario, *(card.name for card, _ in walk.cards), **{**last, **otherwise})


def every_kind(scenario: Scenario) -> tuple[JudgedChoice, ...]:
    """One choice in each verdict."""
    first = judge_all(scenario, model_walk(scenario), over(scenario).values)[0]
    return tuple(replace(first, verdict=verdict) for verdict in Judgement)


def walked_into(scenario: Scenario, trap: Trap) -> dict[str, object]:
    """The answer that walks into this trap."""
    right = model_walk(scenario)
    ids = line_ids(PRACTICE_FLOWS[scenario.flow], scenario.answers)
    line = ids.get(trap.line, trap.line)
    asked = {(one.question.name, one.line): one for one in choices_of(scenario, right)}
    choice = asked[trap.question, line]
    value: object = trap.value
    if trap.question in scenario.to_write:
        value = {EMPTY: "", WRITTEN: "something"}[str(trap.value)]
    if isinstance(choice.question, Ticks):
        value = [value] if isinstance(value, str) else value
    return {trap.question: choice.with_value(right.values, value)[trap.question]}  # type: ignore[arg-type]


def practice_states() -> Iterator[tuple[str, Shown]]:
    """Every screen of practice in every state."""
    for name, shown in _every():
        yield f"practice: {name}", shown


def _every() -> Iterator[tuple[str, Shown]]:
    shelf = all_scenarios()
    share, gather = shelf["share-anger-before-the-gp"], shelf["gather-further-risk-is-enough"]
    left = (playing(share, "you_and_them", **{FEEDBACK: AT_ONCE}),)
    topics = selection.available_topics(shelf)
    yield "home", Shown(PracticeHome(topics))
    yield "home, an educator's", Shown(PracticeHome(topics, left, {"p1": share.topic}, 1, educator=True))
    yield "home, several due", Shown(PracticeHome(topics, due=3))
    yield "home, a story retired", Shown(PracticeHome(topics, retired=1))
    yield "home, stories retired", Shown(PracticeHome(topics, retired=2))
    yield "home, nothing there", Shown(PracticeHome(()))
    cases = (("c--day-2", "A second phone", ""), ("d--day-3", "A family on the water", "2026-03-12"))
    yield "home, with what is set", Shown(PracticeHome(topics, cases=cases, set_by_educator="Telling a school"))
    for notice in NOTICES:
        yield f"notice {notice}", Shown(PracticeHome(topics), (Aside("notice", notice),))
    for scenario in shelf.values():
        yield from _of(scenario)
    for what in ("words", "note"):
        yield f"beside: {what}", Shown(ComparisonScreen(over(share), share, what))
        yield f"beside: {what}, drafted", Shown(ComparisonScreen(over(gather), gather, what))
    yield (
        "beside: own words",
        Shown(ComparisonScreen(over(share, **{OWN_WORDS: "I plan to tell Dr S."}), share, "words")),
    )
    yield "own words, empty", Shown(OwnWordingScreen(over(share), share))
    yield "own words, all missing", Shown(OwnWordingScreen(over(share), share, "Hi.", missing_parts("Hi.")))
    yield "own words, all there", Shown(OwnWordingScreen(over(share), share, "..."))
    yield "own words, looked through", Shown(OwnWordingScreen(over(share), share, ODD, (), look_through(ODD)))
    yield "rehearsal", Shown(RehearsalScreen(over(share), share))
    yield "rehearsal, replied", Shown(RehearsalScreen(over(share), share, "No."))
    yield "rehearsal, not passed", Shown(RehearsalScreen(over(share), share, ODD, find_faults(ODD)))
    unsaid = over(share, **{RESTS_ON: ""})
    yield "over, with a wrong turn that is no trap", Shown(ResultScreen(over(share, need_to_know="no"), share))
    yield "over, with a careful step", Shown(ResultScreen(over(share, need_to_know="unsure"), share))
    yield "over, neither said", Shown(ResultScreen(over(share, **{WOULD_DO: "", RESTS_ON: ""}), share))
    yield "over, the paragraph left open", Shown(ResultScreen(unsaid, share))
    read = share.model_copy(update={"document": "A letter."})
    yield "a document to read", Shown(StoryScreen(playing(read), read))
    yield from _of_progress(share, gather, shelf["supervising-a-family-like-that"])


def _of_progress(share: Scenario, gather: Scenario, prompt: Scenario) -> Iterator[tuple[str, Shown]]:
    """How practice goes, for oneself, a supervisor and a group."""
    missed = NO_PROGRESS.with_result(result_of(over(share, reasons=["attitude"]), share), date(2026, 3, 9)).with_result(
        result_of(over(prompt), prompt), date(2026, 3, 10)
    )
    yield "progress, none", Shown(MyProgress(NO_PROGRESS, "2026-03-11"))
    yield "progress", Shown(MyProgress(missed, "2026-03-11"))
    yield "progress, to be deleted", Shown(MyProgress(missed, "2026-03-11", asked_to_delete=True))
    call = Call("2026-03-10", "share", "I'd tell them first.", "inform_parents_first")
    kept = replace(missed, call_first=True).with_call(call)
    yield "progress, with calls", Shown(MyProgress(kept, "2026-03-11"))
    yield "my calls", Shown(MyCalls(kept.calls))
    yield "your call first", Shown(YourCall(matter(HARM)))
    yield "for supervision, none", Shown(SupervisionRecord(NO_PROGRESS))
    yield "for supervision", Shown(SupervisionRecord(replace(missed, reflection="I look at both limbs."), kept=True))
    yield "group", Shown(Cohort((("3.9(a)", 6, 20, 31),), 6))
    stories = ((share.id, share.topic), (gather.id, gather.topic))
    task = GroupTask("2", gather.id, "2026-03-10")
    yield "group, with what is set", Shown(Cohort((), 6, stories=stories, task=task))
    open_to = share.model_copy(update={"open": "Some would ring her after the surgery closes."})
    yield "over, open to argument", Shown(ResultScreen(over(open_to), open_to))
    yield "beside: no words of theirs", Shown(ComparisonScreen(over(share, told_items=ALL_FOUR), share, "words"))
    let_through = over(share, told_items=ALL_FOUR)
    yield "over, let through on the way", Shown(ResultScreen(let_through, share))
    yield "group, too small", Shown(Cohort((), 4))
    play = SharedPlay("p1", "2026-03-10", "K.O.", share.id, "Would you ring her first?", over(share).values)
    yield "group, with a play shown", Shown(Cohort((("3.9(a)", 6, 20, 31),), 6, ((play, share.topic),)))
    pages = Cohort((), 6, ((play, share.topic),) * MOST_LISTED, older=MOST_LISTED)
    yield "group, with more plays than a page", Shown(pages)
    yield "progress, with a play shown", Shown(MyProgress(missed.with_shown(play), "2026-03-11"))
    retired = missed.with_shown(replace(play, scenario="share-that-is-gone"))
    yield "progress, with a play of a story that is retired", Shown(MyProgress(retired, "2026-03-11"))
    yield "to be shown", Shown(ShareScreen(over(share), share))
    yield "to be shown, and is", Shown(ShareScreen(over(share), share, "2026-03-10"))
    yield "a play looked at", Shown(EducatorScreen(over(share), share, play))
    yield "a play looked at, of no name", Shown(EducatorScreen(over(share), share, replace(play, by="")))
    yield "a play looked at, nothing asked", Shown(EducatorScreen(over(share), share, replace(play, asks="")))


def _of(scenario: Scenario) -> Iterator[tuple[str, Shown]]:
    name, cards = scenario.id, [card.name for card, _ in model_walk(scenario).cards]
    yield f"{name}: story", Shown(StoryScreen(playing(scenario), scenario))
    for number, card in zip(count(), cards, strict=False):
        play = playing(scenario, *cards[:number], **{FEEDBACK: AT_ONCE})
        screen = play_screen(play, scenario)
        yield f"{name}: {card}", Shown(screen)
        if isinstance(screen, QuestionsScreen) and number == 0:
            first = screen.asking.position.questions[0].name
            faulty = replace(screen.asking, faults={first: Fault(first, "missing")}, numbered=True)
            yield f"{name}: {card}, a fault", Shown(replace(screen, asking=faulty))
            yield f"{name}: {card}, told of the last", Shown(replace(screen, judged=every_kind(scenario), later=True))
    yield (
        f"{name}: would do",
        Shown(FinalQuestionsScreen(playing(scenario, *cards, **{FEEDBACK: AT_ONCE}), scenario, missing=True)),
    )
    yield (
        f"{name}: would do, typed",
        Shown(FinalQuestionsScreen(playing(scenario, *cards), scenario, missing=True, numbered=True)),
    )
    for said in final_options(scenario).conclusions:
        yield (
            f"{name}: would have {said}",
            Shown(play_screen(over(scenario, **{WOULD_DO: said, RESTS_ON: "1.1"}), scenario)),
        )
    for number, trap in enumerate(scenario.traps):
        yield f"{name}: trap {number}", Shown(play_screen(over(scenario, **walked_into(scenario, trap)), scenario))
    if scenario.rehearsal:
        yield f"{name}: rehearsed", Shown(RehearsalScreen(over(scenario), scenario, "No."))
    for day in later_days(scenario):
        if day.flow == "following_up":
            yield from _of(day.model_copy(update={"days": []}))
            continue
        yield f"{day.id}: story", Shown(StoryScreen(playing(day), day))
        yield f"{day.id}: over", Shown(play_screen(over(day), day))
    if scenario.near_miss:
        near = near_miss_of(scenario)
        yield f"{name}: near miss", Shown(StoryScreen(playing(near), near))
        yield f"{name}: near miss, over", Shown(play_screen(over(near), near))

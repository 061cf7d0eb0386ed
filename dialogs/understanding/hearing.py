"""What a typed message is, before any card takes it: one pass, in one order, and the first that fits claims it.

Pure: the same text in the same conversation is always heard as the same. Nothing is done here; `dialogs/messages.py`
says what becomes of each kind, and `message.py` what is read of the text.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dialogs.engine.filling import Filled
from dialogs.engine.flow import Flow
from dialogs.engine.matter import ASKED, Matter, Phase
from dialogs.engine.questions import Question
from dialogs.flows.registry import FLOWS
from dialogs.text import clauses
from dialogs.text.clauses import after_opening
from dialogs.understanding.answer_form import says_who_did_not
from dialogs.understanding.asked import Asked
from dialogs.understanding.choices import means_a_way_on
from dialogs.understanding.commands import (
    ASK_SUPERVISOR,
    REQUEST_COMMANDS,
    asked_ref,
    asked_term,
    commands_after_answer,
    match_command,
)
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.corrections import Correction, corrected
from dialogs.understanding.intents.matching import flow_named, match_flows
from dialogs.understanding.intents.outside_topics import topic_named
from dialogs.understanding.kinds import kinds
from dialogs.understanding.message import CLEARLY, Message
from dialogs.understanding.new_needs import as_begun, flows_meant, is_on_the_phone, wants_done
from dialogs.understanding.news import News, news
from dialogs.understanding.question_form import (
    is_about_the_card,
    is_asked,
)
from dialogs.understanding.urgency import is_urgent
from guidance.glossary import find_term

FEWEST_ASKED = 3
"""Words of what is taken for a question though it does not ask by its form."""
MAY_ANSWER = ("hello", "stop")
"""Commands whose words may be an option's as well: "drop it"."""
MAY_BE_NEWS = 0.1
"""How likely news has to be at least."""
TELLS = "because"
"""The box in which most is told."""


class Kind(StrEnum):
    URGENT = "urgent"
    COMMAND = "command"
    CORRECTION = "correction"
    NEWS = "news"
    START = "start"
    QUESTION = "question"
    ANSWER = "answer"
    CHAT = "chat"
    REFUSE = "refuse"


class Heard(Struct, frozen=True):
    """What a message is, and what was understood of it.

    `command`: its name; `ref` or `term`: what is to be explained. `flow`: the one that is asked for by its name.
    `asked`: what the guidance says to it. `filled`: what the card takes of it. `talk`: the kind of small talk.
    """

    kind: Kind
    command: str = ""
    ref: str = ""
    term: str = ""
    correction: Correction | None = None
    news: News | None = None
    flow: str = ""
    asked: Asked | None = None
    filled: Filled | None = None
    talk: str = ""


def hear(text: str, talk: Conversation) -> Heard:
    """Return what this text is. A free-text field takes only what nothing before it claims."""
    message = Message(as_begun(text) if talk.is_new else text, talk)
    return next(heard for claims in PASS if (heard := claims(message)) is not None)


def hear_calmly(text: str, talk: Conversation) -> Heard:
    """Return what the text is once it was said that nobody is in danger."""
    message = Message(text, talk)
    return next(heard for claims in PASS if claims is not _urgent and (heard := claims(message)) is not None)


def is_told(text: str) -> bool:
    """Whether a text tells something, whatever is open: nobody is in danger, nothing is asked, ordered or begun."""
    heard = hear(text, Conversation(datetime.min))  # noqa: DTZ901  nothing is open, so no time is read
    if heard.kind not in (Kind.CHAT, Kind.START, Kind.QUESTION) or heard.command or heard.flow or heard.talk:
        return False
    return not is_asked(text) and topic_named(text) is None and kinds(text, TELLS)["start"] < CLEARLY


DEALT_WITH = (
    r"(?:(?:yes|yep|yeah|aye|ok|all|that|that'?s|this|it'?s|been|now|one|one'?s|is|i'?ve|we'?ve|got it),? )*"
    r"(?:sorted|done|dealt with|ticked off)"
    r"(?:,? (?:it|that|this|now|already|yesterday|today|last \w+|thanks|thank you|ta|cheers|sorry))*"
)
"""What says that a thing is done, in so many words."""


def is_news(text: str) -> bool:
    """Whether a text surely tells that something has happened, where it can be no answer, as nothing is asked."""
    if clauses.is_whole(clauses.normalise(text).strip(" .!"), DEALT_WITH):
        return True
    shares = kinds(text, "choice")
    return shares["news"] >= max(MAY_BE_NEWS, CLEARLY * (1 - shares["answer"]))


def _urgent(message: Message) -> Heard | None:
    """Somebody is in danger now, or about to be: in any words, wherever it is typed."""
    danger = message.command == "danger"
    if danger or (is_urgent(message.text) and not _is_a_set_phrase(message)):
        return Heard(Kind.URGENT, command="danger" if danger else "")
    return None


def _is_a_set_phrase(message: Message) -> bool:
    """Whether a closed pattern reads the whole text, so that no more is said: "stop", "no harm", "they know now"."""
    text, matter = message.text, message.talk.matter
    named = message.command or asked_ref(text) or topic_named(text) or flow_named(text)
    if named or message.is_option or message.small_talk == "orders":
        return True
    return matter is not None and news(text, matter.flow) is not None


def _command(message: Message) -> Heard | None:
    """A command, a button of the card in front, a paragraph or a term to be explained, a flow by its name."""
    text, talk = message.text, message.talk
    command = message.command
    if command and not (command in MAY_ANSWER and message.is_strict_answer):
        return Heard(Kind.CHAT if command in ("hello", "thanks") else Kind.COMMAND, command=command)
    ref = asked_ref(text)
    if ref:
        return Heard(Kind.COMMAND, ref=ref)
    term = asked_term(text)
    key = find_term(term) if term else None
    if key:
        return Heard(Kind.COMMAND, term=key)
    if (talk.question or talk.matter is None) and match_command(text, ASK_SUPERVISOR):
        return Heard(Kind.COMMAND, command="ask_supervisor")
    verb = _on_from_the_answer(talk.matter, text)
    return Heard(Kind.COMMAND, command=verb) if verb else None


def _on_from_the_answer(matter: Matter | None, text: str) -> str:
    """The word for going on from an answer that this text is."""
    if matter is None or matter.phase in ASKED:
        return ""
    own = match_command(text, commands_after_answer(matter.flow))
    return own or ("" if matter.phase is Phase.COPIED else match_command(text, REQUEST_COMMANDS) or "")


def _refusal(message: Message) -> Heard | None:
    """An order to the bot to be or to do something else; a text in another language or script."""
    if message.small_talk == "orders":
        return Heard(Kind.REFUSE, talk="orders")
    if message.small_talk != "language" or _is_plain_at_its_opening(message):
        return None
    return Heard(Kind.CHAT, talk="language")


def _is_plain_at_its_opening(message: Message) -> bool:
    """Whether it opens with the "yes" or "no" that the open choice asks for, whatever language follows."""
    opens = bool(clauses.after_plain_answer(message.text))
    return opens and message.filled is not None and not message.talk.takes_any_text


def _correction(message: Message) -> Heard | None:
    """An earlier answer is taken back."""
    talk = message.talk
    if talk.matter is None or message.is_strict_answer or message.answers_another_way:
        return None
    if message.chooses and message.shares["correction"] < CLEARLY:
        return None
    found = corrected(message.text, talk.answered, talk.matter.values)
    return Heard(Kind.CORRECTION, correction=found) if found else None


def _news(message: Message) -> Heard | None:
    """Something has happened in the open matter since."""
    talk = message.talk
    if talk.matter is None or message.is_strict_answer or _tells_how_they_were_told(message):
        return None
    found = news(message.text, talk.matter.flow)
    asked = talk.question.name if talk.question else ""
    answers = message.filled and (asked in ASKS_WHAT_HAPPENED or (found and found.question == asked))
    return Heard(Kind.NEWS, news=found) if found and not answers else None


OF_THE_FAMILY = (
    "mums?|mam|mother|dads?|father|parents?|family|nan|gran|carers?|they|them|s?he|her|him|both|all|kids?|children"
    r"|told|explained|(?:mum|dad|s?he)'s|they'(?:re|ve)|i(?:'ve|'d| have)? (?:seen|rang|rung|phoned|spoke\w*|talked)"
    "|(?-i:[A-HJ-Z])"
)
"""Words of whoever was told, and of how: where that is asked, no news."""
ASKS_WHAT_HAPPENED = frozenset({"told_of_checks", "told_items", "rung_back", "author_talk", "author_agreed"})
"""Choices that ask what would be news elsewhere."""


def _tells_how_they_were_told(message: Message) -> bool:
    """Whether it speaks of whoever was told, where it is asked how and when: what would be news elsewhere."""
    asked = message.talk.question.name if message.talk.question else ""
    of_them = asked.startswith(("told_when", "told_how", "told_each", "talked")) or (
        asked == "parents_said" and message.shares["news"] < CLEARLY
    )
    return of_them and clauses.says(message.text, OF_THE_FAMILY)


def _start(message: Message) -> Heard | None:
    """A need that begins something: by a flow's name, as a first message, or as another need while one is open."""
    text, talk = message.text, message.talk
    named = flow_named(text)
    if talk.is_new or talk.matter is None:
        return _first_need(message, named)
    need = after_opening(text, ANOTHER)
    if named in FLOWS and (need is not None or message.filled is None):
        return Heard(Kind.START, flow=named)
    if message.is_strict_answer:
        return None
    if need and wants_done(need):
        return Heard(Kind.START, asked=message.asked)
    other = wants_done(text) and not message.chooses and _is_another_flow(message, talk.matter.flow)
    if message.learned == "start" or other:
        return Heard(Kind.START, asked=message.asked)
    return None


ANOTHER = (
    "new|(?:and )?(?:next|new|another|different|separate)"
    r" (?:one|case|family|child|kid|matter|thing|query)(?=\s*[:;,-])"
)
"""What opens a need of its own, whatever is open: "next one: ..."."""


def _is_another_flow(message: Message, flow: Flow) -> bool:
    flows = match_flows(message.text)
    return bool(flows) and flow.name not in flows


def _first_need(message: Message, named: str | None) -> Heard | None:
    if named in FLOWS:
        return Heard(Kind.START, flow=named or "")
    if is_on_the_phone(message.text):
        return Heard(Kind.START, command="phone", asked=message.asked)
    if message.is_asked or not flows_meant(message.text, message.asked):
        return None
    return Heard(Kind.START, asked=message.asked)


def _odd_command(message: Message) -> Heard | None:
    """A command in words of no pattern; help, where it cannot be done here."""
    command, matter = message.odd_command, message.talk.matter
    if command is None:
        return None
    answered = matter is not None and matter.phase not in ASKED
    return Heard(Kind.COMMAND, command="help" if command == "show_answer" and not answered else command)


def _loosely(message: Message) -> Heard | None:
    """A correction or news in words that no pattern knows: which answer or way on is meant is not plain."""
    if says_who_did_not(message.talk.question, message.text):
        return Heard(Kind.ANSWER)
    if message.learned == "correction" or message.is_for_another:
        return Heard(Kind.CORRECTION, correction=Correction())
    question = message.talk.question
    if message.learned != "news" or message.is_asked or _tells_how_they_were_told(message):
        return None
    answers = question is not None and question.name in ASKS_WHAT_HAPPENED and message.meant is not None
    return None if answers else Heard(Kind.NEWS, news=News())


def _question(message: Message) -> Heard | None:
    """A question or a wish: by its form, or where no card takes it and the guidance has something to say to it."""
    question = message.talk.question
    by_name = topic_named(message.text) is not None
    if by_name and (message.filled is None or after_opening(message.text, "new") is not None):
        return Heard(Kind.QUESTION, asked=message.asked)
    if message.is_strict_answer or message.small_talk:
        return None
    if question and is_about_the_card(message.text):
        return Heard(Kind.QUESTION, command=EXPLAIN, asked=_about(question, message.asked))
    asks = message.is_asked or (message.learned == "question" and message.is_the_workers)
    if asks or (message.filled is None and _is_answered_by_the_guidance(message)):
        return Heard(Kind.QUESTION, asked=message.asked)
    return None


def _is_answered_by_the_guidance(message: Message) -> bool:
    """Whether something can be said to it though it asks nothing. While a question is open it is the card's."""
    asked, words = message.asked, len(message.text.split())
    if message.talk.matter is not None and means_a_way_on(message.text):
        return False
    return message.talk.question is None and words >= FEWEST_ASKED and (asked.covered or bool(asked.gap))


EXPLAIN = "explain"
"""What is asked of the card itself: what it means."""


def _about(question: Question, asked: Asked) -> Asked:
    """The paragraph that asks the question, before whatever else the guidance says to the text; nothing without one."""
    if not question.ref:
        return Asked("no", covered=False, refs=(), gap=None, flow=None)
    refs = (question.ref, *(ref for ref in asked.refs if ref != question.ref))
    return replace(asked, sure="sure", covered=True, refs=refs, gap=None)


def _small_talk(message: Message) -> Heard | None:
    """Thanks, and swearing: kindly."""
    if message.learned in ("chat", "command") or _is_of_a_request(message):
        return Heard(Kind.CHAT, talk=message.small_talk or "unplaced")
    if message.small_talk is None or message.is_strict_answer or _is_plain_at_its_opening(message):
        return None
    return Heard(Kind.CHAT, talk=message.small_talk)


def _is_of_a_request(message: Message) -> bool:
    """Whether a field for own words is told what is said of a request, of which there is none yet: "it can't wait"."""
    return message.talk.takes_any_text and match_command(message.text, REQUEST_COMMANDS) is not None


def _answer(message: Message) -> Heard | None:
    """The answer to the card."""
    matter = message.talk.matter
    once_more = matter is not None and message.names_the_child
    filled = Filled(matter) if matter and once_more else message.filled or _after_a_slip(message)
    return Heard(Kind.ANSWER, filled=filled) if filled else None


def _after_a_slip(message: Message) -> Filled | None:
    """Return what the card takes of the words after "no" or "sorry"; None where "no" is the answer."""
    rest, talk = message.answers_another_way or message.slip, message.talk
    if not rest or talk.takes_any_text:
        return None
    says_no = bool(clauses.after_plain_answer(message.text)) and Message("no", talk).filled is not None
    return None if says_no else Message(rest, talk).filled


def _not_understood(message: Message) -> Heard:
    """Nothing that is known: an answer that the card could not take, where one is asked for."""
    return Heard(Kind.ANSWER if message.talk.question else Kind.CHAT, asked=message.asked)


PASS: tuple[Callable[[Message], Heard | None], ...] = (
    _urgent,  # 1. somebody is in danger
    _command,  # 2. a command, a button, a paragraph, a term
    _refusal,  # an order to the bot, another language: nothing in it is anything else
    _odd_command,  # 2 in words of no pattern
    _correction,  # 3. an earlier answer is taken back
    _news,  # 4. something has happened since
    _start,  # 5. a new need
    _loosely,  # 3 and 4 in words of no pattern
    _question,  # 6. a question or a wish
    _small_talk,  # 8. thanks, swearing
    _answer,  # 7. the card's answer
    _not_understood,
)
"""The order, each claimed once. From `_odd_command` to `_small_talk`, only what the card does not read strictly."""

"""What a typed message is, before any card takes it: one pass, in one order, and the first that fits claims it.

Pure: the same text in the same conversation is always heard as the same. Nothing is done here; `dialogs/messages.py`
says what becomes of each kind.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild, Reference, children_of
from dialogs.engine.each_parent import EachParent
from dialogs.engine.filling import Filled, type_in
from dialogs.engine.flow import Flow, Standing
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Fault, Question, Ticks, Words
from dialogs.engine.valid_actions import ASKED
from dialogs.flows.registry import FLOWS
from dialogs.text import clauses
from dialogs.text.clauses import after_opening
from dialogs.understanding.asked import Asked, ask
from dialogs.understanding.choices import UNSURE, Meant, answers_nothing, means_another, option_meant, share_of
from dialogs.understanding.commands import (
    ASK_SUPERVISOR,
    REQUEST_COMMANDS,
    asked_ref,
    asked_term,
    commands_after_answer,
    match_command,
)
from dialogs.understanding.corrections import SLIP, Correction, corrected
from dialogs.understanding.intents.matching import flow_named, match_flows
from dialogs.understanding.intents.outside_topics import topic_named
from dialogs.understanding.kinds import box_of, kinds
from dialogs.understanding.new_needs import is_on_the_phone, wants_done
from dialogs.understanding.news import News, news
from dialogs.understanding.question_form import (
    AUXILIARY,
    asks_as_worker,
    is_about_the_card,
    is_asked,
    opens_as_question,
)
from dialogs.understanding.small_talk import small_talk
from dialogs.understanding.urgency import is_urgent
from guidance.glossary import find_term
from guidance.paragraphs import paragraphs


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


READ_STRICTLY = (Reference, Moment, EachLine, EachChild, EachParent)
"""Questions that take a typed text only where all of it is an answer."""
OF_OTHERS = frozenset(
    {"parents_asked", "again_asked", "they_said", "parents_said", "given_said", "reply_said", "worries", "understood"}
)
"""Questions what others said or asked: a question there may be theirs."""
OF_WHAT_WAS_TOLD = frozenset({"told_items", "covered", "covered_since"})
"""Questions whose options are named by what they answer: "what it is and who gets it"."""
FEWEST_ASKED = 3
"""Words of what is taken for a question though it does not ask by its form."""
ANSWER_IN_OWN_WORDS: Mapping[str, float] = {
    "lines": 0.8,
    "purpose": 0.75,
    "because": 0.82,
    "asked": 0.5,
    "said": 0.65,
    "told": 0.5,
    "name": 0.5,
}
SAYS_WHO = re.compile(r"\s*\w[\w.' ]{0,20}:\s")
"""The opening of words that are somebody else's: "T: I should have booked it"."""
SO_THAT = re.compile(
    r"(?i)\s*so (?:that )?(?:s?he|they|it|[a-z]|the (?:child|baby|kids?|family)) (?:can|gets?|will|won'?t|has|is)\b"
)
"""The opening of an aim: "so he gets one today"."""
ANSWER_READ, ANSWER_UNREAD = 0.02, 0.85
"""How likely what is typed has to be an answer: in a box for own words, by what it asks for; where the card reads a
choice in it, and where it reads none. Keeping a slip as an answer costs far more than asking back; as the name of a
person or a document a slip is seen at once."""
CLEARLY = 0.6
"""How likely small talk has to be where a choice is open, and a question that opens as one; anything else, as likely
as an answer."""
A_COMMAND = 0.4
"""How likely a command in words of no pattern has to be before help is shown in the place of the card."""
THE_WORKERS = 0.9
"""How likely a question has to be the worker's own where others' words are asked for."""
ANSWER_IN_ODD_WORDS, ANSWER_READ_BACK = 0.02, 0.5
"""How likely it has to be an answer where an option is only guessed at from its words; where that is read back."""
ONE_AND_THE_OTHER = 0.8
"""How likely it has to be an answer and to mean the option, together, where one word of it was read as that."""
HARDLY_A_CORRECTION = 0.1
"""From which likelihood a "no" at the opening may take an earlier answer back."""
TELLS = "because"
"""The box in which most is told."""
TOLD_ABOUT = "recipient"
"""The question whose options are people, of whom a line to share tells as well."""
PASSED_OVER = "skip|none|nothing|pass|n/?a|-"
"""What passes over a box for own words, where that can be done."""
FEWEST_TOLD = 3
"""Words from which on something may be told of the person whom they name."""
FEW_WORDS = 5
"""Words of an answer that is taken by a card's option as it stands."""


class Conversation(Struct, frozen=True, dict=True):
    """What is open while a message is typed.

    `matter`: the one that is open. `before`: the question that was asked just before. `one_question`: asked by itself,
    wherever the matter stands.
    """

    now: datetime
    matter: Matter | None = None
    before: str = ""
    one_question: Question | None = None

    @cached_property
    def standing(self) -> Standing | None:
        """What is being asked; None where nothing is."""
        if self.matter is None:
            return None
        if self.one_question:
            question = self.one_question
            steps = self.matter.flow.every_step()
            step = next(step for step in steps if question in [ask.question for ask in step.asks])
            return Standing(step, (question,), (question,))
        standing = self.matter.standing()
        return standing if self.matter.phase in ASKED and standing.step else None

    @property
    def question(self) -> Question | None:
        """The question that is asked first."""
        return self.standing.open_questions[0] if self.standing else None

    @property
    def takes_any_text(self) -> bool:
        """Whether the question would take whatever is typed, as a person's own words."""
        return is_free_text(self.question)

    @property
    def answered(self) -> tuple[Question, ...]:
        """The questions that have an answer; where one question is asked by itself, those before it in its flow."""
        if self.matter is None:
            return ()
        every = self.matter.flow.questions()
        if self.one_question:
            return tuple(every[: every.index(self.one_question)])
        return tuple(question for question in every if question.name in self.matter.values)


def is_free_text(question: Question | None) -> bool:
    """Whether the question is answered in a person's own words."""
    if isinstance(question, OfLine):
        return isinstance(question.inner, Words)
    return isinstance(question, Words | Lines | EachLineWords)


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


class Message(Struct, frozen=True, dict=True):
    """A text, and the conversation that it is typed in. What several of the pass ask of it is worked out once."""

    text: str
    talk: Conversation

    @cached_property
    def filled(self) -> Filled | None:
        """What the card would take of it; None where it would take nothing."""
        talk = self.talk
        if talk.matter is None or talk.standing is None:
            return None
        filled = type_in(talk.matter, talk.standing, self.text, talk.now)
        first = talk.standing.open_questions[0]
        if not filled.understood or self._is_misread(filled):
            return self._in_odd_words(talk.matter, first)
        told = filled.understood == (TOLD_ABOUT,) and len(self.text.split()) >= FEWEST_TOLD
        if told and answers_nothing(TOLD_ABOUT, self.text):
            return None
        return replace(filled, odd=True, doubtful=True) if self._is_doubted(filled) else filled

    def _is_misread(self, filled: Filled) -> bool:
        """Whether one word of it was read as an option, and the whole of it means something else."""
        question, value = self._read_by_a_word(filled)
        return question is not None and means_another(question, value, self.text, nothing=not self._opens_with_option)

    @cached_property
    def _opens_with_option(self) -> bool:
        return self._is_option(next(iter(clauses.clauses(self.text)), ""))

    def _is_doubted(self, filled: Filled) -> bool:
        """Whether a word of it was read as an option, and the whole sounds hardly like an answer, nor like this one."""
        question, value = self._read_by_a_word(filled)
        if question is None or self._opens_with_option:
            return False
        return share_of(question, value, self.text) + self.shares["answer"] < ONE_AND_THE_OTHER

    def _read_by_a_word(self, filled: Filled) -> tuple[Question | None, Json]:
        """The first question that it answers, and how, where it says more than the option and no more."""
        if all(self._is_option(part) for part in clauses.clauses(self.text)) or clauses.numbers_alone(self.text):
            return None, None
        name, *_ = filled.understood
        return next((one for one in filled.matter.flow.questions() if one.name == name), None), filled.matter.values[
            name
        ]

    def _in_odd_words(self, matter: Matter, question: Question) -> Filled | None:
        """What it most likely means of the options, where nothing else is likelier."""
        if self.is_asked or self.is_named:
            return None
        if isinstance(question, Reference):
            return self._child_in_odd_words(matter, question)
        meant = self.meant
        if meant is None:
            return None
        doubtful = not meant.surely or (bool(self.slip) and self.shares["correction"] >= HARDLY_A_CORRECTION)
        if self.shares["answer"] < (ANSWER_READ_BACK if doubtful else ANSWER_IN_ODD_WORDS):
            return None
        value = meant.value
        if isinstance(question, EachChild | EachLine):
            each = children_of(matter.values) if isinstance(question, EachChild) else question.which(matter.values)
            value = dict.fromkeys(each, value) if len(each) == 1 else None
        held = matter.hold({question.name: value})
        return Filled(held, (question.name,), odd=True, doubtful=doubtful) if value else None

    def _child_in_odd_words(self, matter: Matter, question: Reference) -> Filled | None:
        """The child whom it names, and the first choice of the card that the rest of it answers."""
        try:
            child, rest = question.among(self.text)
        except Fault:
            return None
        others = self.talk.standing.open_questions[1:] if self.talk.standing and child else ()
        found = ((other.name, option_meant(other, rest)) for other in others)
        for name, meant in found:
            if meant:
                held = matter.hold({question.name: child, name: meant.value})
                return Filled(held, (question.name, name), odd=True, doubtful=not meant.surely)
        return None

    @cached_property
    def is_option(self) -> bool:
        """Whether it is the card's own option, in so many words and no more."""
        if self.filled is None or self.filled.odd or self.talk.takes_any_text:
            return False
        if isinstance(self.talk.question, READ_STRICTLY) or clauses.numbers_alone(self.text):
            return True
        return all(self._is_option(part) for part in clauses.clauses(self.text))

    @cached_property
    def is_strict_answer(self) -> bool:
        """Whether the card reads it as its own option, and nothing else can be meant; "skip" where that can be said."""
        if self.filled is None or self.filled.odd:
            return False
        if self.talk.takes_any_text:
            return clauses.is_whole(self.text.strip(" .!"), PASSED_OVER)
        if self.is_option:
            return True
        said = clauses.normalise(self.text).strip(" .,!")
        return not self.is_asked and self.slip is None and len(said.split()) <= FEW_WORDS

    def _is_option(self, clause: str) -> bool:
        """Whether a clause is a plain answer, or an option of the card and nothing else."""
        standing = self.talk.standing
        asked = standing.open_questions if standing else ()
        options = [option for one in asked if isinstance(one, Choice | Ticks) for option in one.options]
        return bool(clauses.plain_answer(clause)) or any(option.is_clause(clause) for option in options)

    @cached_property
    def is_asked(self) -> bool:
        """Whether it asks something of us; where somebody's words are asked for, only as the worker asks."""
        question = self.talk.question
        if question is not None and question.name in OF_OTHERS:
            return is_about_the_card(self.text) or asks_as_worker(self.text)
        if self._names_an_option_as_a_question:
            return False
        opens_as_one = question is not None and clauses.after_opening(self.text, AUXILIARY) is not None
        return is_asked(self.text) or (opens_as_one and self.shares["question"] >= CLEARLY)

    @cached_property
    def _names_an_option_as_a_question(self) -> bool:
        """Whether it asks by its form alone: "not sure if it was off a report", "what it is and who gets it"."""
        if clauses.is_question(self.text) or self.meant is None or not self.meant.surely:
            return False
        unsure = self.meant.value == UNSURE and not opens_as_question(self.text)
        return unsure or (self.talk.question is not None and self.talk.question.name in OF_WHAT_WAS_TOLD)

    @cached_property
    def meant(self) -> Meant | None:
        """The option of the open question that it most likely means."""
        return option_meant(self.talk.question, self.text) if self.talk.question else None

    @cached_property
    def chooses(self) -> bool:
        """Whether the card surely takes an option of it."""
        return self.filled is not None and not self.filled.doubtful and not self.talk.takes_any_text

    @cached_property
    def slip(self) -> str | None:
        """What follows a "no", "sorry" or "actually" at its opening."""
        return after_opening(self.text, f"(?:{SLIP}[ ,.!-]*)+") or None

    @cached_property
    def asked(self) -> Asked:
        """What the guidance says to it."""
        return ask(self.text, ask(self.talk.before) if self.talk.before else None)

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How likely each kind is where it was typed."""
        question, free = self.talk.question, self.talk.takes_any_text
        return kinds(self.text, box_of(question.name if question else "", is_free=free))

    @cached_property
    def is_named(self) -> bool:
        """Whether it is the name of a flow, or of what the guidance leaves to others."""
        return bool(flow_named(self.text) or topic_named(self.text))

    @cached_property
    def learned(self) -> str:
        """What it most likely is besides an answer; empty where it is likely enough to be one, or nothing is asked."""
        question, free = self.talk.question, self.talk.takes_any_text
        matter = self.talk.matter
        if matter is None or self.is_strict_answer or self.answers_another_way or self.is_named or self.is_an_attempt:
            return ""
        shares, box = self.shares, box_of(question.name if question else "", is_free=free)
        if (box == "said" and SAYS_WHO.match(self.text)) or (box == "purpose" and SO_THAT.match(self.text)):
            return ""
        is_read = self.filled is not None and not self.filled.doubtful
        needed = ANSWER_IN_OWN_WORDS[box] if free else ANSWER_READ if is_read else ANSWER_UNREAD
        other = max((kind for kind in shares if kind != "answer"), key=lambda kind: shares[kind])
        clear = free or shares[other] >= (CLEARLY if other == "chat" else shares["answer"])
        return other if shares["answer"] < needed and clear else ""

    @cached_property
    def is_the_workers(self) -> bool:
        """Whether a question is surely the worker's own, also where others' words are asked for."""
        question = self.talk.question
        if question is None or question.name not in OF_OTHERS:
            return True
        return self.shares["question"] >= THE_WORKERS

    @cached_property
    def is_an_attempt(self) -> bool:
        """Whether it is an answer, though none that can be taken here: "skip", half a date, the child once more."""
        few = len(self.text.split()) <= FEW_WORDS and isinstance(self.talk.question, READ_STRICTLY)
        begun = few and any(character.isdigit() for character in self.text)
        passed_over = clauses.is_whole(self.text.strip(" .!"), PASSED_OVER)
        return begun or passed_over or self.names_the_child

    @cached_property
    def names_the_child(self) -> bool:
        """Whether it names the child whom the matter is about, once more."""
        child = str(self.talk.matter.values.get("child") or "") if self.talk.matter else ""
        said = clauses.normalise(self.text).strip(" .,!")
        return bool(child) and clauses.is_whole(
            said, rf"(?:(?:it'?s|it is|the|child|is|for|about|re) )*{re.escape(child)}"
        )

    @cached_property
    def answers_another_way(self) -> bool:
        """Whether what follows a "no" or "sorry" is a plain answer to this very question: "no the school nurse"."""
        return bool(self.slip) and Message(self.slip or "", self.talk).is_strict_answer

    @cached_property
    def small_talk(self) -> str | None:
        return small_talk(self.text)


def hear(text: str, talk: Conversation) -> Heard:
    """Return what this text is. A free-text field takes only what nothing before it claims."""
    message = Message(text, talk)
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


def is_news(text: str) -> bool:
    """Whether a text surely tells that something has happened."""
    return kinds(text, "choice")["news"] >= CLEARLY


def _urgent(message: Message) -> Heard | None:
    """Somebody is in danger now, or about to be: in any words, wherever it is typed."""
    danger = match_command(message.text) == "danger"
    if danger or (is_urgent(message.text) and not _is_a_set_phrase(message)):
        return Heard(Kind.URGENT, command="danger" if danger else "")
    return None


def _is_a_set_phrase(message: Message) -> bool:
    """Whether a closed pattern reads the whole text, so that no more is said: "stop", "no harm", "they know now"."""
    text, matter = message.text, message.talk.matter
    named = match_command(text) or asked_ref(text) or topic_named(text) or flow_named(text)
    if named or message.is_option or message.small_talk == "orders":
        return True
    return matter is not None and news(text, matter.flow) is not None


def _command(message: Message) -> Heard | None:
    """A command, a button of the card in front, a paragraph or a term to be explained, a flow by its name."""
    text, talk = message.text, message.talk
    command = match_command(text)
    if command and not (command == "hello" and message.is_strict_answer):
        return Heard(Kind.CHAT if command in ("hello", "thanks") else Kind.COMMAND, command=command)
    ref = asked_ref(text)
    if ref and ref in paragraphs():
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
    found = corrected(message.text, talk.answered, talk.matter.values)
    return Heard(Kind.CORRECTION, correction=found) if found else None


def _news(message: Message) -> Heard | None:
    """Something has happened in the open matter since."""
    talk = message.talk
    if talk.matter is None or message.is_strict_answer or _asks_about_telling(talk.question):
        return None
    found = news(message.text, talk.matter.flow)
    return Heard(Kind.NEWS, news=found) if found else None


def _asks_about_telling(question: Question | None) -> bool:
    """Whether the question is how and when they were told: what would be news elsewhere answers it."""
    return question is not None and question.name.startswith(
        ("told_when", "told_how", "told_each", "talked", "parents_said")
    )


def _start(message: Message) -> Heard | None:
    """A need that begins something: by a flow's name, as a first message, or as another need while one is open."""
    text, talk = message.text, message.talk
    named = flow_named(text)
    if talk.matter is None or talk.matter.phase is Phase.COPIED:
        return _first_need(message, named)
    new = after_opening(text, "new") is not None
    if named in FLOWS and (new or message.filled is None):
        return Heard(Kind.START, flow=named)
    if message.is_strict_answer:
        return None
    other = wants_done(text) and not message.chooses and _is_another_flow(message, talk.matter.flow)
    if message.learned == "start" or other:
        return Heard(Kind.START, asked=message.asked)
    return None


def _is_another_flow(message: Message, flow: Flow) -> bool:
    flows = match_flows(message.text)
    return bool(flows) and flow.name not in flows


def _first_need(message: Message, named: str | None) -> Heard | None:
    if named in FLOWS:
        return Heard(Kind.START, flow=named or "")
    if is_on_the_phone(message.text):
        return Heard(Kind.START, command="phone", asked=message.asked)
    if message.is_asked or not match_flows(message.text):
        return None
    return Heard(Kind.START, asked=message.asked)


def _loosely(message: Message) -> Heard | None:
    """A correction or news in words that no pattern knows: which answer or way on is meant is not plain."""
    if message.learned == "correction":
        return Heard(Kind.CORRECTION, correction=Correction())
    if message.learned == "news" and not message.is_asked and not _asks_about_telling(message.talk.question):
        return Heard(Kind.NEWS, news=News())
    return None


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
    return message.talk.question is None and words >= FEWEST_ASKED and (asked.covered or bool(asked.gap))


EXPLAIN = "explain"
"""What is asked of the card itself: what it means."""


def _about(question: Question, asked: Asked) -> Asked:
    """The paragraph that asks the question, before whatever else the guidance says to the text."""
    refs = (question.ref, *(ref for ref in asked.refs if ref != question.ref)) if question.ref else asked.refs
    return replace(asked, sure="sure", covered=True, refs=refs, gap=None) if question.ref else asked


def _small_talk(message: Message) -> Heard | None:
    """Thanks, and swearing: kindly."""
    if message.learned == "command" and message.shares["command"] >= A_COMMAND:
        return Heard(Kind.COMMAND, command="help")
    if message.learned in ("chat", "command"):
        return Heard(Kind.CHAT, talk=message.small_talk or "chat")
    if message.small_talk is None or message.is_strict_answer or _is_plain_at_its_opening(message):
        return None
    return Heard(Kind.CHAT, talk=message.small_talk)


def _answer(message: Message) -> Heard | None:
    """The answer to the card."""
    matter = message.talk.matter
    filled = message.filled or (Filled(matter) if matter and message.names_the_child else _after_a_slip(message))
    return Heard(Kind.ANSWER, filled=filled) if filled else None


def _after_a_slip(message: Message) -> Filled | None:
    """What the card takes of what follows "no" or "sorry"; nothing where "no" itself would answer the question."""
    rest, talk = message.slip, message.talk
    if not rest or talk.takes_any_text:
        return None
    says_no = bool(clauses.after_plain_answer(message.text)) and Message("no", talk).filled is not None
    return None if says_no else Message(rest, talk).filled


def _not_understood(message: Message) -> Heard:
    """Nothing that is known: an answer that the card could not take, where one is asked for."""
    return Heard(Kind.ANSWER if message.talk.question else Kind.CHAT, asked=message.asked)


PASS: tuple[Callable[[Message], Heard | None], ...] = (
    _urgent,
    _command,
    _refusal,
    _correction,
    _news,
    _start,
    _loosely,
    _question,
    _small_talk,
    _answer,
    _not_understood,
)
"""The order, each claimed once. From `_correction` to `_small_talk`, only what the card does not read strictly."""

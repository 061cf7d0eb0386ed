"""A typed message in the conversation that it is typed in, and what is read of it; each thing is worked out once."""

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild, Reference, children_of
from dialogs.engine.each_parent import EachParent
from dialogs.engine.filling import Filled, type_in
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Choice, Fault, Question, Ticks, Words
from dialogs.text import clauses
from dialogs.text.clauses import after_opening
from dialogs.understanding.answer_form import (
    FEW_WORDS,
    WHY_NOT,
    answers_another_question,
    asks_an_agency,
    has_form_of_answer,
    is_as_short_as_a_name,
    names_nobody,
)
from dialogs.understanding.asked import Asked, ask
from dialogs.understanding.choices import (
    ALL_OF_THEM,
    OF_RISKS,
    UNSURE,
    Meant,
    answers_nothing,
    is_denied,
    is_name,
    is_unreadable,
    leaves_out_who,
    likeliest,
    means_another,
    option_meant,
    share_of,
)
from dialogs.understanding.commands import match_command
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.corrections import SLIP, corrected, meant_instead
from dialogs.understanding.intents.matching import flow_named
from dialogs.understanding.intents.outside_topics import topic_named
from dialogs.understanding.kinds import box_of, kinds, likeliest_command
from dialogs.understanding.question_form import (
    asks_as_worker,
    asks_in_a_tail,
    is_about_the_card,
    is_asked,
    opens_as_question,
)
from dialogs.understanding.small_talk import small_talk

READ_STRICTLY = (Reference, Moment, EachLine, EachChild, EachParent)
"""Questions that take a typed text only where all of it is an answer."""
OF_OTHERS = frozenset(
    {"parents_asked", "again_asked", "they_said", "parents_said", "given_said", "reply_said", "worries", "understood"}
)
"""Questions what others said or asked: a question there may be theirs."""
NOT_KNOWN: tuple[Json, ...] = (UNSURE, ["not_known"])
"""What "no idea what's safe" means."""
OF_WHAT_WAS_TOLD = frozenset({"told_items", "covered", "covered_since"})
"""Questions whose options are named by what they answer: "what it is and who gets it"."""
ANSWER_IN_OWN_WORDS: Mapping[str, float] = {
    "lines": 0.8,
    "purpose": 0.75,
    "because": 0.82,
    "asked": 0.5,
    "said": 0.65,
    "told": 0.5,
    "name": 0.5,
}
WHY_NOT_IN_OWN_WORDS = 0.6
"""The same where it is asked why nothing went: it stands in the note alone."""
ANSWER_READ, ANSWER_UNREAD = 0.02, 0.85
"""How likely what is typed has to be an answer: in a box for own words, by what it asks for; where the card reads a
choice in it, and where it reads none. Keeping a slip as an answer costs far more than asking back; as the name of a
person or a document a slip is seen at once."""
CLEARLY = 0.6
"""How likely small talk has to be where a choice is open, and a question that opens as one; anything else, as likely
as an answer."""
A_COMMAND, SURELY_A_COMMAND = 0.4, 0.7
"""How likely a command in words of no pattern has to be; where nothing is open, or it asks by its form."""
HAPPENED = 0.9
"""How likely news has to be where a few words may name somebody: "interpreter cancelled"."""
THE_WORKERS = 0.9
"""How likely a question has to be the worker's own where others' words are asked for."""
ANSWER_IN_ODD_WORDS, ANSWER_READ_BACK = 0.02, 0.5
"""How likely it has to be an answer where an option is only guessed at from its words; where that is read back."""
PERHAPS = 0.3
"""How likely anything else has to be where the card takes nothing and has nothing to offer."""
ONE_AND_THE_OTHER = 0.8
"""How likely it has to be an answer and to mean the option, together, where one word of it was read as that."""
HARDLY_A_CORRECTION = 0.1
"""From which likelihood a "no" at the opening may take an earlier answer back."""
ENDS: Mapping[str, str] = {"part_in_case": "none"}
"""The answer that ends a matter at once, so that a "no" which speaks of the parents is not taken for it."""
OF_THE_PARENTS = r"mum|mam|mother|dad|father|parents?|(?:have|did)n'?t (?:told|said|tell|say)|told|refus\w+|consent\w*"
TOLD_ABOUT = "recipient"
"""The question whose options are people, of whom a line to share tells as well."""
PASSED_OVER = "skip|none|nothing|pass|n/?a|-"
"""What passes over a box for own words, where that can be done."""
FEWEST_TOLD = 3
"""Words from which on something may be told of the person whom they name."""
TO_BE_OR_DO = "is|are|was|were|do|does|did"
"""Words that open a question; "can do it tonight" only leaves out who."""
MAY_BE = r"(?:think|guess|reckon) .*\b(?:may|might|could)\b|might (?:well )?be|probably|possibly"
"""What makes an answer a guess."""


class Message(Struct, frozen=True, dict=True):
    """A text, and the conversation that it is typed in. What several of the pass ask of it is worked out once."""

    text: str
    talk: Conversation

    @cached_property
    def filled(self) -> Filled | None:
        """Return what the card would take of it; None for nothing."""
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
        return self._in_doubt(talk.matter, filled) if self._is_doubted(filled) else filled

    def _in_doubt(self, matter: Matter, filled: Filled) -> Filled:
        """Only the first answer of it, to be read back: what else it may have said rests on the same words."""
        name = filled.understood[0]
        held = matter.hold({name: filled.matter.values[name]})
        return Filled(held, (name,), odd=True, doubtful=True)

    def _is_misread(self, filled: Filled) -> bool:
        """Whether one word of it was read as an option, and the whole of it means something else."""
        question, value = self._read_by_a_word(filled)
        if question is None:
            return False
        if is_unreadable(self.text) or is_denied(question, value, self.text):
            return True
        return means_another(question, value, self.text, nothing=not self._opens_with_option)

    @cached_property
    def _opens_with_option(self) -> bool:
        return self._is_option(next(iter(clauses.clauses(self.text)), ""))

    def _is_doubted(self, filled: Filled) -> bool:
        """Whether a word of it was read as an option, and the whole sounds hardly like an answer, nor like this one."""
        question, value = self._read_by_a_word(filled)
        if question is None:
            return False
        if value == ENDS.get(question.name) and clauses.after_plain_answer(self.text):
            return clauses.says(self.text, OF_THE_PARENTS)
        if self._opens_with_option:
            return False
        if value != UNSURE and question.name not in OF_RISKS and clauses.says(self.text, MAY_BE):
            return True
        share = share_of(question, value, self.text)
        return share < ONE_AND_THE_OTHER and share + self.shares["answer"] < ONE_AND_THE_OTHER

    def _read_by_a_word(self, filled: Filled) -> tuple[Question | None, Json]:
        """The first question that it answers, and how, where it says more than the option and no more."""
        first = self.talk.question
        named = isinstance(first, Ticks) and clauses.is_whole(clauses.normalise(self.text).strip(" .!"), first.naming)
        if named or all(map(self._is_option, clauses.clauses(self.text))) or clauses.is_by_number(self.text):
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
        slip = bool(self.slip) and self.shares["correction"] >= HARDLY_A_CORRECTION
        doubtful = not meant.surely or (slip and not meant.beyond_doubt)
        if self.shares["answer"] < (ANSWER_READ_BACK if doubtful else ANSWER_IN_ODD_WORDS):
            return None
        value = meant.value
        if isinstance(question, EachChild | EachLine | EachParent):
            each = self._asked_of(question, matter)
            of_all = isinstance(question, EachParent) and clauses.says(self.text, ALL_OF_THEM)
            value = dict.fromkeys(each, value) if len(each) == 1 or of_all else None
        held = matter.hold({question.name: value})
        odd = doubtful or not self._says_plainly(question, value)
        return Filled(held, (question.name,), odd=odd, doubtful=doubtful) if value else None

    @staticmethod
    def _asked_of(question: EachChild | EachLine | EachParent, matter: Matter) -> tuple[str, ...]:
        """Whom or what the question asks about, each by itself."""
        if isinstance(question, EachChild):
            return children_of(matter.values)
        return tuple(question.which(matter.values) if isinstance(question, EachLine) else question.asked(matter.values))

    def _says_plainly(self, question: Question, value: Json) -> bool:
        """Whether it opens with the "yes" or "no" that stands for this value, and nothing puts it in doubt."""
        words = question.plain_words if isinstance(question, Choice) else {}
        opens = (word for word, lead in clauses.LEAD.items() if clauses.after_opening(self.text, lead) is not None)
        word = next(opens, "")
        rest = clauses.after_plain_answer(self.text)
        return bool(word) and value == words.get(word, word) and not clauses.is_doubtful(rest, clauses.DOUBT)

    def _child_in_odd_words(self, matter: Matter, question: Reference) -> Filled | None:
        """The child whom it names, and the first choice of the card that the rest of it answers."""
        try:
            child, rest = question.among(self.text)
        except Fault:
            return None
        others = self.talk.standing.open_questions[1:] if self.talk.standing and child else ()
        found = ((other.name, option_meant(other, rest)) for other in others)
        for name, meant in found:
            if meant and meant.surely and meant.value != UNSURE:  # "not sure" says nothing of which question
                return Filled(matter.hold({question.name: child, name: meant.value}), (question.name, name), odd=True)
        return None

    @cached_property
    def is_option(self) -> bool:
        """Whether it is the card's own option, in so many words and no more."""
        if self.filled is None or self.filled.odd or self.talk.takes_any_text:
            return False
        if isinstance(self.talk.question, READ_STRICTLY) or clauses.is_by_number(self.text):
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
            return is_about_the_card(self.text) or asks_as_worker(self.text) or asks_in_a_tail(self.text)
        opens_as_one = question is not None and clauses.after_opening(self.text, TO_BE_OR_DO) is not None
        asks = is_asked(self.text) or (opens_as_one and self.shares["question"] >= CLEARLY)
        return asks and not self._names_an_option_as_a_question and not asks_an_agency(question, self.text)

    @cached_property
    def _names_an_option_as_a_question(self) -> bool:
        """Whether it asks by its form alone: "not sure if it was off a report", "what it is and who gets it"."""
        if clauses.is_question(self.text) or self.meant is None or not self.meant.surely:
            return False
        unsure = leaves_out_who(self.text) or (self.meant.value in NOT_KNOWN and not opens_as_question(self.text))
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
        """Return the text after a "no", "sorry" or "actually" at its beginning."""
        return after_opening(self.text, f"(?:{SLIP}[ ,.!-]*)+") or None

    @cached_property
    def asked(self) -> Asked:
        """Return the guidance's answer to it."""
        return ask(self.text, ask(self.talk.before) if self.talk.before else None)

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How likely each kind is where it was typed."""
        return kinds(self.text, self._box)

    @cached_property
    def _box(self) -> str:
        question = self.talk.question
        return box_of(question.name if question else "", is_free=self.talk.takes_any_text)

    @cached_property
    def odd_command(self) -> str | None:
        """The command that it most likely is, in words of no pattern; "help" for one that there is not."""
        likely = self.shares["command"]
        if likely < A_COMMAND or self.is_strict_answer or self.answers_another_way or self.is_named:
            return None
        if self.chooses or (likely < SURELY_A_COMMAND and self.learned != "command"):
            return None
        return likeliest_command(self.text, self._box) or "help"

    @cached_property
    def is_named(self) -> bool:
        """Whether it is the name of a flow, or of what the guidance leaves to others."""
        return bool(flow_named(self.text) or topic_named(self.text))

    @cached_property
    def learned(self) -> str:
        """What it most likely is besides an answer; empty where it is likely enough to be one, or nothing is asked."""
        question, free = self.talk.question, self.talk.takes_any_text
        if (
            self.talk.matter is None
            or self.is_strict_answer
            or self.answers_another_way
            or self.is_named
            or self.is_an_attempt
        ):
            return ""
        shares, box = self.shares, self._box
        if self._has_form_of_answer:
            return ""
        is_read = self.filled is not None and not self.filled.doubtful
        why_not = question is not None and question.name in WHY_NOT
        needed = (
            (WHY_NOT_IN_OWN_WORDS if why_not else ANSWER_IN_OWN_WORDS[box])
            if free
            else ANSWER_READ
            if is_read
            else ANSWER_UNREAD
        )
        other = max((kind for kind in shares if kind != "answer"), key=lambda kind: shares[kind])
        least = CLEARLY if other == "chat" else shares["answer"] if self._means_something else PERHAPS
        clear = free or shares[other] >= least
        return other if shares["answer"] < needed and clear else ""

    @property
    def _has_form_of_answer(self) -> bool:
        """Whether its form is that of an answer in this box, and where somebody is named it tells no news either."""
        question, matter = self.talk.question, self.talk.matter
        if question is None or matter is None:
            return False
        if isinstance(question, Words) and question.passes_over(self.text):
            return True
        if self._box == "name":
            return is_as_short_as_a_name(self.text) and self.shares["news"] < HAPPENED and not self.small_talk
        return has_form_of_answer(question, self._box, self.text, str(matter.values.get("child")))

    @property
    def _means_something(self) -> bool:
        """Whether the card takes something of it, or could offer what it may mean."""
        question = self.talk.question
        return self.filled is not None or bool(question and likeliest(question, self.text))

    @cached_property
    def is_for_another(self) -> bool:
        """Whether it says yes or no where a line or an aim is asked for, or what was not done where who or how is."""
        if self._box in ("name", "told"):
            return names_nobody(self.text)
        return self._box in ("lines", "purpose") and answers_another_question(self.text)

    @cached_property
    def is_the_workers(self) -> bool:
        """Whether a question is surely the worker's own, also where others' words are asked for."""
        question = self.talk.question
        if question is None or question.name not in OF_OTHERS:
            return True
        return self.shares["question"] >= THE_WORKERS

    @cached_property
    def is_an_attempt(self) -> bool:
        """Whether it is an answer, though none that can be taken here: "skip", "y", half a date, a name."""
        few = len(self.text.split()) <= FEW_WORDS and isinstance(self.talk.question, READ_STRICTLY)
        plainly = bool(clauses.plain_answer(clauses.normalise(self.text).strip(" .,!")))
        begun = few and (plainly or any(character.isdigit() for character in self.text))
        passed_over = clauses.is_whole(self.text.strip(" .!"), PASSED_OVER)
        return begun or passed_over or self.names_the_child or is_name(self.text)

    @cached_property
    def names_the_child(self) -> bool:
        """Whether it names the child whom the matter is about, once more."""
        child = str(self.talk.matter.values.get("child") or "") if self.talk.matter else ""
        said = clauses.normalise(self.text).strip(" .,!")
        return bool(child) and clauses.is_whole(
            said, rf"(?:(?:yes|yeah|yep|ok|it'?s|it is|the|child|is|for|about|re),? )*{re.escape(child)}"
        )

    @cached_property
    def answers_another_way(self) -> str:
        """The plain answer to this very question that a correction holds: "no the school nurse", "i meant the GP".

        What takes an earlier answer back is not one, where it does so by more than a "no" or "sorry".
        """
        if self.slip and Message(self.slip, self.talk).is_strict_answer:
            return self.slip
        meant, matter = meant_instead(self.text), self.talk.matter
        is_choice = isinstance(self.talk.question, Choice | Ticks)
        if matter is None or not is_choice or meant == self.text or clauses.plain_answer(meant):
            return ""
        taken_back = corrected(self.text, self.talk.answered, matter.values)
        is_earlier = taken_back is not None and bool(taken_back.question)
        return "" if is_earlier or not Message(meant, self.talk).is_strict_answer else meant

    @cached_property
    def command(self) -> str:
        """What it says that can be typed at any moment."""
        return match_command(self.text) or ""

    @cached_property
    def small_talk(self) -> str | None:
        return small_talk(self.text)

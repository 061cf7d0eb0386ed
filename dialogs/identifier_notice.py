"""What was typed is looked at for what says who a person is: it is asked about, and nothing is held up or lost."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dialogs.context import Result
from dialogs.engine.matter import Matter
from dialogs.engine.typed_texts import NAMES_ASKED, Looking, Typed, kinds_but, kinds_of, texts_of
from dialogs.screens import ActNow, Find, LooksLike, Shown
from dialogs.text.identifiers.kinds import Identifier


def looked_over(reply: Result, looking: Looking) -> Result:
    """The reply, with a notice above its screen where something new says who a person is. Never on the danger card."""
    if isinstance(reply.shown.screen, ActNow):
        return reply
    for matter in reply.saved:
        looked, finds = _looked(matter, looking)
        if looked is not matter:
            reply = with_matter(reply, looked)
        if finds:
            return with_notice(reply, LooksLike(finds, looked))
    return reply


def _looked(matter: Matter, looking: Looking) -> tuple[Matter, tuple[Find, ...]]:
    """The matter once its new texts were looked at, and what is in them."""
    if matter.practice:
        return matter, ()
    new = [typed for typed in texts_of(matter) if typed.words and typed.digest not in matter.noticed.looked]
    if not new:
        return matter, ()
    noticed = matter.noticed.with_looked(typed.digest for typed in new)
    return showing(replace(matter, noticed=noticed), new, looking)


def unkept(matter: Matter, looking: Looking) -> tuple[Matter, tuple[Find, ...]]:
    """What says who a person is and was never kept by a choice, with the matter that a notice stands on about it."""
    left = [typed for typed in texts_of(matter) if typed.digest not in matter.noticed.kept]
    noticed = matter.noticed.with_looked(typed.digest for typed in left if typed.words)
    return showing(replace(matter, noticed=noticed), left, looking)


def showing(matter: Matter, texts: Iterable[Typed], looking: Looking) -> tuple[Matter, tuple[Find, ...]]:
    """The matter with a notice standing about what is found in these texts, and the finds, one for each place."""
    found = [(typed, kinds) for typed in texts if (kinds := kinds_of(typed, matter, looking))]
    if not found:
        return matter, ()
    noticed = matter.noticed.showing((typed.digest for typed, _ in found), matter.revision)
    return replace(matter, noticed=noticed), _by_place((typed.where, kinds) for typed, kinds in found)


def _by_place(found: Iterable[tuple[str, tuple[Identifier, ...]]]) -> tuple[Find, ...]:
    places: dict[str, set[Identifier]] = {}
    for where, kinds in found:
        places.setdefault(where, set()).update(kinds)
    return tuple(Find(where, tuple(kind for kind in Identifier if kind in kinds)) for where, kinds in places.items())


def with_matter(reply: Result, matter: Matter) -> Result:
    """The reply with this in the place of the matter as it was."""
    current = matter if reply.current and reply.current.id == matter.id else reply.current
    return replace(reply, current=current, saved=tuple(matter if one.id == matter.id else one for one in reply.saved))


def with_notice(reply: Result, notice: LooksLike) -> Result:
    """The reply with the notice above its screen."""
    return replace(reply, shown=Shown(reply.shown.screen, (*reply.shown.asides, notice)))


def finds_in(texts: Mapping[str, str], looking: Looking) -> tuple[Find, ...]:
    """What says who a person is in texts of no matter, by the names of their inputs."""
    names = (Identifier.FULL_NAME,)
    kinds = {
        where: kinds_but(looking.own, text, looking, names if where in NAMES_ASKED else ())
        for where, text in texts.items()
    }
    return _by_place((where, found) for where, found in kinds.items() if found)

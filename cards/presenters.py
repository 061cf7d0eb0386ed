"""The presenter of every flow: each folder in `cards/flows/` that has a `presenter.py` with a `PRESENTER` in it."""

from pathlib import Path

from cards import flows, letters, words
from cards.elements import OwnWords
from cards.labels import label_values
from cards.presenter import FlowPresenter
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.flows import registry
from guidance.decision import Decision
from guidance.flow_folders import add_folder, modules_of

PRESENTERS: dict[str, FlowPresenter] = {}


def find_presenters() -> None:
    """Read the presenters that are there now, in the order of their flows. Raises KeyError for a flow without one."""
    found = {name: module.PRESENTER for name, module in modules_of(flows, inside="presenter")}
    PRESENTERS.update({name: found[name] for name in registry.FLOWS})


def add_root(root: Path) -> None:
    """Add the flows of a further folder that is laid out as the project is.

    Read are its `guidance/flows`, `dialogs/flows`, `cards/flows`, `cards/words` and `cards/letters`. A flow in it is
    begun, played, noted and replayed as those of the project are. Raises ValueError and KeyError as `find_flows` and
    `find_presenters` do.
    """
    registry.add_root(root)
    words.add_folder(root / "cards" / "words")
    letters.add_folder(root / "cards" / "letters")
    add_folder(flows, root / "cards" / "flows")
    find_presenters()


def presenter_of(matter: Matter) -> FlowPresenter:
    return PRESENTERS[matter.flow.name]


def headline_text(matter: Matter, decision: Decision) -> OwnWords:
    """The answer in one plain sentence."""
    key = f"headlines.{presenter_of(matter).headline(matter, decision)}"
    return render_text(key_for_flow(matter.flow.name, key), **label_values(matter))


find_presenters()

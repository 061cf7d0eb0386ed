"""Cases enumerated: for each flow, every rule over all its own facts, and facts of different rules in pairs.

The tests hold what is true of every decision against these cases, and two versions of the rules are compared by
deciding them with both.
"""

from collections.abc import Iterator, Mapping

from guidance import enumeration
from guidance.enumeration.combining import Enumeration, Facts
from guidance.flow_folders import modules_of
from guidance.rulebook import FLOWS

_MODULES = dict(modules_of(enumeration))
ENUMERATIONS: dict[str, Mapping[str, Enumeration]] = {name: _MODULES[name].ENUMERATIONS for name in FLOWS}
"""Each flow's enumerations by name."""


def cases(flow: str) -> Iterator[Facts]:
    """Every enumerated case of a flow, in an order that stays the same.

    In: a flow's name. Out: facts that can be decided on, as `decide` takes them. Raises KeyError for an unknown flow.
    """
    for made in ENUMERATIONS[flow].values():
        yield from made()

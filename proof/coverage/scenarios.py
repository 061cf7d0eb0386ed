"""Which scenarios practise a paragraph."""

from functools import cache

from practice import repository
from proof.coverage.references import family


def practising_scenarios(ref: str) -> list[str]:
    """The scenarios that this paragraph, or a part of it, is practised in."""
    own = family(ref)
    return [name for name, refs in _refs().items() if own & refs]


@cache
def _refs() -> dict[str, frozenset[str]]:
    return {name: repository.all_refs(scenario) for name, scenario in repository.all_scenarios().items()}

"""Decisions as JSON: what `python app.py decide` reads and writes."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from guidance.decide import FactsError, decide, on_one_line
from guidance.rulebook import known_facts


class ExchangeError(ValueError):
    """The input cannot be decided on; the message is one line, with the case's index in an array."""


def exchange(text: str) -> str:
    """Decide one case or an array of cases.

    In: JSON, `{"flow": ..., "facts": {...}}` or an array of them. Out: the decision(s) as JSON, in the same order.
    Raises ExchangeError for anything that is not that, before any decision is given.
    """
    cases = _read(text)
    if isinstance(cases, list):
        decided: Any = [_decided(case, f"[{index}] ") for index, case in enumerate(cases)]
    else:
        decided = _decided(cases, "")
    return json.dumps(decided, ensure_ascii=False, indent=2)


def _read(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_no_repeats)
    except RecursionError:
        raise ExchangeError("the input is nested too deeply") from None
    except ExchangeError:
        raise
    except ValueError as error:
        raise ExchangeError(f"the input is not JSON: {error}") from None


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    counted = Counter(name for name, _ in pairs)
    repeated = sorted(on_one_line(name) for name, count in counted.items() if count > 1)
    if repeated:
        raise ExchangeError(f"{', '.join(repeated)}: given twice")
    return dict(pairs)


def _decided(case: Any, where: str) -> dict[str, Any]:
    if not isinstance(case, Mapping):
        raise ExchangeError(f'{where}a case is an object: {{"flow": ..., "facts": {{...}}}}')
    flow, facts = case.get("flow"), case.get("facts")
    misplaced = sorted(name for name in case if name in known_facts())
    if misplaced:
        raise ExchangeError(f'{where}{", ".join(misplaced)}: belongs inside "facts"')
    if not isinstance(flow, str):
        raise ExchangeError(f"{where}flow: missing, or not a text")
    if not isinstance(facts, Mapping):
        raise ExchangeError(f"{where}facts: missing, or not an object")
    try:
        return decide(flow, facts).model_dump(mode="json")
    except FactsError as error:
        raise ExchangeError(f"{where}{error}") from None

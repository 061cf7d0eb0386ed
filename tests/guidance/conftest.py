"""How hypothesis runs here: the same cases every time, on a machine of any speed, leaving nothing behind."""

from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.counted import SAMPLED, count
from tests.guidance.sampling import sampled_since, sampled_so_far

settings.register_profile("repeatable", deadline=None, database=None, derandomize=True)
settings.load_profile("repeatable")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Note on a test how many sampled facts it decided."""
    before = sampled_so_far()
    result = yield
    for flow, number in sampled_since(before).items():
        count(pyfuncitem, SAMPLED, flow, number)
    return result

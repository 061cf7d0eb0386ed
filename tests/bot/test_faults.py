"""Whatever breaks, what a person wrote is in no line and no crash."""

import asyncio
import logging
from types import SimpleNamespace

import pytest

from bot import faults, service
from tests.bot.issuer import APP_ID, TENANT

SECRET = "Joe's mother drinks"
SETTINGS = {"MicrosoftAppId": APP_ID, "MicrosoftAppTenantId": TENANT, "MicrosoftAppPassword": "x"}


def test_a_crash_says_where_and_never_what(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(service, "serve", broken)
    with pytest.raises(service.CannotStart) as caught:
        service.run(SETTINGS)
    assert "in broken" in caplog.text
    assert SECRET not in caplog.text + str(caught.value)


async def test_what_the_loop_cannot_handle_is_said_once_in_a_while(caplog: pytest.LogCaptureFixture) -> None:
    loop = asyncio.get_running_loop()
    for _ in range(100):
        faults.say_of_loop(loop, {"message": "no files are left", "exception": OSError(SECRET)})
    assert caplog.text.count("no files are left") == 1
    assert SECRET not in caplog.text


def test_what_strangers_bring_about_fills_no_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = 1000.0
    monkeypatch.setattr("bot.faults.time", SimpleNamespace(monotonic=lambda: now))
    caplog.set_level(logging.INFO)
    ration = faults.Ration()
    for _ in range(5000):
        ration.say(faults.log, 401, "refused with %d", 401)
    ration.say(faults.log, 403, "refused with %d: a tenant", 403)
    assert len(caplog.messages) == 21
    assert caplog.messages[-1] == "refused with 403: a tenant"
    now += 11.0
    ration.say(faults.log, 401, "refused with %d", 401)
    assert caplog.messages[21:] == ["refused with 401: 4980 more times", "refused with 401"]


def test_a_line_with_a_fault_holds_no_message_of_it() -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "failed", (), (ValueError, error, error.__traceback__))
    line = faults.PlainLines("%(message)s").format(record)
    assert "builtins.ValueError" in line
    assert SECRET not in line

import os
import subprocess
import sys
from datetime import date, datetime

import pytest
from pydantic import ValidationError

from bot.config.council import CouncilSettings
from bot.config.setting_types import WorkingHours
from bot.config.settings import Settings, SettingsError

CREDENTIALS = {"MicrosoftAppId": "app", "MicrosoftAppPassword": "hunter2", "MicrosoftAppTenantId": "tenant"}
OPEN = {"DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1"}


def settings(**environ: str) -> Settings:
    return Settings.from_environment({**CREDENTIALS, **environ})


def complaint(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(environ)
    return str(caught.value)


@pytest.mark.parametrize("name", CREDENTIALS)
def test_a_missing_credential_stops_the_start_and_is_named(name: str) -> None:
    assert complaint({key: value for key, value in CREDENTIALS.items() if key != name}) == f"not set: {name}"


@pytest.mark.parametrize("name", CREDENTIALS)
def test_an_empty_credential_counts_as_missing(name: str) -> None:
    assert complaint({**CREDENTIALS, name: "  "}) == f"not set: {name}"


def test_everything_that_is_missing_is_named_at_once() -> None:
    assert complaint({}) == "not set: MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword"


def test_a_managed_identity_needs_no_password() -> None:
    given = {**CREDENTIALS, "MicrosoftAppType": "UserAssignedMSI", "MicrosoftAppPassword": ""}
    assert Settings.from_environment(given).app_password is None


@pytest.mark.parametrize("app_type", ["MultiTenant", "singletenant", "SingleTenent"])
def test_any_other_app_type_is_refused_by_name(app_type: str) -> None:
    assert f"MicrosoftAppType: '{app_type}' is not supported" in complaint(
        {**CREDENTIALS, "MicrosoftAppType": app_type}
    )


def test_with_credentials_the_bot_listens_on_all_addresses() -> None:
    assert (settings().host, settings().port, settings().unauthenticated) == ("0.0.0.0", 3978, False)


def test_the_open_mode_needs_no_credentials_and_listens_on_loopback() -> None:
    opened = Settings.from_environment(OPEN)
    assert (opened.host, opened.unauthenticated, opened.tenants) == ("127.0.0.1", True, frozenset())


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_the_open_mode_takes_any_loopback_host(host: str) -> None:
    assert Settings.from_environment({**OPEN, "HOST": host}).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "192.168.1.20", "::ffff:10.0.0.1"])
def test_the_open_mode_is_refused_anywhere_else_even_with_credentials(host: str) -> None:
    assert "needs HOST to be loopback" in complaint({**CREDENTIALS, **OPEN, "HOST": host})


@pytest.mark.parametrize("value", ["true", "yes", "2", "on", "1 1"])
def test_only_1_switches_the_open_mode_on(value: str) -> None:
    name = "DANGEROUSLY_ALLOW_UNAUTHENTICATED"
    assert complaint({**CREDENTIALS, name: value}) == f"{name}: only 1 switches it on"


def test_0_leaves_the_open_mode_off() -> None:
    assert "not set" in complaint({"DANGEROUSLY_ALLOW_UNAUTHENTICATED": "0"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("HOST", "example.org"),
        ("BOT_OPENID_METADATA_URL", "http://login.example.org/keys"),
        ("BOT_TOKEN_URL", "http://login.example.org/{tenant}"),
        ("BOT_TOKEN_URL", "ftp://login.example.org/{tenant}"),
        ("ALLOWED_SERVICE_HOSTS", "https://smba.trafficmanager.net"),
        ("ALLOWED_SERVICE_HOSTS", "smba.trafficmanager.net/path"),
        ("ALLOWED_SERVICE_HOSTS", "*.trafficmanager.net"),
        ("ALLOWED_SERVICE_HOSTS", "http://10.0.0.1:80"),
        ("ALLOWED_SERVICE_HOSTS", "http://127.0.0.1"),
        ("ALLOWED_SERVICE_HOSTS", "127.0.0.1"),
        ("PRIVACY_NOTICE_URL", "http://council.example/privacy"),
        ("PRIVACY_NOTICE_URL", "javascript:alert(1)"),
        ("PRIVACY_NOTICE_URL", "https://"),
        ("GUIDANCE_URL", "https://user:password@council.example/"),
        ("GUIDANCE_URL", "https://council.example/a b"),
        ("GUIDANCE_DATE", "31/01/2026"),
        ("GUIDANCE_DATE", "2026-02-30"),
        ("WORKING_HOURS", "9 to 5"),
        ("WORKING_HOURS", "Fri-Mon 09:00-17:00"),
        ("WORKING_HOURS", "Mon-Fri 17:00-09:00"),
        ("WORKING_HOURS", "Mon-Fri 09:00-24:30"),
        ("COUNCIL_NAME", "two\nlines"),
        ("COUNCIL_NAME", "x" * 201),
        ("RETENTION_DAYS", "0"),
        ("RETENTION_DAYS", "a month"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_value_is_refused_naming_the_setting(name: str, value: str) -> None:
    assert complaint({**CREDENTIALS, name: value}).startswith(f"{name}: ")


def test_every_wrong_setting_is_named_in_one_line() -> None:
    said = complaint({**CREDENTIALS, "PORT": "x", "GUIDANCE_DATE": "x"})
    assert "PORT" in said
    assert "GUIDANCE_DATE" in said
    assert "\n" not in said


@pytest.mark.parametrize(
    "environ", [{}, {"DATABASE_URL": "postgresql://bot:s3cret@db/guide"}, {"STORAGE_KEY": "s3cret"}]
)
def test_secrets_are_never_printed(environ: dict[str, str]) -> None:
    read = settings(**environ)
    printed = f"{read!r} {read}"
    assert "hunter2" not in printed
    assert "s3cret" not in printed


def test_a_secret_does_not_appear_in_the_refusal() -> None:
    assert "hunter2" not in complaint({"MicrosoftAppPassword": "hunter2", "PORT": "x"})


def test_the_apps_tenant_and_the_further_ones_are_served() -> None:
    assert settings(ALLOWED_TENANTS="other, third,").tenants == {"tenant", "other", "third"}


def test_the_token_address_holds_the_tenant() -> None:
    assert settings().token_url == "https://login.microsoftonline.com/tenant/oauth2/v2.0/token"


def test_http_on_this_machine_is_taken_for_a_local_issuer() -> None:
    assert settings(BOT_OPENID_METADATA_URL="http://127.0.0.1:9/x").openid_metadata_url == "http://127.0.0.1:9/x"


def test_what_a_council_does_not_set_is_not_there() -> None:
    council = settings().council
    unset = {name for name, value in council if value is None}
    assert unset == set(type(council).model_fields) - {
        "working_hours",
        "draft_days",
        "copied_days",
        "practice_days",
        "administrators",
        "practice_educators",
        "asks_for",
        "remind_after_hours",
        "escalate_after_hours",
    }


def test_what_a_council_sets_is_read() -> None:
    council = settings(
        COUNCIL_NAME="Wychwood County Council",
        DUTY_PHONE="01632 960001",
        GUIDANCE_URL="https://council.example/guidance.pdf",
        GUIDANCE_DATE="2026-01-31",
        ADMINISTRATORS="AAA-1, bbb-2",
        RETENTION_DAYS="90",
        WORKING_HOURS="Mon-Sat 08:30-17:00",
    ).council
    assert council.name == "Wychwood County Council"
    assert council.duty_phone == "01632 960001"
    assert council.guidance_url == "https://council.example/guidance.pdf"
    assert council.guidance_date == date(2026, 1, 31)
    assert council.administrators == {"aaa-1", "bbb-2"}
    assert council.retention_days == 90
    assert str(council.working_hours) == "Mon-Sat 08:30-17:00"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-01-05T08:59", False),
        ("2026-01-05T09:00", True),
        ("2026-01-09T16:59", True),
        ("2026-01-09T17:00", False),
        ("2026-01-10T12:00", False),
        ("2026-01-11T12:00", False),
    ],
)
def test_working_hours_include_their_first_minute_and_not_their_last(moment: str, expected: bool) -> None:
    assert WorkingHours.parse("Mon-Fri 09:00-17:00").include(datetime.fromisoformat(moment)) is expected


@pytest.mark.parametrize("said", ["off", "OFF", " off "])
def test_the_notice_on_newer_law_can_be_off(said: str) -> None:
    assert CouncilSettings.model_validate({"NEWER_LAW_NOTICE": said}).newer_law_notice == ""


@pytest.mark.parametrize("said", ["27 November 2026: ask Legal Services", "As of 2026-11-27 it began", "12/03/2026"])
def test_the_notice_on_newer_law_is_a_dated_line(said: str) -> None:
    assert CouncilSettings.model_validate({"NEWER_LAW_NOTICE": said}).newer_law_notice == said


@pytest.mark.parametrize("said", ["on", "ask Legal Services", "27 November 2026\nand more", f"2026-11-27 {'x' * 300}"])
def test_a_notice_without_a_date_or_of_several_lines_is_refused(said: str) -> None:
    with pytest.raises(ValidationError, match="a date such as"):
        CouncilSettings.model_validate({"NEWER_LAW_NOTICE": said})


def test_every_setting_is_documented_once_with_its_meaning() -> None:
    documented = Settings.documented()
    names = [setting.name for setting in documented]
    assert len(names) == len(set(names)) == len(Settings.model_fields) - 1 + len(type(settings().council).model_fields)
    assert all(setting.meaning for setting in documented)
    assert ("WORKING_HOURS", "Mon-Fri 09:00-17:00", "when the duty team answers") in documented


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        settings().__setattr__("port", 1)


def test_the_other_sdk_has_to_be_installed() -> None:
    code = "import sys; sys.modules['microsoft_agents'] = None; import app; sys.exit(app.main([]))"
    environ = {"PATH": os.environ["PATH"], "BOT_SDK": "agents"}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environ, check=False)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert "sharing-guide[agents]" in ended.stderr

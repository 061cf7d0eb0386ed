"""Settings: one frozen model, read once from the environment. A missing or wrong setting stops the start."""

from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo

from bot.config.council import CouncilSettings
from bot.config.service_hosts import MICROSOFT_HOSTS, ServiceHosts
from bot.config.setting_types import AppType, Date, Hosts, Line, Lines, ServiceUrl, Switch


class SettingsError(Exception):
    """The bot cannot start with these settings; the text is one line that names them and never shows a value."""


class SettingHelp(NamedTuple):
    """A setting as docs/settings.md shows it."""

    name: str
    default: str
    meaning: str


class Settings(BaseModel):
    """The settings of the bot, and of its council."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, hide_input_in_errors=True)

    port: int = Field(3978, alias="PORT", ge=1, le=65535, description="the port to listen on")
    host: str = Field(
        "0.0.0.0",  # noqa: S104  a bot behind its gateway; loopback is required while anyone may speak to it
        alias="HOST",
        description="the address to listen on",
        json_schema_extra={"shown": "0.0.0.0 (127.0.0.1 in the unauthenticated development mode)"},
    )
    app_id: Line | None = Field(None, alias="MicrosoftAppId", description="the bot's app id; required")
    app_password: SecretStr | None = Field(
        None,
        alias="MicrosoftAppPassword",
        description="the app's client secret; required for SingleTenant without a certificate or federated credential",
    )
    secret_ends: Date | None = Field(
        None,
        alias="SECRET_EXPIRES",
        description="the day on which the client secret ends, as 2027-01-31; the log warns from 30 days before",
    )
    app_certificate: str | None = Field(
        None,
        alias="APP_CERTIFICATE",
        description="a PEM file with the app's certificate and its RSA key, instead of the secret",
    )
    federated_token_file: Line | None = Field(
        None,
        alias="APP_FEDERATED_TOKEN_FILE",
        description="a file with another issuer's token that the app trusts (workload identity), read anew each time,"
        " instead of the secret",
    )
    federated_identity: Line | None = Field(
        None,
        alias="APP_FEDERATED_IDENTITY",
        description="the client id of a managed identity that the app trusts (a federated credential), instead of the"
        " secret",
    )
    app_type: AppType = Field("SingleTenant", alias="MicrosoftAppType", description="SingleTenant or UserAssignedMSI")
    tenant_id: Line | None = Field(
        None, alias="MicrosoftAppTenantId", description="the council's Entra tenant; required, and the one served"
    )
    allowed_tenants: Lines = Field(
        frozenset(), alias="ALLOWED_TENANTS", description="further tenants to serve, by commas"
    )
    service_hosts: Hosts = Field(
        ServiceHosts.from_entries(MICROSOFT_HOSTS),
        alias="ALLOWED_SERVICE_HOSTS",
        description="hosts the bot is spoken to from and writes to, by commas; also http://127.0.0.1:port",
        json_schema_extra={"shown": ",".join(MICROSOFT_HOSTS)},
    )
    openid_metadata_url: ServiceUrl = Field(
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        alias="BOT_OPENID_METADATA_URL",
        description="where the channel's signing keys are found",
    )
    token_url_template: ServiceUrl = Field(
        "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        alias="BOT_TOKEN_URL",
        description="where the bot gets its own token; {tenant} stands for the tenant",
    )
    database_url: SecretStr = Field(
        SecretStr("sqlite:///var/sharing-guide.db"),
        alias="DATABASE_URL",
        description="sqlite:///path or postgresql://...; with identity=ID in its query, that managed identity logs in",
        json_schema_extra={"shown": "sqlite:///var/sharing-guide.db"},
    )
    storage_key: SecretStr | None = Field(
        None,
        alias="STORAGE_KEY",
        description="Fernet keys for what people wrote, by commas, the first encrypts; required with PostgreSQL",
    )
    unauthenticated: Switch = Field(
        False,
        alias="DANGEROUSLY_ALLOW_UNAUTHENTICATED",
        description="1: anyone on this machine may speak to the bot; development only, loopback only",
        json_schema_extra={"shown": ""},
    )
    shifted_clock: Line | None = Field(
        None,
        alias="DANGEROUSLY_SHIFT_CLOCK",
        description="a file that says how many seconds the clock is ahead; development only, unauthenticated only",
    )
    sdk: Literal["botbuilder", "agents"] = Field(
        "botbuilder",
        alias="BOT_SDK",
        description="botbuilder, or agents: its successor microsoft-agents-hosting-core; needs the extra `agents`",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", alias="LOG_LEVEL", description="DEBUG, INFO, WARNING or ERROR"
    )
    log_format: Literal["text", "json"] = Field(
        "text", alias="LOG_FORMAT", description="text, or json: a line an object, with turn, flow and step"
    )
    otlp_endpoint: ServiceUrl | None = Field(
        None,
        alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="the collector that gets traces and metrics (OTLP over HTTP); needs the extra `telemetry`",
    )
    metrics_port: int | None = Field(
        None,
        alias="METRICS_PORT",
        ge=1,
        le=65535,
        description="the port that shows Prometheus the metrics, on HOST; needs the extra `telemetry`",
    )
    council: CouncilSettings = CouncilSettings()

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings; empty values count as unset. Raises SettingsError."""
        given = {**_read_environment(cls, environ), "council": _read_environment(CouncilSettings, environ)}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            errors = map(_describe_error, error.errors(include_url=False, include_input=False))
            raise SettingsError("; ".join(errors)) from None

    @classmethod
    def documented(cls) -> list[SettingHelp]:
        """List every setting with its default and meaning, in order of declaration."""
        return [*_documented(cls), *_documented(CouncilSettings)]

    @model_validator(mode="before")
    @classmethod
    def _listen_on_loopback_when_open(cls, values: dict[str, Any]) -> dict[str, Any]:
        if values.get("DANGEROUSLY_ALLOW_UNAUTHENTICATED") == "1" and "HOST" not in values:
            return {**values, "HOST": "127.0.0.1"}
        return values

    @field_validator("host")
    @classmethod
    def _host_is_an_address(cls, host: str) -> str:
        if host != "localhost":
            _address(host)
        return host

    @model_validator(mode="after")
    def _who_may_speak(self) -> Self:
        if self.unauthenticated:
            if self.host != "localhost" and not ip_address(self.host).is_loopback:
                raise ValueError("DANGEROUSLY_ALLOW_UNAUTHENTICATED needs HOST to be loopback (127.0.0.1)")
            return self
        if missing := ", ".join(self._missing()):
            raise ValueError(f"not set: {missing}")
        return self

    @model_validator(mode="after")
    def _clock_is_the_machines_own(self) -> Self:
        if self.shifted_clock and not self.unauthenticated:
            raise ValueError("DANGEROUSLY_SHIFT_CLOCK needs DANGEROUSLY_ALLOW_UNAUTHENTICATED")
        return self

    def _missing(self) -> Iterator[str]:
        if self.app_id is None:
            yield "MicrosoftAppId"
        if self.tenant_id is None:
            yield "MicrosoftAppTenantId"
        federated = self.federated_token_file or self.federated_identity
        if self.app_type == "SingleTenant" and not (self.app_password or self.app_certificate or federated):
            yield "MicrosoftAppPassword"

    @property
    def tenants(self) -> frozenset[str]:
        """The tenants served; empty only in the unauthenticated mode, where it means any."""
        return frozenset(tenant.lower() for tenant in (*self.allowed_tenants, self.tenant_id) if tenant)

    @property
    def token_url(self) -> str:
        """Where the bot gets its own token."""
        return self.token_url_template.replace("{tenant}", self.tenant_id or "")


def database_settings(environ: Mapping[str, str]) -> tuple[str, str]:
    """Return DATABASE_URL and STORAGE_KEY, for the commands that need no more. Raises SettingsError."""
    given = _read_environment(Settings, environ)
    default = Settings.model_fields["database_url"].default.get_secret_value()
    return given.get("DATABASE_URL", default), given.get("STORAGE_KEY", "")


def _address(host: str) -> None:
    try:
        ip_address(host)
    except ValueError:
        raise ValueError("give an IP address or localhost") from None


def _read_environment(model: type[BaseModel], environ: Mapping[str, str]) -> dict[str, str]:
    """Return what is set, of a secret also in a file. Raises SettingsError."""
    given: dict[str, str] = {}
    for field in model.model_fields.values():
        name = str(field.alias)
        value = environ.get(name, "").strip()
        if _is_secret(field):
            value = _secret(name, value, environ.get(f"{name}_FILE", "").strip())
        if value:
            given[name] = value
    return given


def _is_secret(field: FieldInfo) -> bool:
    return field.annotation in (SecretStr, SecretStr | None)


def _secret(name: str, value: str, file: str) -> str:
    """Return the secret, "" for none, from the environment or a mounted file. Raises SettingsError."""
    if value and file:
        raise SettingsError(f"set {name} or {name}_FILE, not both")
    if file:
        try:
            value = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{name}_FILE: {getattr(error, 'strerror', None) or 'not text'}") from None
        if not value:
            raise SettingsError(f"{name}_FILE: the file is empty")
    if value.startswith("@Microsoft.KeyVault("):  # what App Service leaves where it may not read the vault
        raise SettingsError(f"{name}: its Key Vault reference was not resolved; may the app's identity read the vault?")
    return value


def _describe_error(error: Any) -> str:
    """Return which setting is wrong and why, without its value."""
    name = next((str(part) for part in reversed(error["loc"]) if str(part).isidentifier()), "")
    reason = error["msg"].removeprefix("Value error, ")
    return f"{name}: {reason}" if name else reason


def _documented(model: type[BaseModel]) -> Iterator[SettingHelp]:
    for field in model.model_fields.values():
        if field.alias:
            file = f"; or {field.alias}_FILE, a file that holds it" if _is_secret(field) else ""
            yield SettingHelp(field.alias, _default(field), f"{field.description}{file}")


def _default(field: FieldInfo) -> str:
    extra = field.json_schema_extra
    if isinstance(extra, dict) and "shown" in extra:
        return str(extra["shown"])
    return "" if field.default in (None, frozenset()) else str(field.default)

import pytest

from bot.config.service_hosts import MICROSOFT_HOSTS, ServiceHosts
from tests.phrases import phrases


@pytest.mark.parametrize(
    "url",
    phrases("""
        https://smba.trafficmanager.net | https://smba.trafficmanager.net/ | https://smba.trafficmanager.net/uk/
        https://smba.trafficmanager.net/uk/11111111-2222-4333-8444-555555555555/
        https://SMBA.TrafficManager.net/uk/ | https://smba.infra.gov.teams.microsoft.us/gov/
        http://127.0.0.1:56150/_connector | http://localhost:56150
    """),
)
def test_an_address_on_an_allowed_host_is_allowed(url: str) -> None:
    assert ServiceHosts.from_entries([*MICROSOFT_HOSTS, "http://127.0.0.1:56150", "http://localhost:56150"]).allows(url)


@pytest.mark.parametrize(
    "url",
    (
        *phrases("""
        smba.trafficmanager.net | http://smba.trafficmanager.net/uk/ | ftp://smba.trafficmanager.net/uk/
        //smba.trafficmanager.net/uk/ | https://smba.trafficmanager.net.evil.com/
        https://evil.com/smba.trafficmanager.net | https://evil.com#smba.trafficmanager.net
        https://evil.com?smba.trafficmanager.net | https://evil-smba.trafficmanager.net/
        https://evil.smba.trafficmanager.net/ | https://smba.trafficmanager.net./
        https://.smba.trafficmanager.net/ | https://smba.trafficmanager.net:444/
        https://smba.trafficmanager.net:80/ | https://smba.trafficmanager.net:/
        https://smba.trafficmanager.net@evil.com/ | https://evil.com@smba.trafficmanager.net/
        https://user:pw@smba.trafficmanager.net/ | https://smba.trafficmanager.net\\@evil.com/
        https://smba.trafficmanager.net\\evil.com/ | https:\\\\smba.trafficmanager.net/
        https:///smba.trafficmanager.net/ | https://smba.trafficmanager.net/../x
        https://smba.trafficmanager.net/uk/.. | https://smba.trafficmanager.net/./uk
        https://smba.trafficmanager.net/%2e%2e/ | https://smba.trafficmanager.net//evil.com/
        https://smba.trafficmanager.net/uk?x=1 | https://smba.trafficmanager.net/uk#x
        https://smba.trafficmanager.net/uk;x | https://smba.trafficmanager.net/u k/
        https://smba.trafficmanager.net\u3002evil.com/ | https://smba\u3002trafficmanager\u3002net/
        https://\u0455mba.trafficmanager.net/ | https://smba.traff\u0131cmanager.net/
        https://smba.trafficmanager.net\x00.evil.com/ | http://127.0.0.1/ | http://127.0.0.1:56151/
        http://127.0.0.1:561500/ | https://127.0.0.1:56150/ | http://127.0.0.2:56150/ | http://localhost:56150/
        http://127.0.0.1:56150@evil.com/
    """),
        "",
        "https://smba.trafficmanager.net/uk/\n",
        "https://smba.trafficmanager.net\n/",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/" + "a" * 500,
    ),
)
def test_any_other_address_is_not_allowed(url: str) -> None:
    assert not ServiceHosts.from_entries([*MICROSOFT_HOSTS, "http://127.0.0.1:56150"]).allows(url)

"""Where a service is, and what is below that."""

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from clustergraph.client.messages import Request
from clustergraph.errors import InvalidParameter, StrangeAnswer

__all__ = ["Site"]

_DEFAULT_PORTS = {"http": 80, "https": 443}


class Site:
    """The address of a service, which a proxy may show below a path.

    Attributes:
        url: the address, with a slash at its end.
    """

    def __init__(self, url: str) -> None:
        """Take the address of the start page.

        Raises:
            InvalidParameter: when it is none.
        """
        if _origin(url) is None:
            raise InvalidParameter("url", url, "an address such as http://127.0.0.1:8000")
        self.url = f"{url.rstrip('/')}/"

    def request(self, request: Request) -> Request:
        """Give a request its whole address."""
        return replace(request, url=self.at(request.url))

    def at(self, address: str) -> str:
        """Return the whole address of what the service names by a path, or by less.

        >>> Site("https://example.org/kg").at("api/search?q=a")
        'https://example.org/kg/api/search?q=a'
        >>> Site("https://example.org/kg").at("/kg/api/search?q=a&after=b")
        'https://example.org/kg/api/search?q=a&after=b'

        Raises:
            StrangeAnswer: when it leads to another service: no answer may send a client there.
        """
        url = urljoin(self.url, address)
        if _origin(url) != _origin(self.url):
            raise StrangeAnswer(self.url, f"it leads on to {address}")
        return url


def _origin(url: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port; ``None`` where it isn't an address of the web."""
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname else None

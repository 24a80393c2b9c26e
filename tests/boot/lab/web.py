"""A browser's view of the site: HTTPS through the balancer, its certificate checked, no redirect followed unless asked for."""
import http.client
import socket
import ssl
from dataclasses import dataclass

from . import network


@dataclass
class Answer:
    status: int
    headers: dict
    text: str
    cookies: list

    @property
    def location(self):
        return self.headers.get("location", "")


class Browser:
    def __init__(self, domain, authority):
        self.domain, self.cookies = domain, {}
        self._tls = ssl.create_default_context(cafile=authority.certificate)

    def get(self, path, method="GET", body=None, host=None, timeout=60, headers=None, follow=0):
        """Asks for a path below the domain. `follow`: how many redirects to follow."""
        with socket.create_connection((network.BALANCER, 443), timeout) as plain, \
                self._tls.wrap_socket(plain, server_hostname=self.domain) as stream:
            answer = self._ask(stream, method, path, body, host or self.domain, headers or {})
        if follow and answer.status in (301, 302, 303, 307, 308):
            prefix = f"https://{self.domain}"
            where = answer.location.removeprefix(prefix)
            if not where.startswith("/"):
                raise AssertionError(f"{path} redirects to {answer.location}, which is not below {prefix}")
            return self.get(where, timeout=timeout, follow=follow - 1)
        return answer

    def plain(self, path, port=80, address=network.BALANCER, host=None, timeout=60):
        """By HTTP, to the balancer or to a machine itself."""
        with socket.create_connection((address, port), timeout) as stream:
            return self._ask(stream, "GET", path, None, host or self.domain, {})

    def _ask(self, stream, method, path, body, host, headers):
        connection = http.client.HTTPConnection(host)
        connection.sock = stream
        if self.cookies:
            headers = {**headers, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        connection.request(method, path, body, {"Host": host, "Connection": "close", **headers})
        answer = connection.getresponse()
        set_cookies = answer.headers.get_all("Set-Cookie") or []
        for cookie in set_cookies:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read().decode("utf-8", "replace"), set_cookies)

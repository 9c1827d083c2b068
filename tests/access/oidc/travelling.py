"""Somebody's way to a provider and back, without a browser."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests
from django.test import Client
from django.urls import reverse

ONWARD = re.compile(r'http-equiv="refresh" content="0; url=([^"]*)"')
FORM = re.compile(r'<form[^>]* action="([^"]*)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
PATIENCE = 20


def sent_to(client: Client, **fields: str) -> str:
    """The address at the provider to which the button leads."""
    page = client.post(reverse("provider-log-in"), fields)
    assert page.status_code == 200, page.text
    found = ONWARD.search(page.text)
    assert found, page.text
    return html.unescape(found[1])


def asked(address: str) -> dict[str, str]:
    """What we ask the provider, from the address that the browser is sent to."""
    return dict(parse_qsl(urlsplit(address).query))


def through_its_pages(address: str, name: str, browser: requests.Session | None = None) -> dict[str, str]:
    """What the provider sends back when somebody logs in there under that name, and agrees."""
    browser = browser or requests.Session()
    page = _followed(browser, "GET", address)
    while isinstance(page, requests.Response):
        action = FORM.search(page.text)
        assert action, page.text
        page = _followed(browser, "POST", urljoin(page.url, action[1]), _filled_in(page.text, name))
    return page


def called_off(address: str) -> dict[str, str]:
    """What the provider sends back when somebody thinks better of it on its first page."""
    browser = requests.Session()
    page = _followed(browser, "GET", address)
    assert isinstance(page, requests.Response)
    link = re.search(r'<a href="([^"]*)">\[ Cancel \]', page.text)
    assert link, page.text
    answer = _followed(browser, "GET", urljoin(page.url, link[1]))
    assert isinstance(answer, dict)
    return answer


def answered(client: Client, answer: dict[str, str]) -> Any:
    """The page that somebody comes back to."""
    return client.get(reverse("provider-answer"), answer)


def is_logged_in(client: Client) -> bool:
    """Whether the client has a session that opens anything."""
    return "_auth_user_id" in client.session


def carried(page: Any) -> dict[str, str]:
    """The hidden fields of a page, but for the one against forgery."""
    found = {html.unescape(name): html.unescape(value) for name, value in HIDDEN.findall(page.text)}
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def _filled_in(page: str, name: str) -> dict[str, str]:
    if 'name="login"' in page:
        return {"prompt": "login", "login": name, "password": "whatever"}
    return {"prompt": "consent"}


def _followed(
    browser: requests.Session, method: str, address: str, fields: dict[str, str] | None = None
) -> requests.Response | dict[str, str]:
    """The page that the provider ends on, or the answer that it sends back to us."""
    page = browser.request(method, address, data=fields, allow_redirects=False, timeout=PATIENCE)
    while page.is_redirect:
        onward = urljoin(page.url, page.headers["Location"])
        if urlsplit(onward).path == reverse("provider-answer"):
            return asked(onward)
        page = browser.get(onward, allow_redirects=False, timeout=PATIENCE)
    return page

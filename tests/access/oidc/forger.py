"""A provider that answers whatever a test wants: what an honest one never says."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from tests.access.oidc.honest import SUBSTANTIAL

Claims = dict[str, Any]
ACCESS_TOKEN = "opens-nothing"  # noqa: S105 - a test's
# Made once: a key of this length takes a while.
KEY = RSAKey.generate_key(2048, {"kid": "of-today", "use": "sig"})
ANOTHER_KEY = RSAKey.generate_key(2048, {"kid": "of-today", "use": "sig"})
CURVE = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})


@dataclass
class Forger:
    """Directory, keys and tokens are as honest as a test leaves them. `asked` are the pages asked for."""

    client_id: str
    keys: list[Any] = field(
        default_factory=lambda: [KEY.as_dict(private=False), CURVE.as_dict(private=False)]
    )
    directory: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    token: Callable[[Claims], str] | None = None
    reply: dict[str, Any] | None = None
    status: int = 200
    slow: float = 0
    drip: float = 0
    dripped: int = 0
    asked: list[str] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Forger:
        self.server = ThreadingHTTPServer(("localhost", 0), _handler(self))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.issuer = f"http://localhost:{self.server.server_port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Is gone, as after a crash."""
        self.server.shutdown()
        self.server.server_close()

    def told_of_itself(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            **self.directory,
        }

    def honest_claims(self, **changed: Any) -> Claims:
        """What an honest token says, but for what is changed; None leaves a claim out."""
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "sub": "person-1",
            "aud": self.client_id,
            "exp": now + 300,
            "iat": now,
            "auth_time": now,
            "nonce": self.sent.get("nonce", ""),
            "loa": SUBSTANTIAL,
            "at_hash": half_hash(ACCESS_TOKEN),
            **self.claims,
            **changed,
        }
        return {name: value for name, value in claims.items() if value is not None}

    def tokens(self) -> dict[str, Any]:
        """What is given for a code."""
        if self.reply is not None:
            return self.reply
        sign = self.token or signed
        return {
            "access_token": ACCESS_TOKEN,
            "token_type": "Bearer",
            "id_token": sign(self.honest_claims()),
        }


def signed(claims: Claims, *, key: Any = KEY, alg: str = "RS256", **header: Any) -> str:
    """A token, signed as an honest provider does unless told otherwise."""
    head = {"alg": alg, "kid": key.kid, **header}
    told = {name: value for name, value in head.items() if value is not None}
    return jwt.encode(told, claims, key, algorithms=[alg])


def unsigned(claims: Claims) -> str:
    """A token that says of itself that it needs no signature."""
    return f"{_encoded({'alg': 'none', 'kid': 'of-today'})}.{_encoded(claims)}."


def with_shared_secret(claims: Claims, secret: bytes) -> str:
    """A token signed by hand, since no library does it with what is no secret."""
    text = f"{_encoded({'alg': 'HS256', 'kid': 'of-today'})}.{_encoded(claims)}"
    signature = hmac.new(secret, text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def half_hash(text: str) -> str:
    """What a token says of the access token that came with it."""
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:16]).rstrip(b"=").decode()


def _encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def _handler(forger: Forger) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages = {"/keys": {"keys": forger.keys}}
            self._answer(pages.get(self.path, forger.told_of_itself()))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            forger.sent |= {name: values[0] for name, values in parse_qs(body).items()}
            self._answer(forger.tokens())

        def _answer(self, told: dict[str, Any]) -> None:
            forger.asked.append(self.path)
            time.sleep(forger.slow)
            body = json.dumps(told).encode()
            moved = self.path == "/moved"
            self.send_response(200 if moved else forger.status)
            self.send_header("Location", f"{forger.issuer}/moved")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            # Whoever asked may have waited long enough and be gone.
            with suppress(BrokenPipeError):
                if not forger.drip:
                    self.wfile.write(body)
                    return
                for place in range(len(body)):
                    forger.dripped += 1
                    self.wfile.write(body[place : place + 1])
                    time.sleep(forger.drip)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler

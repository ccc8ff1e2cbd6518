"""A small OpenID provider on loopback that really signs its tokens and insists on PKCE."""

import base64
import hashlib
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt
from msgspec import structs

from portal.settings.identity_providers import providers
from tests.factories.bundid import pair

CLIENT = ("portal", "a-shared-secret")


class InventedOpenId:
    """Plays the part of a sign-in service; ``claims`` of the next token may be changed by a test."""

    def __init__(self) -> None:
        self.codes: dict[str, tuple[str, dict]] = {}
        self.broken = False
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self._send({} if service.broken else service.discovery)

            def do_POST(self):
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                self._send(service.token({name: values[0] for name, values in form.items()}))

            def _send(self, content):
                body = json.dumps(content).encode()
                self.send_response(400 if "error" in content else 200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def configure(self, settings, *, staff: bool = False, second_factor: tuple[str, ...] = ()) -> None:
        prefix = "staff_oidc" if staff else "oidc"
        values = {f"{prefix}_url": self.url, f"{prefix}_client": CLIENT}
        settings.SOCIALACCOUNT_PROVIDERS = providers(structs.replace(settings.PORTAL, **values))
        settings.STAFF_SECOND_FACTOR_CLAIMS = second_factor

    @property
    def discovery(self) -> dict:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def code_for(self, address: str, claims: dict) -> dict[str, str]:
        """What comes back with somebody who was sent to ``address`` and signed in there."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(8)
        self.codes[code] = (asked["code_challenge"], claims)
        return {"code": code, "state": asked["state"]}

    def token(self, form: dict[str, str]) -> dict:
        challenge, claims = self.codes.pop(form.get("code", ""), ("", {}))
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != challenge:
            return {"error": "invalid_grant"}
        if (form.get("client_id"), form.get("client_secret")) != CLIENT:
            return {"error": "invalid_client"}
        now = int(time.time())
        stated = {"iss": self.url, "aud": CLIENT[0], "iat": now, "exp": now + 60, **claims}
        signed = jwt.encode(stated, pair("openid").key, algorithm="RS256", headers={"kid": "1"})
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": signed}

    def come_back(self, client, claims: dict, *, provider: str = "oidc", start: str = "", form: dict | None = None):
        """The whole way there and back."""
        sent = client.post(start or f"/konto/oidc/{provider}/", form or {})
        return client.get(f"/konto/oidc/{provider}/antwort/", self.code_for(sent.url, claims))

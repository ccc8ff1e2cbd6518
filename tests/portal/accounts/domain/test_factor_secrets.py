import pytest
from allauth.mfa.models import Authenticator
from msgspec import structs

from portal.accounts.domain.factor_secrets import SECRETS, open_secret, seal_secret
from portal.crypto.errors import DecryptionFailed
from portal.crypto.services import create_missing_keysets, rotate_keyset
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keysets(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=tmp_path / "keys")
    create_missing_keysets()


def authenticator(kind, **data):
    return Authenticator.objects.create(user=UserFactory(), type=kind, data=data)


def test_secret_is_sealed():
    sealed = seal_secret("JBSWY3DP")

    assert ("JBSWY3DP" in sealed, open_secret(sealed)) == (False, "JBSWY3DP")


def test_secrets_of_apps_and_recovery_codes_move_to_a_new_key():
    app = authenticator("totp", secret=seal_secret("JBSWY3DP"))
    codes = authenticator("recovery_codes", seed=seal_secret("seed"), used_mask=3)
    authenticator("webauthn", name="Handy", credential={})
    assert SECRETS.waiting() == 0

    rotate_keyset("fields")

    assert (SECRETS.waiting(), list(SECRETS.move()), SECRETS.waiting()) == (2, [2], 0)
    app.refresh_from_db()
    codes.refresh_from_db()
    assert (open_secret(app.data["secret"]), open_secret(codes.data["seed"]), codes.data["used_mask"]) == (
        "JBSWY3DP",
        "seed",
        3,
    )


def test_secret_that_does_not_open_stays_and_goes_on_waiting():
    sealed = seal_secret("JBSWY3DP")
    authenticator("totp", secret=sealed[:-8] + "AAAAAAA=")
    rotate_keyset("fields")

    assert (list(SECRETS.move()), SECRETS.waiting()) == ([0], 1)
    with pytest.raises(DecryptionFailed):
        open_secret(Authenticator.objects.get().data["secret"])

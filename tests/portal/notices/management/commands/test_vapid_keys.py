import io

from django.core.management import call_command

from portal.notices.domain.vapid import public_key


def test_command_prints_a_pair_for_the_environment():
    out = io.StringIO()
    call_command("vapid_keys", stdout=out)

    private, public = out.getvalue().splitlines()
    name, _, key = private.partition("=")
    assert (name, public) == ("PORTAL_VAPID_PRIVATE_KEY", f"# public: {public_key(key)}")

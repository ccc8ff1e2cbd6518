from portal.accounts.services.sessions import SessionStore
from portal.accounts.services.shared_computer import is_shared, mark_shared


def test_note_is_made_and_taken_back():
    session = SessionStore()
    session._session_cache = {}
    assert is_shared(session) is False
    mark_shared(session, is_shared=True)
    assert is_shared(session) is True
    mark_shared(session, is_shared=False)
    assert is_shared(session) is False

from portal.cases.models.after_sending import PROVIDERS, HelpAfterSending, declare_after_sending, help_after_sending


def test_sources_are_asked_once_each_and_may_have_nothing():
    found = HelpAfterSending(title="Hilfe", words=(), ways=())
    sources = [lambda _actor, _case, _person: found, lambda _actor, _case, _person: None]
    before = list(PROVIDERS)
    PROVIDERS.clear()
    try:
        for source in [*sources, *sources]:
            declare_after_sending(source)

        assert help_after_sending(None, None, None) == [found]
    finally:
        PROVIDERS[:] = before

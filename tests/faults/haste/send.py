"""``python -m tests.faults.haste.send 300``: so many people send. After a kill it goes on where it was."""

import sys

import django

if __name__ == "__main__":
    django.setup()

    from applications.services.submit import submit_draft
    from tests.faults.haste.people import account, actor, draft_of

    for number in range(int(sys.argv[1])):
        user = account(number)
        draft = draft_of(user)
        submit_draft(actor=actor(user), draft=draft)

from django.http import HttpResponse
from django.test import RequestFactory

from portal.audit.events import ACTOR_SHREDDED
from portal.audit.models import AuditEvent
from portal.audit.services import current_request_id, record
from portal.audit.views import RequestIdMiddleware


def test_events_of_a_request_carry_the_id_that_the_answer_names(db, actor):
    def view(_request):
        record(actor, ACTOR_SHREDDED)
        record(actor, ACTOR_SHREDDED)
        return HttpResponse()

    answer = RequestIdMiddleware(view)(RequestFactory().get("/", headers={"X-Request-ID": "von-aussen"}))

    assert list(AuditEvent.objects.values_list("request_id", flat=True)) == [answer.headers["X-Request-ID"]] * 2
    assert len(answer.headers["X-Request-ID"]) == 32
    assert current_request_id() == ""

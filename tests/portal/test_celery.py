import subprocess
import sys

from portal.celery import app
from portal.documents.domain.scanner_watch import BELIEVED, EVERY
from portal.outbox.enums import Queue

HEAVY = {"PIL", "pikepdf", "pypdfium2", "pillow_heif", "img2pdf", "imagehash", "numpy", "cv2", "weasyprint", "boto3"}


def test_worker_at_rest_has_not_loaded_what_only_some_tasks_need():
    script = "import sys; from portal.celery import app; app.loader.init_worker(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"portal.documents.tasks", "clamav_client"} <= set(loaded)
    assert HEAVY & set(loaded) == set()


def test_the_scanner_is_watched_where_it_can_be_reached():
    entry = app.conf.beat_schedule["watch-scanner"]
    assert (entry["schedule"], entry["options"]["queue"]) == (EVERY, Queue.DOCUMENT)
    assert EVERY * 3 < BELIEVED

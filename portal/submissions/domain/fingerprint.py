"""One hash over everything that was handed in."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from portal.submissions.models import SubmissionContent


def fingerprint(*, content: SubmissionContent, data: dict[str, Any], file_hashes: Sequence[str]) -> str:
    """SHA-256 (hex) of content, data and the files' hashes in canonical JSON: sorted keys, no spaces, UTF-8."""
    document = {"content": content.model_dump(mode="json"), "data": data, "files": list(file_hashes)}
    text = json.dumps(document, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

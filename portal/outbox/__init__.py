"""Durable hand-over of later work: a row in the same transaction as the change, a relay, Celery, one effect."""

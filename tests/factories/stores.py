"""Where files lie in tests: a folder, or a bucket of a real S3 server (moto) that runs in this process on loopback."""

import io
import logging
import os
import uuid
from pathlib import Path

import boto3
from django.core.files.base import File
from django.core.files.storage import Storage
from moto.server import ThreadedMotoServer
from msgspec import structs

from portal.documents.domain.storage import file_store
from portal.documents.errors import StoreUnavailable
from portal.settings.files import file_store as store_settings

KEYS = ("test", "test-secret")


class S3Server:
    """A server that keeps everything in memory, as long as the tests run."""

    def __init__(self):
        os.environ.setdefault("no_proxy", "127.0.0.1")
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        self.url = "http://127.0.0.1:{1}".format(*self._server.get_host_and_port())

    def stop(self):
        self._server.stop()

    def new_bucket(self):
        """The name of an empty bucket."""
        name = f"files-{uuid.uuid4()}"
        client = boto3.client(
            "s3",
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id=KEYS[0],
            aws_secret_access_key=KEYS[1],
        )
        client.create_bucket(Bucket=name)
        return name


def s3_environment(environment, url, bucket):
    """The operator's environment with this bucket as the store."""
    return structs.replace(
        environment, store="s3", s3_endpoint=url, s3_bucket=bucket, s3_region="us-east-1", s3_client=KEYS
    )


def use_store(settings, environment):
    """Keep files where the environment says."""
    settings.STORAGES = {**settings.STORAGES, "files": store_settings(environment)}


def local_path(stored):
    """Where the content of a row lies in a folder."""
    return Path(file_store().path(stored.name))


def raw(name):
    """What lies in the store under this name."""
    with file_store().open(name) as file:
        return file.read()


def put(name, content):
    """Lay something else there."""
    file_store().delete(name)
    file_store().save(name, File(io.BytesIO(content)))


def names_in_store():
    """All names that lie there."""
    return [name for name, _at in file_store().entries()]


class AwayStore(Storage):
    """A store that does not answer."""

    def _save(self, name, _content):
        raise StoreUnavailable(name)

    def exists(self, _name):
        """Never asked before something is saved."""
        return False

    def delete(self, name):
        """Fail."""
        raise StoreUnavailable(name)

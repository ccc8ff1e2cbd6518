"""A data folder of its own for each test: what lies in it is part of what is tested."""

import pytest
from msgspec import structs

from tests.factories.stores import S3Server, s3_environment, use_store


@pytest.fixture(autouse=True)
def data_dir(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, data_dir=tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def s3_server():
    server = S3Server()
    yield server
    server.stop()


@pytest.fixture
def s3_store(settings, s3_server):
    """Files lie in a bucket."""
    use_store(settings, s3_environment(settings.PORTAL, s3_server.url, s3_server.new_bucket()))


@pytest.fixture(params=["local", "s3"])
def any_store(request):
    """The same test with a folder and with a bucket."""
    if request.param == "s3":
        request.getfixturevalue("s3_store")
    return request.param

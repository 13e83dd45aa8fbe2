"""A real server on an empty data folder, an organization made through its API, and a headless Chromium that reports everything
that it should not have done."""
import os
import pathlib
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Durability"))

from organization import Organization  # noqa: E402
from server import Server  # noqa: E402
from starter import Starter, Tour  # noqa: E402
from visit import Visit  # noqa: E402

SIZES = {"390": (390, 844), "1280": (1280, 900)}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(str(tmp_path_factory.mktemp("data")))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CORNERMAN_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def organization(server, browser):
    """People, a course and enrollments. The first admin comes in by the set-up link, on the page itself."""
    return Organization(server, browser)


@pytest.fixture(scope="module")
def page(browser, server):
    """An empty page of the app's origin, on which modules can be tried."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.port}/icon.svg")
    yield page
    context.close()


@pytest.fixture(scope="session")
def starter(tmp_path_factory):
    server = Server(str(tmp_path_factory.mktemp("starter")))
    yield Starter(server)
    server.stop()


@pytest.fixture(params=list(SIZES))
def size(request):
    return request.param


@pytest.fixture
def visit(browser, server, size):
    """Opens the page for somebody; every visit is checked at the end."""
    visits = []

    def begin(person=None, at="/", scheme="light", typed=False):
        visits.append(Visit(browser, server, SIZES[size], size, scheme))
        return visits[-1].enter(person, at, typed)

    yield begin
    for one in visits:
        one.leave()


@pytest.fixture
def tour(browser, starter, size):
    """Comes in by a role's link, with steps that are counted."""
    visits = []

    def begin(role):
        link = starter.link(role)
        visits.append(Visit(browser, starter.server, SIZES[size], size))
        return Tour(visits[-1], link)

    yield begin
    for one in visits:
        one.leave()

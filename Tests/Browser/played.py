"""Content of some pages, played by somebody of their own, and what is recorded of it."""
import hashlib
import zipfile

import pytest

MANIFEST = """<?xml version="1.0"?>
<manifest identifier="{key}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>{key}</title>
<item identifier="one" identifierref="r"><title>One thing</title>{rules}</item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="start.html"><file href="start.html"/>
</resource></resources></manifest>"""
# As the wrappers of most tools look: up through the windows above, then those of the window that opened this one.
FIND = """
<script>
function scan(win, name) {
  let tries = 0;
  while (!win[name] && win.parent && win.parent !== win && tries < 500) { win = win.parent; tries += 1; }
  return win[name] || null;
}
const find = (name) => scan(window, name) || (window.opener && scan(window.opener, name));
const say = (text) => { document.getElementById('told').textContent = text; };
</script>"""
PAGE = "<!doctype html><title>Content</title><p id='told'>…</p>" + FIND + "<script>%s</script>"


@pytest.fixture
def played(visit, organization, size, tmp_path, request):
    """Content of some pages, opened by somebody of their own: the visit, what is recorded of it, and the content's frame."""
    def begin(pages, version="1.2", rules=""):
        key = "habit-" + hashlib.sha256(request.node.name.encode()).hexdigest()[:20]
        path = tmp_path / "course.zip"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("imsmanifest.xml", MANIFEST.format(key=key, version=version, rules=rules))
            for name, text in pages.items():
                package.writestr(name, PAGE % text if name.endswith(".html") and not text.startswith("<") else text)
        person = organization.add(f"Hal {size}", f"{key}@example.com")
        enrollment = organization.enroll(person, organization.import_folder(path))
        here = visit(person)

        def events():
            return organization.get(f"/v1/enrollments/{enrollment}/events?activity=one&limit=100", person)["data"]

        return here, events, opened(here, enrollment), enrollment

    return begin


def opened(here, enrollment):
    here.go(f"/steps/{enrollment}/one/1")
    here.page.get_by_role("button", name="Open it here").click()
    return here.page.frame_locator("iframe.played").frame_locator("#content")


def comes(here, condition):
    """Waits as long as a busy machine may take: only what never comes takes it whole."""
    for _ in range(600):
        if condition():
            return
        here.page.wait_for_timeout(100)
    raise AssertionError("it did not come to be")


def verbs(events):
    return {event["verb"] for event in events()} - {"opened"}


def last(events):
    """Where content is, as it said last."""
    places = [one for one in events() if one["verb"] == "suspended" and "location" in one["data"]]
    return max(places, key=lambda one: one["occurred_at"])["data"]


def spent(events):
    return sum(one["data"].get("seconds", 0) for one in events())


def left(here, way):
    """Content goes: the learner closes the window, or goes elsewhere in the app."""
    if way == "elsewhere":
        here.go("/")
    else:
        page, session = here.page, here.page.evaluate("sessionStorage.getItem('cornerman.session')")
        here.page = here.context.new_page()
        here.page.goto(f"{here.origin}/icon.svg")
        here.page.evaluate("text => sessionStorage.setItem('cornerman.session', text)", session)
        page.close(run_before_unload=False)
        here.page.goto(f"{here.origin}/#/")
        here.settle()

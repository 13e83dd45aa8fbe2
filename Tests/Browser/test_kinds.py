"""The kinds of step that the shipped course has none of: a link, a bought package, a practice with a link as its evidence."""
import zipfile

import pytest
from playwright.sync_api import expect

COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<curriculum xmlns="urn:cornerman:curriculum:1" id="odd-kinds" version="1" xml:lang="en">
  <title>Odd kinds</title>
  <module id="all" kind="development">
    <title>All of them</title>
    <link id="page" href="https://example.com/pricing"><title>The price page</title></link>
    <package id="bought" href="vendor.zip"><title>A bought course</title><text>It is in the shared folder.</text></package>
    <practice id="recorded" evidence="link"><title>A recorded call</title><task>Record one call.</task></practice>
    <practice id="quick"><title>A quick try</title><task>Ask one customer.</task></practice>
    <file id="gone" href="gone.pdf"><title>A file that is missing</title></file>
    <meeting id="hours" type="officeHours" every="P7D" times="2"><title>Office hours</title></meeting>
  </module>
</curriculum>
"""


@pytest.fixture(scope="session")
def course(organization, tmp_path_factory):
    folder = tmp_path_factory.mktemp("odd-kinds")
    (folder / "curriculum.xml").write_text(COURSE)
    with zipfile.ZipFile(folder / "vendor.zip", "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
    return organization.import_folder(folder)


def test_every_other_kind_of_step_can_be_done(visit, organization, course, size):
    rep = organization.add(f"Kim {size}", f"kim{size}@example.com")
    rep.enrollment = organization.enroll(rep, course)
    here = visit(rep)
    page = here.page

    page.get_by_role("link", name="The price page").click()
    link = page.get_by_role("link", name="Open the page in a new tab")
    expect(link).to_have_attribute("href", "https://example.com/pricing")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    here.looks("link")
    page.get_by_role("button", name="Done", exact=True).click()
    here.shows("Done. It counts.")

    here.go(f"/steps/{rep.enrollment}/bought/1").shows("It is in the shared folder.", "not played here yet").looks("package")
    page.get_by_role("button", name="I am through").click()
    here.shows("Done. It counts.", "Marked by the learner.")

    here.go(f"/steps/{rep.enrollment}/recorded/1")
    page.get_by_label("A link to it").fill("https://example.com/calls/1")
    page.get_by_label("A few words on how it went").fill("Clumsy.")
    page.get_by_role("button", name="Hand in").click()
    here.shows("Handed in. It counts.", "Clumsy.")
    expect(page.get_by_role("link", name="https://example.com/calls/1").first).to_be_visible()

    here.go(f"/steps/{rep.enrollment}/quick/1")
    page.get_by_role("button", name="Hand in").click()
    here.shows("Handed in. It counts.")

    here.go(f"/steps/{rep.enrollment}/gone/1").shows("This cannot be opened, so it is not asked of you.").looks("unavailable")

    for occurrence in (1, 2):
        here.go(f"/steps/{rep.enrollment}/hours/{occurrence}").shows("Office hours", f"Meeting {occurrence} of 2")
        code = organization.get(f"/v1/courses/{course}/activities/hours?occurrence={occurrence}")["attendance_code"]
        page.get_by_label("Code from the host").fill(code)
        page.get_by_role("button", name="I am there").click()
        here.shows("Good that you were there.")
    here.go(f"/enrollments/{rep.enrollment}").shows("Complete since").looks("complete")

"""Bought courses, played: SCORM packages as people meet them, in the player page, with everything that they report."""
import json
import os
import pathlib
import re

import pytest
from playwright.sync_api import Error, expect

from played import comes
from server import ROOT

SHARED = pathlib.Path(os.environ.get("CORNERMAN_SHARED", ROOT.parent / "shared"))
CORPUS = SHARED / "corpus"
PACKAGES = CORPUS / "scorm12"
GOLF = ["scorm12/golf-runtime-basic.zip", "scorm2004/golf-runtime-basic-3rd.zip", "scorm2004/golf-runtime-advanced-3rd.zip"]

pytestmark = pytest.mark.skipif(not PACKAGES.is_dir(), reason="needs the corpus: set CORNERMAN_SHARED")


@pytest.fixture(scope="session")
def courses(organization):
    """Each package once, imported as a trainer does."""
    known = {}

    def course(path):
        if path not in known:
            known[path] = organization.import_folder(path)
        return known[path]

    return course


@pytest.fixture
def learner(organization, size, request):
    name = re.sub(r"\W", "", request.node.name)[-40:]
    return organization.add(f"Lea {size}", f"{name}@example.com")


def items(organization, learner, enrollment):
    plan = organization.get(f"/v1/enrollments/{enrollment}/plan", learner)
    return [item for module in plan["modules"] for item in module["items"]]


def state(organization, learner, enrollment, activity):
    events = organization.get(f"/v1/enrollments/{enrollment}/events?activity={activity}&limit=100", learner)["data"]
    kept = [event for event in events if event["verb"] == "suspended"]
    return max(kept, key=lambda one: one["occurred_at"])["data"] if kept else {"location": None}


def opened(here, enrollment, item):
    """Opens a step's content in the player; answers the content's frame, once its scripts have begun.

    ADL's course begins as it is loaded, at its first page: whoever turns pages before that is set back to it.
    """
    here.go(f"/steps/{enrollment}/{item['activity']}/1")
    here.page.get_by_role("button", name="Open it here").click()
    frame = here.page.frame_locator("iframe.played").frame_locator("#content")
    comes(here, lambda: is_loaded(frame))
    return frame


def is_loaded(frame):
    try:
        return frame.locator(":root").evaluate(
            "({ ownerDocument }) => ownerDocument.readyState === 'complete' && ownerDocument.URL !== 'about:blank'")
    except Error:
        # The document went while it was asked: another comes.
        return False


def turned(here, frame, page):
    """Turns ADL's course to a page, counted from 0, as a person does who looks where they are and clicks again when nothing happened.

    A click that comes while one page goes for the next may be lost on a busy machine: what counts is where the content says it is.
    """
    button = frame.get_by_role("button", name="Next")
    at = 0
    while (now := shown(frame)) < page:
        assert now >= at, f"the course went back from page {at} to {now}"
        at = now
        button.click()
        for _ in range(100):
            if shown(frame) != at:
                break
            here.page.wait_for_timeout(100)
    assert now == page


def shown(frame):
    """The page that ADL's course is at."""
    return frame.locator(":root").evaluate("() => currentPage")


@pytest.mark.parametrize("name", ["golf-runtime-minimum.zip", "golf-runtime-minimum-mini.zip"])
def test_content_that_only_begins_and_ends_is_completed(visit, organization, courses, learner, name):
    enrollment = organization.enroll(learner, courses(PACKAGES / name))
    here = visit(learner)
    for item in items(organization, learner, enrollment):
        frame = opened(here, enrollment, item)
        expect(frame.locator("body")).not_to_be_empty()
        # Whoever goes on closes it: content says its last word as it goes.
        here.go("/")
        comes(here, lambda: next(
            one for one in items(organization, learner, enrollment) if one["activity"] == item["activity"]
        )["status"] == "done")
    assert organization.get(f"/v1/enrollments/{enrollment}/plan", learner)["enrollment"]["completed_at"]


@pytest.mark.parametrize("name", GOLF)
def test_golf_is_left_in_the_middle_and_gone_on_with(visit, organization, courses, learner, name):
    enrollment = organization.enroll(learner, courses(CORPUS / name))
    [item] = items(organization, learner, enrollment)
    here = visit(learner)
    asked = []

    def answer(dialog):
        asked.append(dialog.message)
        dialog.accept()

    here.page.on("dialog", answer)
    frame = opened(here, enrollment, item)
    turned(here, frame, 5)
    here.looks("scorm-golf")
    # The window is closed, without a word to anybody.
    here.page.close(run_before_unload=False)
    comes(here_again := visit(learner), lambda: state(organization, learner, enrollment, item["activity"])["location"] == "5")
    [now] = items(organization, learner, enrollment)
    assert now["status"] == "started" and now["success"] is None
    page = here_again.page
    page.on("dialog", answer)
    opened(here_again, enrollment, item)
    comes(here_again, lambda: any("resume" in message for message in asked))
    inner = page.frame_locator("iframe.played").frame_locator("#content").frame_locator("#contentFrame")
    expect(inner.locator("body")).to_contain_text(re.compile("etiquette", re.I))


@pytest.mark.parametrize("name", GOLF)
def test_golf_is_passed(visit, organization, courses, learner, name):
    enrollment = organization.enroll(learner, courses(CORPUS / name))
    [item] = items(organization, learner, enrollment)
    here = visit(learner)
    here.page.on("dialog", lambda dialog: dialog.accept())
    frame = opened(here, enrollment, item)
    turned(here, frame, 14)
    # The last page comes when it is loaded.
    def tests():
        return [one for one in here.page.frames if "assessmenttemplate" in one.url]

    comes(here, tests)
    [test] = tests()
    test.wait_for_selector("input")
    # What the package holds to be right is answered.
    test.evaluate("""() => {
      for (const question of test.Questions) {
        const field = (end) => document.getElementById(`question_${question.Id}_${end}`);
        if (question.Type === QUESTION_TYPE_CHOICE) field(question.Answers.indexOf(question.CorrectAnswer)).checked = true;
        else if (question.Type === QUESTION_TYPE_TF) field(question.CorrectAnswer ? "True" : "False").checked = true;
        else field("Text").value = question.CorrectAnswer;
      }
    }""")
    test.get_by_role("button", name="Submit Answers").click()
    frame.get_by_role("button", name="Exit").click()
    here.shows("It has come to its end")
    here.looks("scorm-golf-passed")
    here.page.get_by_role("button", name="See how it stands").click()
    [now] = items(organization, learner, enrollment)
    assert (now["status"], now["success"], now["score"]) == ("done", True, 1)
    kept = state(organization, learner, enrollment, item["activity"])
    assert kept["location"] == "14"
    values = json.loads(kept["state"])["values"]
    core = "cmi.core" if "scorm12" in name else "cmi"
    assert [values[f"{core}.score.{part}"] for part in ("raw", "min", "max")] == ["100", "0", "100"]
    if core == "cmi":
        assert values["cmi.completion_status"] == "completed"
    else:
        assert values["cmi.core.lesson_status"] == "passed"


def test_a_course_without_an_outline_is_played_to_its_end(visit, organization, courses, learner):
    enrollment = organization.enroll(learner, courses(CORPUS / "hostile" / "moodle-missing-org.zip"))
    [item] = items(organization, learner, enrollment)
    here = visit(learner)
    here.page.on("dialog", lambda dialog: dialog.accept())
    frame = opened(here, enrollment, item)
    expect(frame.frame_locator("#contentFrame").locator("body")).to_contain_text("Play")
    # It goes on through pages that the package lacks.
    turned(here, frame, 15)
    frame.get_by_role("button", name="Exit").click()
    here.shows("It has come to its end")
    [now] = items(organization, learner, enrollment)
    # Its test is among what it lacks: it is completed, and nobody has passed.
    assert (now["status"], now["success"]) == ("done", None)
    assert state(organization, learner, enrollment, item["activity"])["location"] == "15"


@pytest.mark.parametrize("name", [
    "scorm12/moodle-complexscorm.zip", "scorm2004/adl-CM-07b-4th.zip", "scorm2004/adl-DMB-4th.zip", "scorm2004/adl-T-01a-4th.zip"])
def test_each_item_opens(visit, organization, courses, learner, name):
    enrollment = organization.enroll(learner, courses(CORPUS / name))
    here = visit(learner)
    # Content that looks for a Java applet, or for a run-time where an asset has none, says so in the console.
    here.forgiven = ("driver", "'api'")
    seen = 0
    for item in items(organization, learner, enrollment):
        if item["status"] in ("unavailable", "locked"):
            continue
        here.go(f"/steps/{enrollment}/{item['activity']}/1")
        here.page.get_by_role("button", name="Open it here").click()
        frame = here.page.frame_locator(".step iframe")
        if here.page.locator("iframe.played").count():
            frame = frame.frame_locator("#content")
        expect(frame.locator("body")).not_to_be_empty()
        seen += 1
        if seen == 6:
            break
    assert seen > 2

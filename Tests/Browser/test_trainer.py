"""A trainer: a package with its findings, questions to answers, what was not found, and the outcome of feedback."""
import pathlib
import re
import zipfile

import pytest
from playwright.sync_api import expect

BROKEN = """<?xml version="1.0" encoding="UTF-8"?>
<curriculum xmlns="urn:cornerman:curriculum:1" id="first-calls-{size}" version="1" xml:lang="en">
  <title>First calls</title>
  <module id="begin" kind="training">
    <title>Start</title>
    <lesson id="one"><title>One</title><text>Read this.</text></lesson>
      <lesson id="one"><title>The same id</title><text>Read that.</text></lesson>
  </module>
</curriculum>
"""


@pytest.fixture
def trainer(organization):
    return organization.trainer


def test_an_upload_shows_its_findings_with_line_and_column(visit, trainer, size, tmp_path):
    here = visit(trainer).choose("Upload a course")
    here.looks("upload")
    broken = tmp_path / "first-calls.xml"
    broken.write_text(BROKEN.format(size=size))
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(broken)
    expect(here.page.get_by_text("Refused", exact=True)).to_be_visible()
    row = here.page.locator("tbody tr", has_text="Must be mended").first
    expect(row).to_contain_text("line 7, column 7")
    here.looks("import-refused")

    mended = tmp_path / "first-calls.zip"
    with zipfile.ZipFile(mended, "w") as archive:
        archive.writestr("curriculum.xml", BROKEN.format(size=size).replace('      <lesson id="one">', '    <lesson id="two">'))
    here.go("/imports")
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(mended)
    expect(here.page.get_by_text("New version", exact=True)).to_be_visible()
    here.shows("Advice").looks("import-created")
    here.page.get_by_role("link", name="See the course").click()
    here.shows("What it asks", "The same id").looks("course-as-trainer")
    here.page.get_by_role("button", name="Open to everybody").click()
    expect(here.page.get_by_role("button", name="Close to newcomers")).to_be_visible()
    here.page.get_by_role("button", name="Take part in First calls").click()
    here.shows("0 of 2 done")


def test_a_question_is_answered_published_found_and_in_the_inbox(visit, trainer, organization, size):
    rep = organization.team(size)[1][2]
    words = f"The buyer wants a free pilot for the {size} plant"
    organization.post("/v1/questions", {"text": words, "course_id": organization.course, "activity": "got-hit"}, rep)
    here = visit(trainer).choose("Open questions")
    here.looks("open-questions")
    here.page.get_by_role("link", name=words).click()
    page = here.page
    here.shows(words)
    page.get_by_label("Answer", exact=True).fill("Offer a **paid** pilot with an end date.")
    page.reload()
    expect(page.get_by_label("Answer", exact=True)).to_have_value("Offer a **paid** pilot with an end date.")
    page.get_by_label("Tags").fill("pilot, price")
    here.looks("answer-question")
    page.get_by_role("button", name="Answer", exact=True).click()
    here.shows("Answered. The asker has it in their inbox.")

    asker = visit(rep)
    expect(asker.page.locator("#notices")).to_contain_text("1")
    asker.choose("Inbox").looks("inbox-answered")
    asker.page.get_by_role("link", name="Open").first.click()
    asker.shows("paid")
    expect(asker.page.locator("strong", has_text="paid")).to_be_visible()
    asker.looks("question-answered")
    asker.go("/").page.locator("#search").fill(f"free pilot {size} plant")
    expect(asker.page.locator(".hit").first).to_contain_text(words)


def test_what_was_not_found_has_words_and_no_names(visit, trainer, organization, size):
    rep = organization.team(size)[1][1]
    # What the first screen size answered is found at the second: each misses something of its own.
    words = {"390": "xylophone rental", "1280": "gramophone needles"}[size]
    organization.get(f"/v1/search?q={words.replace(' ', '+')}", rep)
    here = visit(trainer).choose("Not found")
    here.shows(words).looks("not-found")
    assert rep.name not in here.page.content() and rep.email not in here.page.content()
    row = here.page.locator("tr", has_text=words)
    row.get_by_role("link").click()
    expect(here.page.get_by_label("Question")).to_have_value(words)
    here.page.get_by_label("Answer", exact=True).fill("Ask the band.")
    here.page.get_by_role("button", name="Publish").click()
    here.shows("Published. The search finds it now.").looks("answer")
    here.page.get_by_role("link", name="Edit").click()
    here.page.get_by_label("Tags").fill("music")
    here.looks("answer-edit")
    here.page.get_by_role("button", name="Save").click()
    here.shows("Saved.", "music")
    here.choose("Answers").shows(words).looks("answers")


def test_feedback_gets_an_outcome_that_its_author_sees(visit, trainer, organization, size):
    rep = organization.team(size)[1][1]
    words = f"Too long for a phone of {size}."
    organization.post("/v1/feedback", {
        "course_id": organization.course, "activity": "third-week", "rating": 3, "words": words}, rep)
    here = visit(trainer).choose("Feedback")
    card = here.page.locator(".card", has_text=words)
    expect(card).to_be_visible()
    assert rep.name not in here.page.content()
    card.get_by_text("Write the outcome").click()
    card.get_by_label("What comes of it").select_option("changed")
    card.get_by_label("In words, for the author").fill("It is in three parts now.")
    here.looks("feedback-desk")
    card.get_by_role("button", name="Save the outcome").click()
    expect(card.get_by_text("It is in three parts now.").first).to_be_visible()
    author = visit(rep, at="/feedback")
    author.shows("Changed", "It is in three parts now.").looks("my-feedback-outcome")


def test_completion_is_numbers_where_the_trainer_does_not_own_the_course(visit, trainer, organization, size):
    _, reps = organization.team(size)
    here = visit(trainer).choose("Completion").shows("Make change stick")
    here.looks("completion-as-trainer")
    here.page.get_by_label("Show", exact=True).select_option("person")
    here.page.wait_for_url("**by=person*")
    here.settle()
    assert reps[0].name not in here.page.content()


def test_a_trainer_reads_an_activity_and_its_code(visit, trainer, organization):
    here = visit(trainer, at=f"/courses/{organization.course}/activities/kickoff")
    here.shows("For the host").looks("activity")
    here.page.get_by_role("link", name=re.compile("Code and list")).click()
    here.shows(organization.code("kickoff"))
    here.go(f"/courses/{organization.course}/activities/sheet")
    here.page.get_by_role("button", name="Open it here").click()
    expect(here.page.frame_locator("iframe").locator("body")).to_contain_text("instead of")
    here.looks("activity-file")


def test_a_table_of_answers_is_taken_in_row_by_row(visit, trainer, organization, size, tmp_path):
    here = visit(trainer).choose("Answers")
    here.page.get_by_role("link", name="Upload a table").click()
    page = here.page
    here.shows("Upload a table of answers", "verify_by").looks("answers-upload")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a template (CSV)").click()
    template = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert template.splitlines()[0] == "key,question,also,text,tags,course,activity,owner,language,verify_by"

    # What the template holds is a table that can be taken in as it stands.
    table = tmp_path / "answers.csv"
    table.write_text(template.replace("send-me-the-price", f"send-me-the-price-{size}"))
    file = page.get_by_label("Drop a table here, or choose a file")
    file.set_input_files(table)
    here.shows("1 answer added.")
    expect(page.get_by_role("heading", name="The table is taken in")).to_be_focused()

    table.write_text(
        "key,question,text,course,verify_by\n"
        f"umbrella-{size},Where is the umbrella of {size}?,Behind the door.,,\n"
        f"boots-{size},Where are the boots?,,,\n"
        f"hat-{size},Where is the hat?,\"On the\nshelf.\",no-such-course,\n"
        f"coat-{size},Where is the coat?,On the hook.,,1.3.26\n")
    file.set_input_files(table)
    here.shows("1 answer added, 3 refused.")
    rows = page.locator("tbody tr", has=page.get_by_text(re.compile(r"^Line \d")))
    for row, words in zip(rows.all(), (
            ("Line 3", "text", "take the row out"), ("Line 4", "course", "id of a curriculum"),
            ("Line 6", "verify_by", "as text"))):
        for text in words:
            expect(row).to_contain_text(text)
    expect(rows).to_have_count(3)
    here.looks("answers-upload-refused")

    table.write_text("question,answer\nWhy?,Because.\n")
    file.set_input_files(table)
    expect(page.get_by_role("alert")).to_contain_text("Line 1: The header names no column \"text\"")
    here.shows("Name it in the first line of the table").looks("answers-upload-no-table")
    here.go("/").page.locator("#search").fill(f"umbrella of {size}")
    expect(page.locator(".hit").first).to_contain_text(f"umbrella of {size}")

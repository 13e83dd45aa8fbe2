"""A trainer: a package with its findings, questions to answers, what was not found, and the outcome of feedback."""
import datetime
import json
import pathlib
import re
import uuid
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


def test_a_new_version_is_looked_at_before_it_is_published(visit, trainer, size, tmp_path):
    package = tmp_path / "second-calls.xml"
    first = BROKEN.format(size=f"again-{size}").replace('<lesson id="one"><title>The same id', '<lesson id="two"><title>Two')
    package.write_text(first)
    here = visit(trainer, at="/imports")
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(package)
    here.shows("It is published.")

    package.write_text(
        first.replace('version="1"', 'version="2"').replace("Read this.", "Read this twice.")
        .replace('id="two"', 'id="deux" was="two"').replace("  </module>", '    <lesson id="three"><title>Three</title>'
                                                            "<text>Read more.</text></lesson>\n  </module>"))
    here.go("/imports")
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(package)
    expect(here.page.get_by_role("heading", name="New version of First calls")).to_be_visible()
    expect(here.page.get_by_role("heading", name="What it would change")).to_be_visible()
    here.shows("3 steps: 1 new, 1 changed, 1 as before.", "Not published yet")
    here.page.get_by_text("1 step as before").click()
    here.shows("renamed from two").looks("import-held")
    button = here.page.get_by_role("button", name="Publish it")
    button.focus()
    here.page.keyboard.press("Enter")
    here.shows("It is published.")
    expect(here.page.get_by_role("heading", name="What it changed")).to_be_visible()
    here.looks("import-published")


def test_people_under_way_are_moved_after_a_look_at_what_they_gain(visit, trainer, organization, size, tmp_path):
    # People of their own: notices and names would show in what others look at.
    reps = [organization.add(f"{name} Moves {size}", f"{name.lower()}.moves{size}@example.com") for name in ("Uma", "Vera", "Will")]
    package = tmp_path / "third-calls.xml"
    first = BROKEN.format(size=f"move-{size}").replace('<lesson id="one"><title>The same id', '<lesson id="two"><title>Two')
    package.write_text(first)
    here = visit(trainer, at="/imports")
    file = "Drop a package here, or choose a file"
    here.page.get_by_label(file).set_input_files(package)
    here.shows("It is published.")
    course = next(row for row in organization.get("/v1/courses?limit=100")["data"] if row["key"] == f"first-calls-move-{size}")["id"]
    enrollments = [organization.enroll(rep, course) for rep in reps]
    organization.post("/v1/events", {"events": [{
        "id": str(uuid.uuid4()), "enrollment_id": enrollments[0], "activity": "two", "occurrence": 1, "verb": "completed",
        "occurred_at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "data": {}}]}, reps[0])

    package.write_text(
        first.replace('version="1"', 'version="2"').replace('<lesson id="two"><title>Two', '<lesson id="three"><title>Three'))
    here.go("/imports")
    here.page.get_by_label(file).set_input_files(package)
    here.page.get_by_role("button", name="Publish it").click()
    here.shows("It is published.")
    here.page.get_by_role("link", name="Move people under way").click()
    here.shows("3 people are under way on an earlier version. For 3 of them there is something new to do.")
    row = here.page.locator("tbody tr", has_text=reps[0].name)
    expect(row).to_contain_text("Gone, stays earned: Two")
    here.looks("move-people")
    row.get_by_role("checkbox").check()
    here.page.get_by_role("button", name="Move those who are ticked").click()
    here.shows("1 person moved.", "2 people are under way")
    here.page.get_by_role("button", name="Move all 2").click()
    here.shows("2 people moved.", "Everybody is on the present version").looks("moved-people")
    learner = visit(reps[0], at="/inbox")
    learner.shows("One step is new for you").looks("inbox-moved")
    learner.page.get_by_role("link", name="Open").first.click()
    learner.shows("Three")


def test_a_starter_is_saved_uploaded_and_downloaded_again(visit, trainer, size, tmp_path):
    here = visit(trainer, at="/imports")
    here.page.get_by_label("What the course is called").fill(f"Listen first {size}")
    with here.page.expect_download() as download:
        here.page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"listen-first-{size}.zip"
    starter = tmp_path / download.value.suggested_filename
    download.value.save_as(starter)
    with zipfile.ZipFile(starter) as archive:
        assert archive.namelist() == ["curriculum.xml", "files/question-card.md"]
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(starter)
    here.shows("It is published.", "Nothing to mend.").looks("starter-imported")
    here.page.get_by_role("link", name="See the course").click()
    here.shows(f"Listen first {size}")
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name="Download this course").click()
    assert download.value.suggested_filename == f"listen-first-{size}-1.zip"
    again = tmp_path / "again.zip"
    download.value.save_as(again)
    here.go("/imports")
    here.page.get_by_label("Drop a package here, or choose a file").set_input_files(again)
    here.shows("The same bytes were imported before: nothing changed.")


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
    # Six people search at one step, and an answer helps none of them.
    answer = organization.post("/v1/answers", {"question": f"Where is room {size} today?", "text": "Ask around."}, trainer)
    people = [trainer, organization.leader, organization.admin, *organization.team(size)[1]]
    for person in people:
        place = f"course={organization.course}&activity=third-week"
        search = organization.get(f"/v1/search?q=where+is+today&{place}", person)["search_id"]
        organization.post(
            f"/v1/searches/{search}/outcome", {"outcome": "not-helped", "answer_id": answer["id"]}, person)
    here = visit(trainer).choose("Not found")
    here.shows(words, "Steps that send people searching", "Answers that did not help").looks("not-found")
    assert not any(person.email in here.page.content() for person in people) and rep.name not in here.page.content()
    expect(here.page.locator("tr", has_text=answer["question"])).to_contain_text("6 of 6 people")
    expect(here.page.locator("tr", has_text="Make change stick")).to_contain_text("0 of")
    organization.server.request(
        "PATCH", f"/v1/answers/{answer['id']}", {"state": "retired"}, token=trainer.token, headers={"If-Match": '"1"'})
    row = here.page.locator("tr", has_text=re.compile(f"^{words}"))
    row.get_by_role("link").click()
    expect(here.page.get_by_label("Question")).to_have_value(words)
    here.page.get_by_label("Answer", exact=True).fill("Ask the band.")
    here.page.get_by_role("button", name="Publish").click()
    here.shows("Published. The search finds it now, and whoever").looks("answer")
    visit(rep, at="/inbox").shows(f"There is an answer now: “{words}”")
    here.page.get_by_role("link", name="Edit").click()
    here.page.get_by_label("Tags").fill("music")
    here.looks("answer-edit")
    here.page.get_by_role("button", name="Save").click()
    here.shows("Saved.", "music")
    here.choose("Answers").shows(words).looks("answers")


def test_what_people_asked_alike_is_learned_for_an_answer_and_revoked(visit, trainer, organization, size):
    people = organization.team(size)[1]
    instrument = {"390": "bassoon", "1280": "oboe"}[size]
    answer = organization.post(
        "/v1/answers", {"question": f"Which reed fits my {instrument}?", "text": "The soft one."}, trainer)
    words = f"squeaky {instrument} sound"
    for rep, own in zip(people, ("for Zebra Steel", "please", "")):
        search = organization.get(f"/v1/search?q={words} {own}".replace(" ", "+"), rep)["search_id"]
        organization.post(f"/v1/searches/{search}/outcome", {"outcome": "helped", "answer_id": answer["id"]}, rep)
    here = visit(trainer, at=f"/answers/{answer['id']}")
    here.shows("Learned from searches", words, "Asked so by 3 people").looks("answer-learned")
    content = here.page.content()
    assert "Zebra" not in content and not any(rep.name in content or rep.id in content for rep in people)
    searcher = visit(people[0], at="/")
    searcher.page.locator("#search").fill(f"squeaky {instrument}")
    expect(searcher.page.locator(".hit").first).to_contain_text(answer["question"])
    assert "Learned from searches" not in visit(people[0], at=f"/answers/{answer['id']}").page.content()

    button = here.page.get_by_role("button", name=f"Revoke: {words}")
    button.focus()
    here.page.keyboard.press("Enter")
    here.shows("is revoked", "Nothing yet.").looks("answer-revoked")
    searcher.page.locator("#search").fill("squeaky")
    expect(searcher.page.get_by_text(answer["question"])).to_have_count(0)


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


def test_files_of_answers_are_taken_in_one_by_one(visit, trainer, organization, size, tmp_path):
    here = visit(trainer).choose("Answers")
    here.page.get_by_role("link", name="Upload or save all").click()
    page = here.page
    here.shows("Upload answers", "verify_by").looks("answers-upload")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a template (CSV)").click()
    template = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert template.splitlines()[0] == "key,question,also,text,tags,course,activity,owner,language,verify_by"

    # What the template holds is a table that can be taken in as it stands.
    table = tmp_path / "answers.csv"
    table.write_text(template.replace("send-me-the-price", f"send-me-the-price-{size}"))
    file = page.get_by_label("Drop a file here, or choose one")
    file.set_input_files(table)
    here.shows("1 answer added.")
    expect(page.get_by_role("heading", name="The answers are taken in")).to_be_focused()

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
    for name, text, said in (
            ("answers.json", json.dumps({"answers": [{"key": f"scarf-{size}", "question": f"Where is the scarf of {size}?",
                                                      "text": "On the hook.", "colour": "red"}]}), ("Line 1", "colour", "Take it out")),
            ("answers.xml", f"<answers><answer id='glove-{size}'><question>Where are the gloves?</question></answer></answers>",
             ("Line 1", "text", "Fill it in"))):
        other = tmp_path / name
        other.write_text(text)
        file.set_input_files(other)
        here.shows("1 refused.")
        row = page.locator("tbody tr", has=page.get_by_text(re.compile(r"^Line \d")))
        for words in said:
            expect(row).to_contain_text(words)
    glossary = tmp_path / "glossary.xml"
    glossary.write_text(
        f"<GLOSSARY><INFO><NAME>{size}</NAME><ENTRIES><ENTRY><CONCEPT>Where is the cane of {size}?</CONCEPT>"
        "<DEFINITION>&lt;p&gt;By the &lt;b&gt;door&lt;/b&gt;.&lt;img src='a.png'&gt;&lt;/p&gt;</DEFINITION><FORMAT>1</FORMAT>"
        "</ENTRY></ENTRIES></INFO></GLOSSARY>")
    file.set_input_files(glossary)
    here.shows("1 answer added.", "Left out of the text: picture (1).").looks("answers-upload-left-out")

    for button, name, words in (("Table (CSV)", "answers.csv", f"umbrella-{size}"), ("JSON", "answers.json", f"umbrella-{size}"),
                                ("XML", "answers.xml", f"umbrella-{size}"), ("Moodle glossary", "glossary.xml", "<CONCEPT>")):
        with page.expect_download() as download:
            page.get_by_role("button", name=button, exact=True).click()
        assert download.value.suggested_filename == name
        assert words in pathlib.Path(download.value.path()).read_text(encoding="utf-8")
        if name != "glossary.xml":
            page.get_by_label("Drop a file here, or choose one").set_input_files(
                {"name": name, "mimeType": "text/plain", "buffer": pathlib.Path(download.value.path()).read_bytes()})
            expect(page.locator("strong", has_text=re.compile(r"^\d+ already there as they are\.$"))).to_be_visible()
    here.go("/").page.locator("#search").fill(f"umbrella of {size}")
    expect(page.locator(".hit").first).to_contain_text(f"umbrella of {size}")


def test_words_that_mean_the_same_are_found_for_one_another(visit, trainer, organization, size):
    word, other = f"zobel{size}", f"quandle{size}"
    organization.post("/v1/answers", {"question": f"Who signs the {word}?", "text": "Whoever pays for it."})
    here = visit(trainer, at="/answers")
    here.page.get_by_role("link", name="Synonyms").click()
    box = here.page.get_by_label("Groups")
    before = box.input_value()
    box.fill(f"{before}\n\n{word}\n{other}, {word}, ?!".lstrip("\n"))
    here.page.get_by_role("button", name="Save").click()
    first = before.count("\n") + 3 if before else 1
    here.shows(f"Line {first}: “{word}”", f"Line {first + 1}: “?!”").looks("synonyms-refused")
    box.fill(f"{before}\n{other}, {word}".lstrip("\n"))
    here.page.get_by_role("button", name="Save").click()
    here.shows("Saved. The search uses them now.")
    here.page.get_by_role("link", name="Synonyms").click()
    expect(here.page.get_by_label("Groups")).to_have_value(f"{before}\n{other}, {word}".lstrip("\n"))
    here.looks("synonyms")
    found = organization.get(f"/v1/search?q={other}s")
    assert [hit["title"] for hit in found["hits"]][:1] == [f"Who signs the {word}?"]

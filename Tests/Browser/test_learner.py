"""A rep's first tour: stuck, found, asked; and every kind of step done from the page."""
import json
import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def rep(organization, size):
    return organization.team(size)[1][0]


def step(rep, key, occurrence=1):
    return f"/steps/{rep.enrollment}/{key}/{occurrence}"


def test_signing_in_keeps_what_was_typed_and_says_what_is_wrong(visit, rep):
    here = visit(at="/questions")
    page = here.page
    here.looks("sign-in")
    page.get_by_label("E-mail or personnel number").fill(rep.email)
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("E-mail or personnel number")).to_have_value(rep.email)
    here.sign_in(rep)
    expect(page.get_by_role("heading", name="My questions")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0 and page.evaluate("document.cookie") == ""


def test_an_answer_is_found_while_typing_and_opens_in_place(visit, rep):
    here = visit(rep)
    page = here.page
    here.shows("My next steps").looks("home")
    page.keyboard.press("/")
    page.keyboard.type("they only want the prise")
    hit = page.locator(".hit").first
    expect(hit.get_by_role("button").first).to_contain_text("only want the price")
    expect(hit.locator("mark").first).to_be_visible()
    hit.get_by_role("button").first.click()
    here.shows("Promise the price first")
    hit.get_by_text("Why this came up").click()
    expect(hit.get_by_text("How it is asked", exact=True)).to_be_visible()
    here.looks("search")
    hit.get_by_role("button", name="This helped").click()
    here.shows("The next person finds it sooner.")
    page.reload()
    expect(page.locator(".hit").first).to_be_visible()
    page.locator("#search").press("Escape")
    here.shows("My next steps")


def test_the_first_page_shows_the_next_ten_steps_and_my_plan_all_of_them(visit, organization, size, tmp_path):
    lessons = "".join(
        f'<lesson id="l{number}"{offset}><title>Lesson {number}.</title><text>Read.</text></lesson>'
        for number, offset in [(n, ' offset="P1D"' if n < 8 else "") for n in range(1, 14)])
    (tmp_path / "curriculum.xml").write_text(
        f'<curriculum xmlns="urn:cornerman:curriculum:1" id="many-{size}" version="1" xml:lang="en"><title>Many</title>'
        f'<module id="m" kind="training"><title>Much to do</title>{lessons}</module></curriculum>')
    person = organization.add(f"Marta Many {size}", f"marta{size}@example.com")
    organization.enroll(person, organization.import_folder(tmp_path))
    here = visit(person)
    page = here.page
    steps = page.get_by_role("region", name="My next steps").get_by_role("listitem")
    expect(steps).to_have_count(10)
    here.looks("home-many")
    page.get_by_role("link", name="All 13 open steps: My plan").click()
    expect(page.get_by_role("link", name=re.compile(r"Lesson \d+\."))).to_have_count(13)
    expect(page.get_by_role("region", name="On any day").get_by_role("listitem")).to_have_count(6)
    here.looks("plan-many")
    # The step beside the list stands in it, too.
    page.get_by_role("link", name="Lesson 13.").click()
    expect(page.get_by_role("heading", name="Lesson 13.")).to_be_focused()
    expect(page.locator(".beside-list .steps li")).to_have_count(11)
    expect(page.locator(".beside-list [aria-current=true]")).to_have_count(1)


def test_nothing_found_is_asked_in_one_step_without_typing_twice(visit, rep, organization):
    here = visit(rep, at=step(rep, "third-week"))
    page = here.page
    here.settle()
    page.locator("#search").fill("my quokka ate the zeppelin")
    expect(page.get_by_text("Ask a person").first).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("my quokka ate the zeppelin")
    here.looks("ask")
    ask = page.get_by_role("button", name="Ask", exact=True)
    if page.locator(".hit").count():
        assert ask.bounding_box()["y"] < page.locator(".hit").first.bounding_box()["y"], "asking comes before weak hits"
    ask.click()
    here.shows("Asked.")
    page.get_by_role("link", name="See your question").click()
    here.shows("my quokka ate the zeppelin", "Nobody has answered yet.").looks("question")
    asked = organization.get("/v1/questions?mine=true", rep)["data"][0]
    assert asked["activity"] == "third-week" and asked["search_words"] == "my quokka ate the zeppelin"
    here.choose("My questions").shows("my quokka ate the zeppelin")


def test_the_course_says_first_why_what_for_and_what_stops(visit, rep):
    here = visit(rep).choose("Courses")
    here.looks("courses")
    here.page.get_by_role("link", name="Make change stick").click()
    here.shows("Why we change", "What is in it for you", "What we stop")
    headings = here.page.locator("main h2").all_inner_texts()
    assert headings[:3] == ["Why we change", "What is in it for you", "What we stop"]
    here.page.get_by_text("All 4 dates").first.click()
    here.looks("course")
    here.page.get_by_text("Everything recorded here").click()
    here.settle()


def test_a_lesson_opens_beside_the_list_and_is_marked_as_read(visit, rep, size):
    here = visit(rep)
    page = here.page
    page.get_by_role("link", name=re.compile("One change, one sentence, one stop")).click()
    expect(page.get_by_role("heading", name="One change, one sentence, one stop")).to_be_focused()
    expect(page.get_by_role("heading", name="My next steps")).to_be_visible(visible=size == "1280")
    expect(page.frame_locator("iframe.own").locator("main")).to_contain_text("instead of")
    here.looks("lesson")
    page.get_by_role("button", name="I have read it").click()
    here.shows("Read. It counts.")
    expect(page.locator(".step-head").get_by_text("Done", exact=True)).to_be_visible()
    page.reload()
    here.shows("One change, one sentence, one stop")
    expect(page.get_by_role("button", name="I have read it")).to_have_count(0)


def test_a_quiz_keeps_answers_scores_on_the_server_and_explains(visit, rep):
    here = visit(rep, at=step(rep, "check-break"))
    page = here.page
    player = page.frame_locator("iframe.own")
    player.get_by_role("button", name="Start").click()
    # The order of questions differs from attempt to attempt.
    choices = player.locator(".question", has=page.get_by_role("radio"))
    first = choices.first
    first.get_by_role("radio").first.check()
    choices.nth(1).get_by_role("radio").first.check()
    expect(player.get_by_text("Kept.", exact=True)).to_be_visible()
    here.looks("quiz")
    radio = first.get_by_role("radio").first
    chosen = f".question input[name='{radio.get_attribute('name')}'][value='{radio.get_attribute('value')}']"
    page.reload()
    expect(player.locator(chosen)).to_be_checked()
    inside = page.query_selector("iframe.own").content_frame()
    assert "correct" not in page.content() + inside.content()
    assert inside.evaluate("self.origin") == "null"
    for question in player.locator(".question").all():
        if question.get_by_role("checkbox").count():
            question.get_by_role("checkbox").first.check()
        elif question.get_by_role("textbox").count():
            question.get_by_role("textbox").fill("instead of")
    player.get_by_role("button", name="Submit").click()
    expect(player.get_by_text("no answer yet").first).to_be_visible()
    player.get_by_role("button", name="Submit").click()
    expect(player.locator(".score")).to_contain_text("%")
    expect(player.get_by_text("You said:").first).to_be_visible()
    here.looks("quiz-results")
    player.get_by_role("button", name="Back to the step").click()
    here.shows("Tries so far")
    player.get_by_role("button", name="Try again").click()
    expect(choices.first.get_by_role("radio").first).not_to_be_checked()


def test_a_pledge_is_made_in_own_words(visit, rep):
    here = visit(rep, at=step(rep, "my-pledge"))
    here.page.get_by_label("In your own words").fill("When a buyer asks for a price, I call first.")
    here.looks("pledge")
    here.page.get_by_role("button", name="I pledge this").click()
    here.shows("Pledged.", "When a buyer asks for a price, I call first.")
    here.page.get_by_role("button", name="I keep it").click()
    here.shows("Good. It shows.").looks("pledge-made")


def test_attendance_needs_the_code_of_the_host(visit, rep, organization):
    here = visit(rep, at=step(rep, "kickoff"))
    page = here.page
    page.get_by_label("Code from the host").fill("000000")
    page.get_by_role("button", name="I am there").click()
    here.shows("This is not the code of this date.")
    expect(page.get_by_label("Code from the host")).to_be_focused()
    expect(page.get_by_label("Code from the host")).to_have_value("000000")
    here.looks("kickoff")
    page.get_by_label("Code from the host").fill(organization.code("kickoff"))
    page.get_by_role("button", name="I am there").click()
    here.shows("Good that you were there.")


def test_a_pulse_takes_numbers_and_words(visit, rep):
    here = visit(rep, at=step(rep, "pulse"))
    page = here.page
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()
    for group in page.get_by_role("form", name="Pulse").locator(".scale").all():
        group.get_by_role("radio").nth(3).check()
    page.get_by_role("textbox", name=re.compile("What got in your way")).fill("The trade fair.")
    here.looks("pulse")
    page.get_by_role("button", name="Send", exact=True).click()
    here.shows("Thank you. Your answer counts.")


def test_the_learner_notes_their_side_of_a_coaching(visit, rep):
    here = visit(rep, at=step(rep, "one-on-one"))
    here.page.get_by_label("Your side of it").fill("The call with the hospital.")
    here.looks("coaching")
    here.page.get_by_role("button", name="Note it").click()
    here.shows("Noted.")


def test_a_file_opens_from_the_content_origin(visit, rep, server):
    here = visit(rep, at=step(rep, "sheet"))
    page = here.page
    page.get_by_role("button", name="Open it here").click()
    frame = page.frame_locator("iframe")
    expect(frame.locator("body")).to_contain_text("instead of")
    source = page.locator("iframe").get_attribute("src")
    assert source.startswith(f"http://127.0.0.1:{server.content_port}/l/")
    here.looks("file")
    below = page.locator("iframe").bounding_box()["y"] < page.get_by_role("button", name="Done", exact=True).bounding_box()["y"]
    assert below, "what was opened stands above what to do with it"
    page.get_by_role("button", name="Done", exact=True).click()
    here.shows("Done. It counts.")


def test_feedback_on_a_step_and_its_place_in_the_own_list(visit, rep):
    here = visit(rep, at=step(rep, "third-week"))
    page = here.page
    page.get_by_text("Feedback on this step").click()
    page.get_by_role("group", name="How useful is it for you?").get_by_role("radio").nth(4).check()
    page.get_by_label("In your words").fill("The story is mine.")
    here.looks("feedback")
    page.get_by_role("button", name="Send feedback").click()
    here.shows("Thank you.")
    here.choose("My feedback").shows("The story is mine.", "No outcome yet.").looks("my-feedback")


def test_the_menu_leads_to_nothing_that_is_not_the_learners(visit, rep):
    here = visit(rep)
    names = here.page.locator("#nav a").all_inner_texts()
    assert not {"Completion", "People", "Upload a course", "Open questions"} & set(names)
    for address in ("/people", "/imports", "/desk/unanswered"):
        here.go(address)
        expect(here.page.get_by_role("alert")).to_be_visible()
    here.looks("refused")


def test_own_account_searches_and_an_unknown_address(visit, rep):
    here = visit(rep, at="/account", typed=True)
    here.shows("Where you are signed in", "This session", "What is recorded about you").looks("account")
    page = here.page
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save all of it as one file").click()
    record = json.loads(saved.value.path().read_text())
    assert record["person"]["email"] and record["courses"][0]["plan"]["modules"]
    assert record["managers"][-1]["until"] is None and record["managers"][-1]["manager_name"].startswith("Mona")
    assert "session" in {token["kind"] for token in record["tokens"]} and record["calendar"] == {"created_at": None}
    assert not re.search(r"cm[a-z]_[\w-]{20}|hash|secret", json.dumps([record["tokens"], record["calendar"]]))
    assert set(record) == {
        "made_at", "person", "managers", "tokens", "calendar", "courses", "initiatives", "stories", "searches", "questions", "followed_questions", "proposals", "feedback", "notices", "changes"}
    here.go("/searches").looks("searches")
    here.go("/inbox").looks("inbox")
    here.go("/nowhere/at/all").shows("There is nothing at this address").looks("nowhere")
    here.page.goto(here.origin + "/#/account")
    here.menu().get_by_role("button", name="Sign out").click()
    here.shows("Sign in")
    assert here.page.evaluate("sessionStorage.length") == 0


def test_signing_out_everywhere_else_leaves_this_session_alone(visit, organization, size):
    person = organization.add(f"Ola Elsewhere {size}", f"ola{size}@example.com")
    elsewhere = visit(person, at="/account")
    here = visit(person, at="/account", typed=True)
    here.page.get_by_role("button", name="Sign out everywhere else").click()
    expect(here.page.get_by_role("button", name="Sign out everywhere else")).to_have_count(0)
    here.shows("This session")
    elsewhere.page.reload()
    expect(elsewhere.page.get_by_role("heading", name=re.compile("Your session has ended|Sign in"))).to_be_visible()

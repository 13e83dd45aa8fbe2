"""Asking: what answers it already, a colleague who knows, the one that is accepted, and opened again; and answers that are looked at."""
import datetime
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect


@pytest.fixture
def reps(organization, size):
    return organization.team(size)[1]


def test_while_one_asks_the_answer_that_is_there_stands_below_and_nothing_needs_to_be_asked(visit, reps, organization):
    before = len(organization.get("/v1/questions?mine=true", reps[0])["data"])
    here = visit(reps[0], at="/questions")
    page = here.page
    page.get_by_label("Your question").fill("They only want the price, what do I say?")
    near = page.get_by_role("list", name="This may answer it already")
    hit = near.locator(".hit h3 button").first
    expect(hit).to_be_visible()
    here.looks("ask-similar")
    hit.click()
    near.get_by_role("button", name="This helped").first.click()
    here.shows("nothing needs to be asked")
    assert len(organization.get("/v1/questions?mine=true", reps[0])["data"]) == before
    found = organization.get("/v1/searches", reps[0])["data"][0]
    assert found["outcome"] == "helped"


def test_what_a_colleague_has_asked_is_waited_for_together(visit, reps, organization, size):
    words = f"Who feeds the bongo {size} at night?"
    organization.post("/v1/questions", {"text": words, "shared": True}, reps[0])
    here = visit(reps[1], at="/questions")
    here.page.get_by_label("Your question").fill(f"who feeds a bongo {size} at night")
    asked = here.page.get_by_role("list", name="Asked already")
    expect(asked.get_by_role("link", name=words)).to_be_visible()
    here.looks("ask-asked-already")
    asked.get_by_role("button", name="Tell me the answer too").click()
    here.shows("You wait with whoever asked it.")
    here.page.get_by_role("link", name="See the question").click()
    here.shows(words, "You wait for the answer too").looks("question-followed")
    assert reps[0].name not in here.page.content()
    here.go("/questions").shows("you wait for the answer too", words).looks("questions-followed")

    desk = visit(organization.trainer).choose("Open questions")
    desk.shows(words, "1 colleague waits for the answer too")
    desk.page.get_by_role("link", name=words).click()
    desk.shows("1 colleague waits for the answer too: they are told where to read it").looks("answer-awaited")
    desk.page.get_by_label("Answer", exact=True).fill("The **night keeper** does.")
    desk.page.get_by_role("button", name="Answer", exact=True).click()
    desk.shows("Answered.")

    here.go("/inbox").shows("You wait for the answer to")
    here.page.get_by_role("link", name="Open", exact=True).first.click()
    here.shows("The night keeper does.")


def test_whoever_searches_what_a_colleague_has_asked_sees_it_with_nothing_typed(visit, reps, organization, size):
    words = f"Who greases the calliope {size} on Sundays?"
    organization.post("/v1/questions", {"text": words, "shared": True}, reps[0])
    here = visit(reps[1])
    here.page.locator("#search").fill(words)
    expect(here.page.get_by_label("Your question")).to_have_value(words)
    asked = here.page.get_by_role("list", name="Asked already")
    expect(asked.get_by_role("link", name=words)).to_be_visible()
    # What was found stands there already.
    expect(here.page.get_by_role("list", name="This may answer it already")).to_have_count(0)
    here.looks("search-asked-already")
    asked.get_by_role("button", name=f"Tell me the answer too: {words}").click()
    here.shows("You wait with whoever asked it.")


def test_a_question_that_was_begun_is_kept_whatever_happens_to_the_search(visit, reps, size):
    here = visit(reps[2])
    page = here.page
    box, question = page.locator("#search"), page.get_by_label("Your question")
    shared = page.get_by_label("Colleagues may answer too")
    written = "They say the glockenspiel is out of tune. I had said it was new."
    box.fill(f"zorg glockenspiel {size}")
    expect(question).to_have_value(f"zorg glockenspiel {size}")
    # Not changed, it goes with the search.
    box.fill(f"zorg glockenspiel {size} tuned")
    expect(question).to_have_value(f"zorg glockenspiel {size} tuned")
    question.fill(written)
    shared.uncheck()
    page.context.set_offline(True)
    box.fill("zorg without a connection")
    here.shows("what you typed is kept here")
    expect(question).to_have_value(written)
    here.looks("search-failed")
    page.context.set_offline(False)
    box.fill("")
    expect(question).to_have_count(0)
    box.fill(f"zorg again {size}")
    expect(question).to_have_value(written)
    page.reload()
    expect(question).to_have_value(written)
    expect(shared).not_to_be_checked()
    here.looks("ask-kept")
    page.get_by_role("button", name="Take the words of the search instead").click()
    expect(question).to_have_value(f"zorg again {size}")
    expect(question).to_be_focused()
    page.reload()
    expect(question).to_have_value(f"zorg again {size}")


def test_a_question_that_was_begun_goes_with_the_search_that_it_was_begun_for(visit, reps, organization, size):
    here = visit(reps[2])
    page = here.page
    box, question = page.locator("#search"), page.get_by_label("Your question")

    def asked():
        with page.expect_request(lambda request: request.method == "POST" and request.url.endswith("/v1/questions")) as sent:
            page.get_by_role("button", name="Ask", exact=True).click()
        here.shows("Asked.")
        return sent.value.post_data_json

    begun, other = f"zorg theremin {size}", f"zorg vacation {size}"
    box.fill(begun)
    expect(question).to_have_value(begun)
    question.fill(f"They say the theremin {size} is too dear.")
    page.reload()
    box.fill(other)
    page.wait_for_url(f"**?q={quote_plus(other)}")
    here.settle()
    expect(question).to_have_value(f"They say the theremin {size} is too dear.")
    # Written on, it is still the one that was begun for other words.
    question.fill(f"They say the theremin {size} is much too dear.")
    assert "search_id" not in asked()

    box.fill(begun)
    expect(question).to_have_value(begun)
    question.fill(f"They say the theremin {size} is too loud.")
    page.reload()
    here.settle()
    expect(question).to_have_value(f"They say the theremin {size} is too loud.")
    assert asked()["search_id"]

    box.fill("")
    expect(page.locator(".ask-box")).to_have_count(0)
    box.fill(begun)
    expect(question).to_have_value(begun)
    question.fill(f"They say the theremin {size} is too big.")
    box.fill(other)
    page.get_by_role("button", name="Take the words of the search instead").click()
    expect(question).to_have_value(other)
    question.fill(f"{other} in May?")
    body = asked()
    found = organization.get("/v1/searches", reps[2])["data"]
    assert next(one for one in found if one["id"] == body["search_id"])["words"] == other


def test_a_question_that_is_too_long_is_told_so_while_it_is_written(visit, reps, organization):
    before = len(organization.get("/v1/questions?mine=true", reps[2])["data"])
    here = visit(reps[2], at="/questions")
    question = here.page.get_by_label("Your question")
    question.fill("x" * 1900)
    here.shows("100 characters left")
    question.fill("x" * 2001)
    here.shows("Too long by 1: at most 2,000 characters can be sent.").looks("ask-too-long")
    here.page.get_by_role("button", name="Ask", exact=True).click()
    expect(question).to_be_focused()
    assert len(question.input_value()) == 2001
    assert len(organization.get("/v1/questions?mine=true", reps[2])["data"]) == before
    # Of two units each, and still two thousand characters.
    question.fill("\N{VIOLIN}" * 2000)
    here.shows("0 characters left")
    here.page.get_by_role("button", name="Ask", exact=True).click()
    here.shows("Asked.")


def test_a_colleague_answers_it_is_accepted_found_and_opened_again(visit, reps, organization, size):
    words = f"Who signs for the quagga depot {size}?"
    asker = visit(reps[0], at="/questions")
    asker.page.get_by_label("Your question").fill(words)
    expect(asker.page.get_by_label("Colleagues may answer too")).to_be_checked()
    asker.page.get_by_role("button", name="Ask", exact=True).click()
    asker.shows("Asked.")

    peer = visit(reps[1], at="/questions")
    peer.page.get_by_role("link", name="What colleagues ask").click()
    peer.shows("Colleagues ask", words).looks("colleagues-ask")
    assert reps[0].name not in peer.page.content()
    peer.page.get_by_role("link", name=words).click()
    peer.page.get_by_label("What would you say or do?").fill("The **keeper** signs.")
    peer.looks("propose")
    peer.page.get_by_role("button", name="Propose it").click()
    peer.shows("Proposed answers", f"by {reps[1].name}")
    assert reps[0].name not in peer.page.content()

    asker.go("/inbox").shows("Somebody proposes an answer")
    asker.page.get_by_role("link", name="Open", exact=True).first.click()
    asker.shows(words, f"by {reps[1].name}").looks("proposals")
    asker.page.get_by_role("button", name="This answers it").click()
    asker.shows("Accepted", "It stands among the answers now").looks("accepted")
    peer.go("/inbox").shows("Your answer helped and was accepted")

    other = visit(reps[2])
    other.page.locator("#search").fill(f"quagga depot {size}")
    hit = other.page.locator(".hit", has_text=words)
    # Whose day to look again is today: nobody has looked yet.
    expect(hit.get_by_text("Not checked lately")).to_be_visible()
    hit.get_by_role("button").first.click()
    expect(hit.locator("strong", has_text="keeper")).to_be_visible()

    desk = visit(organization.trainer).choose("To check")
    card = desk.page.locator(".card", has_text=words)
    expect(card.get_by_text("Proposed by a colleague")).to_be_visible()
    desk.looks("answers-due")
    card.get_by_role("button", name="It still holds").click()
    desk.shows("Checked. Again by").looks("answers-checked")
    answer = organization.get(f"/v1/search?q=quagga+depot+{size}", reps[2])["hits"][0]
    assert answer["title"] == words and answer["verified"]
    day = organization.get(f"/v1/answers/{answer['id']}", reps[2])["verify_by"]
    assert (datetime.date.fromisoformat(day) - datetime.datetime.now(datetime.timezone.utc).date()).days == 90

    asker.page.get_by_role("link", name="It stands among the answers now").click()
    asker.shows("The keeper signs.").looks("answer-asked")
    asker.page.get_by_role("link", name="Somebody asked this").click()
    asker.shows("What was proposed")
    asker.page.get_by_text("It did not help").click()
    asker.page.get_by_label("What is missing, or what happened?").fill("The keeper was away.")
    asker.looks("reopen")
    asker.page.get_by_role("button", name="Open it again").click()
    asker.shows("It is open again: The keeper was away.").looks("reopened")
    desk.choose("Open questions").shows(words, "Open again", "Answer by")
    desk.looks("open-questions-due")
    desk.page.get_by_role("link", name=words).click()
    desk.shows("The keeper was away.", "Proposed answers")


def test_an_answer_says_whether_somebody_looked(visit, organization, size):
    made = organization.post("/v1/answers", {"question": f"Does the okapi {size} bite?", "text": "No."}, organization.trainer)
    here = visit(organization.trainer, at=f"/answers/{made['id']}")
    here.shows("Verified").looks("answer-verified")
    here.page.get_by_role("button", name="It still holds").click()
    here.shows("Checked. It is looked at again by")


def test_what_an_answer_was_is_put_back(visit, organization, size):
    made = organization.post(
        "/v1/answers", {"question": f"Where does the tapir {size} sleep?", "text": "In the *barn*."}, organization.trainer)
    here = visit(organization.trainer, at=f"/answers/{made['id']}/edit")
    here.page.get_by_label("Answer", exact=True).fill("Nowhere.")
    here.page.get_by_role("button", name="Save").click()
    here.shows("Saved.", "Nowhere.")
    here.page.get_by_text("Earlier versions").click()
    here.shows("Changed: text").looks("answer-revisions")
    here.page.get_by_role("button", name="Restore version 1").click()
    here.shows("Restored.")
    expect(here.page.locator("article em", has_text="barn")).to_be_visible()


def test_two_answers_become_one_and_links_to_the_other_lead_on(visit, reps, organization, size):
    kept, other = (
        organization.post("/v1/answers", {"question": words, "text": text, "tags": [tag]}, organization.trainer)
        for words, text, tag in (
            (f"What does the gnu {size} insurance cost?", "Ask *Ada*.", "gnu"),
            (f"How much does gnu {size} insurance cost?", "A lot.", "cost"),
        )
    )
    here = visit(organization.trainer, at=f"/answers/{kept['id']}")
    here.page.get_by_role("link", name="Merge with…").click()
    here.shows("They ask nearly the same", other["question"]).looks("merge-choose")
    here.page.get_by_label("Words of the other answer").fill(f"gnu {size} a lot")
    here.page.get_by_role("button", name="Find").click()
    here.page.get_by_role("link", name=other["question"]).last.click()
    here.shows("This one stays", "This one is retired", f"It is found as “{other['question']}”, too.")
    here.looks("merge-preview")
    here.page.get_by_role("button", name="Merge them").click()
    here.shows("Two answers became one: this is it.", "Also asked as", other["question"]).looks("merged")
    here.go(f"/answers/{other['id']}").shows("Another answer took this one over").looks("merged-away")

    rep = visit(reps[0], at=f"/answers/{other['id']}")
    rep.shows("Two answers became one: this is it.", kept["question"])
    assert rep.page.url.endswith(kept["id"])
    hits = organization.get(f"/v1/search?q=how+much+gnu+{size}", reps[0])["hits"]
    assert [hit["title"] for hit in hits if "gnu" in hit["title"]][0] == kept["question"]
    assert other["question"] not in [hit["title"] for hit in hits]

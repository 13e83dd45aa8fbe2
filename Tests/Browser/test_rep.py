"""A rep who gets hit: the answer, or a person, and the next try; each in so many taps. And what was saved, without a connection."""
import datetime
import json
import re
import zoneinfo

import pytest
from playwright.sync_api import expect


@pytest.fixture
def rep(organization, size, request):
    """Somebody of their own in the shipped course, on its tenth day."""
    kind = re.sub(r"\W", "", request.node.originalname)[-30:]
    person = organization.add(f"Rita {size}", f"{kind}{size}@example.com")
    start = (datetime.date.today() - datetime.timedelta(days=30)).isoformat()
    person.enrollment = organization.enroll(person, organization.course, start)
    return person


def item(organization, rep, key):
    plan = organization.get(f"/v1/enrollments/{rep.enrollment}/plan", rep)
    return next(item for module in plan["modules"] for item in module["items"] if item["activity"] == key)


def test_from_a_practice_to_its_answer_in_two_taps(visit, rep, organization):
    here = visit(rep, at=f"/steps/{rep.enrollment}/three-tries/1")
    page, taps = here.page, 0
    page.get_by_role("button", name="Tried it, went wrong").click()
    taps += 1
    group = page.locator("section", has=page.get_by_role("heading", name="Answers for this step"))
    hit = group.get_by_role("button", name=re.compile("evidence|write", re.I)).first
    here.looks("got-hit")
    hit.click()
    taps += 1
    expect(group.locator(".prose").first).to_be_visible()
    assert taps == 2
    group.get_by_role("button", name="It did not").first.click()
    expect(page.get_by_label("Your question")).to_be_focused()
    # The next try gets its day.
    page.get_by_role("button", name="In three days").click()
    here.shows("It stands in your plan.").looks("next-try")
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")).date()
    day = (today + datetime.timedelta(days=3)).isoformat()
    assert item(organization, rep, "three-tries")["next_try_on"] == day
    page.reload()
    here.shows("Your next try:")
    here.go(f"/enrollments/{rep.enrollment}")
    expect(page.get_by_role("link", name=re.compile("Three tries in real conversations.*Next try", re.S)).first).to_be_visible()
    # Handed in, it is over.
    here.go(f"/steps/{rep.enrollment}/three-tries/1")
    page.get_by_label("What happened").fill("It went better.")
    page.get_by_role("button", name="Hand in").click()
    here.shows("Handed in.")
    assert item(organization, rep, "three-tries")["next_try_on"] is None


def test_nobody_knows_and_a_person_is_asked_in_two_taps_with_nothing_typed(visit, rep, organization):
    here = visit(rep, at=f"/steps/{rep.enrollment}/watched-call/1")
    page = here.page
    page.get_by_role("button", name="Tried it, went wrong").click()
    page.get_by_role("button", name="Ask", exact=True).click()
    here.shows("Asked.")
    [asked] = organization.get("/v1/questions?mine=true", rep)["data"]
    assert asked["activity"] == "watched-call" and "One call, watched" in asked["text"]
    here.shows("Or talk to your manager").looks("got-hit-asked")


def test_a_practice_by_the_keyboard_alone(visit, rep):
    here = visit(rep, at=f"/steps/{rep.enrollment}/three-tries/1")
    page = here.page
    button = page.get_by_role("button", name="Tried it, went wrong")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="That happens. Here is what helps")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("What went wrong?")).to_be_focused()
    expect(page.get_by_label("What went wrong?")).to_have_value("Three tries in real conversations")
    # Other words find other answers.
    page.get_by_label("What went wrong?").fill("they only want the price")
    expect(page.locator(".got-hit .hit", has_text="only want the price").first).to_be_visible()


def save_one(here):
    page = here.page
    page.locator("#search").fill("they only want the price")
    hit = page.locator(".hit").first
    hit.get_by_role("button").first.click()
    page.get_by_role("button", name="Save for when there is no connection").first.click()
    expect(page.get_by_role("button", name="Saved. Take it off this device").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_saved_answers_are_read_without_a_connection(visit, rep):
    here = visit(rep)
    page = here.page
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    save_one(here)
    here.go("/saved").looks("saved")
    kept = page.evaluate("""async () => {
      const names = await caches.keys();
      const rows = [];
      for (const name of names) for (const key of await (await caches.open(name)).keys()) rows.push(new URL(key.url).pathname);
      return rows;
    }""")
    assert not [path for path in kept if path.startswith(("/v1/", "/l/", "/p/"))]
    assert len([path for path in kept if path.startswith("/saved/")]) == 1
    page.context.set_offline(True)
    page.reload()
    here.shows("There is no connection now.")
    page.locator("details.card summary").first.click()
    here.shows("Promise the price first")
    here.looks("saved-offline")
    page.evaluate("location.hash = '#/'")
    here.shows("can be read without a connection")
    page.get_by_role("link", name="Saved answers").last.click()
    page.locator("details.card summary").first.click()
    here.shows("Promise the price first")
    page.context.set_offline(False)
    page.reload()
    here.go("/saved")
    expect(page.get_by_text("There is no connection now.")).to_have_count(0)
    page.locator("details.card summary").first.click()
    page.get_by_role("button", name=re.compile("Take it off this device")).first.click()
    here.shows("Nothing is saved here").looks("saved-none")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_signed_out_nothing_saved_is_left(visit, rep):
    here = visit(rep, at="/", typed=True)
    save_one(here)
    here.page.evaluate("location.hash = '#/account'")
    here.settle()
    here.menu().get_by_role("button", name="Sign out").click()
    here.shows("Sign in")
    assert here.page.evaluate("caches.keys()") == []


def test_whoever_signs_in_on_the_same_device_sees_nothing_of_others(visit, rep, organization, size):
    here = visit(rep)
    save_one(here)
    other = organization.add(f"Otto {size}", f"otto-other{size}@example.com")
    # The first tab is closed without signing out.
    page = here.context.new_page()
    here.page.close()
    here.page = page
    page.goto(f"{here.origin}/icon.svg")
    page.evaluate("text => sessionStorage.setItem('cornerman.session', text)", json.dumps(other.session))
    page.goto(f"{here.origin}/#/saved")
    here.shows("Nothing is saved here")
    names = page.evaluate("caches.keys()")
    assert not [name for name in names if rep.id in name]
    # Nobody signed in sees none either.
    page.evaluate("sessionStorage.clear()")
    page.reload()
    here.shows("Sign in")
    expect(page.locator("details.card")).to_have_count(0)


def test_a_search_is_completed_and_narrowed(visit, rep):
    here = visit(rep)
    page = here.page
    search = page.locator("#search")
    search.press_sequentially("they only want the pri")
    page.get_by_role("toolbar", name="Go on with").get_by_role("button", name="price", exact=True).click()
    expect(search).to_have_value("they only want the price ")
    expect(search).to_be_focused()
    search.fill('"want the price"')
    expect(page.locator(".hit", has_text="only want the price").first).to_be_visible()
    expect(page.get_by_text("Nothing has the quoted words side by side")).to_have_count(0)
    search.fill('"price the want"')
    here.shows("Nothing has the quoted words side by side").looks("search-loosened")
    page.get_by_text("Find it more exactly").click()
    here.shows("every word that begins so").looks("search-tips")

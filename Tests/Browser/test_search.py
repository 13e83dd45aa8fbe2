"""One box for answers, lessons and stories: narrowed in a tap, read on, and each kind opened in place."""
import datetime
import re

import pytest
from playwright.sync_api import expect

MADE = {}


@pytest.fixture
def searcher(organization, size):
    """Somebody in the shipped course and in an initiative with a story, who may see thirty answers about an instrument."""
    if size not in MADE:
        person = organization.add(f"Sera {size}", f"sera{size}@example.com")
        organization.enroll(person, organization.course)
        # Of other letters for each size, as both are seen.
        word = "ocarina" if size == "390" else "bumbass"
        for number in range(30):
            organization.post("/v1/answers", {
                "question": f"How do I play the {word} in key {number}?", "text": "Softly.",
                "tags": [f"{word} first"] if number < 4 else ["wood"], **({"course_id": organization.course} if number == 0 else {})})
        made = organization.post("/v1/initiatives", {
            "title": f"Play more {size}", "why": "Why not.", "courses": [organization.course],
            "starts_on": datetime.date.today().isoformat(), "time_zone": "Europe/Berlin", "under_way": True},
            organization.leader)
        organization.post(f"/v1/initiatives/{made['id']}/people", {"people": [person.id]}, organization.leader)
        organization.post("/v1/stories", {
            "initiative_id": made["id"],
            "text": f"I took the **{word}** along to play it. They asked for more, and stayed."}, person)
        MADE[size] = (person, word)
    return MADE[size]


def test_hits_are_narrowed_in_one_tap_and_widened_in_another(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    box = page.locator("#search")
    box.fill(word)
    chips = page.get_by_role("group", name="Only what has")
    tag = chips.get_by_role("button", name=f"{word} first 4")
    expect(tag).to_have_attribute("aria-pressed", "false")
    here.looks("search-facets")
    tag.click()
    expect(box).to_have_value(f'{word} tag:"{word} first"')
    pressed = chips.get_by_role("button", name=re.compile("first"))
    expect(pressed).to_have_attribute("aria-pressed", "true")
    expect(pressed).to_be_focused()
    expect(page.locator(".hit")).to_have_count(4)
    chips.get_by_role("button", name="Make change stick 1").click()
    expect(page.locator(".hit")).to_have_count(1)
    here.looks("search-narrowed")
    chips.get_by_role("button", name=re.compile("Make change stick")).click()
    pressed.click()
    expect(box).to_have_value(word)


def test_all_hits_are_counted_once_the_typing_rests(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/v1/search?" in request.url else None)
    # Slower than the page waits before it looks, quicker than it takes for a rest.
    page.locator("#search").press_sequentially(word, delay=300)
    chips = page.get_by_role("group", name="Only what has")
    tag = chips.get_by_role("button", name=f"{word} first 4")
    expect(tag).to_be_visible()
    letters = [url for url in asked if "typing=true" in url and "facets=" not in url]
    assert len(letters) > 2, asked
    assert len([url for url in asked if "facets=" in url]) == 1, asked
    # A chip narrows what stands in the box by now.
    page.locator("#search").press_sequentially(" key", delay=20)
    tag.click()
    expect(page.locator("#search")).to_have_value(f'{word} key tag:"{word} first"')
    expect(chips.get_by_role("button", name=re.compile("first"))).to_have_attribute("aria-pressed", "true")


def test_a_story_is_found_among_the_answers_and_opens_in_place(visit, searcher, size):
    person, word = searcher
    here = visit(person)
    page = here.page
    page.locator("#search").fill(f"play {word}")
    chips = page.get_by_role("group", name="Only what has")
    chips.get_by_role("button", name="Stories 1").click()
    expect(chips.get_by_role("button", name="Stories 1")).to_have_attribute("aria-pressed", "true")
    story = page.locator(".hit")
    expect(story).to_have_count(1)
    expect(page.get_by_role("heading", name=re.compile("stories", re.I))).to_be_visible()
    story.get_by_role("button", name=re.compile("along to play it")).click()
    here.shows("They asked for more, and stayed.", f"Play more {size}").looks("search-story")
    page.get_by_role("link", name=re.compile("All stories of")).click()
    expect(page.get_by_role("heading", name="Stories")).to_be_visible()


def test_hits_are_read_on_by_the_keyboard(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    page.locator("#search").fill(f"how do I play the {word}")
    hits = page.locator(".hit h3 button")
    expect(hits).to_have_count(20)
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    expect(hits.nth(20)).to_be_attached()
    assert page.evaluate("document.activeElement.matches('.hit h3 button')")
    here.looks("search-more")

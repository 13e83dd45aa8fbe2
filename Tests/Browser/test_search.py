"""One box for answers, lessons and stories: narrowed in a tap, read on, and each kind opened in place."""
import datetime
import re
from urllib.parse import quote_plus

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
    chips = page.get_by_role("toolbar", name="Only what has")
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


def searches(page):
    """The addresses of searches from now on: those for words that are being typed, and those that count all hits."""
    typed, counted = [], []

    def note(request):
        if "/v1/search?" in request.url:
            (counted if "facets=" in request.url else typed).append(request.url)

    page.on("request", note)
    return typed, counted


def stop_the_clock(page):
    """The page's time stands until it is told to go on, however busy the machine is."""
    page.clock.install()
    page.clock.pause_at(datetime.datetime.now() + datetime.timedelta(seconds=10))


def test_all_hits_are_counted_once_the_typing_rests(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    stop_the_clock(page)
    typed, counted = searches(page)
    for letter in word:
        page.locator("#search").press_sequentially(letter)
        # Longer than the page waits before it looks, shorter than what it takes for a rest.
        with page.expect_response(lambda response: "/v1/search?" in response.url):
            page.clock.run_for(300)
    assert len(typed) == len(word) and all("typing=true" in url for url in typed), typed
    assert counted == []
    page.clock.resume()
    chips = page.get_by_role("toolbar", name="Only what has")
    tag = chips.get_by_role("button", name=f"{word} first 4")
    expect(tag).to_be_visible()
    assert (len(typed), len(counted)) == (len(word), 1), (typed, counted)
    # A chip narrows what stands in the box by now.
    page.locator("#search").press_sequentially(" key", delay=20)
    tag.click()
    expect(page.locator("#search")).to_have_value(f'{word} key tag:"{word} first"')
    expect(chips.get_by_role("button", name=re.compile("first"))).to_have_attribute("aria-pressed", "true")


def test_a_blank_and_a_letter_taken_back_only_put_the_count_off(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    stop_the_clock(page)
    typed, counted = searches(page)
    box = page.locator("#search")
    box.fill(word)
    page.clock.run_for(300)
    expect(page.locator(".hit").first).to_be_visible()
    for keys in ([" "], ["x", "Backspace"]):
        for key in keys:
            box.press(key)
        page.clock.run_for(300)
    assert counted == []
    page.clock.resume()
    chips = page.get_by_role("toolbar", name="Only what has")
    expect(chips.get_by_role("button", name=f"{word} first 4")).to_be_visible()
    assert (len(typed), len(counted)) == (1, 1), (typed, counted)


def test_a_story_is_found_among_the_answers_and_opens_in_place(visit, searcher, size):
    person, word = searcher
    here = visit(person)
    page = here.page
    page.locator("#search").fill(f"play {word}")
    chips = page.get_by_role("toolbar", name="Only what has")
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


def test_the_answer_stands_above_a_phones_keyboard_while_one_types(visit, searcher, size):
    person, word = searcher
    here = visit(person)
    page = here.page
    phone = size == "390"
    if phone:
        page.set_viewport_size({"width": 360, "height": 640})
    box = page.locator("#search")
    box.click()
    stands = []
    for words in (word[:-1], f"play {word}", "they only want the pri"):
        box.fill(words)
        page.wait_for_url(f"**?q={quote_plus(words)}")
        expect(page.get_by_role("toolbar", name="Only what has").get_by_role("button").first).to_be_visible()
        here.settle()
        # From where to where the first title stands.
        box_of = "title => { const { top, bottom } = title.getBoundingClientRect(); return [top, bottom]; }"
        stands.append(page.locator(".hit h3").first.evaluate(box_of))
    assert all(top <= (250 if phone else 330) and bottom <= (320 if phone else 380) for top, bottom in stands), stands
    assert page.evaluate("scrollY") == 0
    here.looks("search-first-hit")
    # One line each on a phone.
    for name in ("Go on with", "Only what has"):
        row = page.get_by_role("toolbar", name=name)
        assert row.bounding_box()["height"] < (52 if phone else 100)


def test_the_first_hit_is_a_few_tabs_away_and_chips_are_gone_through_by_arrows(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    box = page.locator("#search")
    box.fill(word)
    chips = page.get_by_role("toolbar", name="Only what has").get_by_role("button")
    expect(chips.nth(1)).to_be_visible()
    box.focus()
    for tabs in range(1, 20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.hit h3 button')"):
            break
    assert tabs <= 3
    page.keyboard.press("Shift+Tab")
    expect(chips.first).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(chips.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(chips.last).to_be_focused()
    expect(chips.last).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.hit h3 button')")
    page.keyboard.press("Shift+Tab")
    expect(chips.last).to_be_focused()


def test_who_stands_on_a_chip_stays_there_when_chips_come_anew(visit, searcher):
    person, word = searcher
    here = visit(person)
    page = here.page
    box = page.locator("#search")
    chips = page.get_by_role("toolbar", name="Only what has").get_by_role("button")
    tag = chips.and_(page.get_by_role("button", name=f"{word} first 4"))
    words = page.get_by_role("toolbar", name="Go on with").get_by_role("button")

    def type_on(text):
        """As if the answer to what was typed came late, when the searcher has gone on to a chip."""
        page.evaluate("""text => {
          document.querySelectorAll(".chips button").forEach((chip) => { chip.className += " gone"; });
          const box = document.getElementById("search");
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }""", text)

    box.fill(word)
    tag.focus()
    type_on(f"{word} key")
    expect(page.locator(".facets .gone")).to_have_count(0)
    expect(tag).to_be_focused()
    type_on("")
    expect(chips).to_have_count(0)
    expect(box).to_be_focused()

    box.fill(word[:-1])
    words.last.focus()
    type_on(word[:-2])
    expect(page.locator(".completions .gone")).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('.completions button')")


def test_more_words_than_a_search_takes_are_cut_and_that_is_said(visit, searcher):
    person, word = searcher
    here = visit(person)
    box = here.page.locator("#search")
    box.fill(f"{word} " * 14_000)
    here.shows("Only the first 1,000 characters are looked for.")
    assert len(box.input_value()) == 1000
    expect(here.page.locator(".hit").first).to_be_visible()
    here.looks("search-cut")
    box.fill(word)
    expect(here.page.locator(".search > p", has_text="Only the first")).to_be_hidden()
    expect(here.page.locator(".hit").first).to_be_visible()

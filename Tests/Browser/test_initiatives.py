"""A leader asks for a change and invites people; they answer, and find every date in their plan."""
import datetime

import pytest
from playwright.sync_api import expect

CACHE = {}


class Change:
    """A leader with a manager and five reps of theirs, for a screen size."""

    def __init__(self, organization, size):
        def add(name, **fields):
            return organization.add(f"{name} {size}", f"{name.split()[0].lower()}.{size}@example.org", **fields)

        self.organization = organization
        self.leader = add("Ida Change", roles=["learner", "leader"])
        self.manager = add("Milo Change", roles=["learner", "manager"], manager_id=self.leader.id)
        self.reps = [add(f"{name} Change", manager_id=self.manager.id) for name in ("Uma", "Vito", "Wren", "Xena", "Yuri")]
        self.made = []

    def make(self, title, people=()):
        """An initiative made through the API; answers its id."""
        made = self.organization.post("/v1/initiatives", {
            "title": title, "why": "Deals end in **no decision**.", "courses": [self.organization.course],
            "starts_on": datetime.date.today().isoformat(), "time_zone": "Europe/Berlin", "under_way": True}, self.leader)
        if people:
            reply = self.organization.post(
                f"/v1/initiatives/{made['id']}/people", {"people": [one.id for one in people]}, self.leader)
            assert reply["added"] == len(people), reply
        return made["id"]


@pytest.fixture
def change(organization, size):
    if size not in CACHE:
        CACHE[size] = Change(organization, size)
    return CACHE[size]


def test_a_leader_makes_an_initiative_and_adds_a_team(visit, change, size):
    here = visit(change.leader).choose("Initiatives")
    page = here.page
    page.get_by_role("link", name="New initiative").click()
    here.settle()
    page.get_by_label("What it is called").fill(f"Ask before we pitch {size}")
    page.get_by_label("Why this change").fill("Half of our offers end in **no decision**. We never heard why they should buy.")
    page.get_by_label("Make change stick").check()
    here.looks("initiative-new")
    page.get_by_role("button", name="Make it").click()
    expect(page.get_by_role("heading", name="Add people")).to_be_visible()
    page.get_by_label("Everybody below").select_option(label=f"{change.manager.name} (5)")
    page.get_by_role("button", name="Add the team").click()
    here.shows("5 people added.")
    page.get_by_label("Personnel numbers").fill("4711\n4712, 4711")
    page.get_by_role("button", name="Add these people").click()
    here.shows("0 people added, 3 not added.", "There is no such person").looks("initiative-people")
    page.get_by_role("link", name=f"← Ask before we pitch {size}").click()
    here.shows("5 people", "Not enough answers yet.", "What we stop").looks("initiative-leader")
    page.get_by_role("link", name="Change", exact=True).click()
    expect(page.get_by_label("What it is called")).to_have_value(f"Ask before we pitch {size}")
    here.looks("initiative-edit")


def test_a_day_that_is_over_is_said_beside_its_field(visit, change):
    here = visit(change.leader, at="/initiatives/new")
    page = here.page
    page.get_by_label("What it is called").fill("Too late")
    page.get_by_label("Why this change").fill("Because.")
    page.get_by_label("Make change stick").check()
    page.get_by_label("First day").fill("2020-01-01")
    page.get_by_role("button", name="Make it").click()
    here.shows("2020-01-01 is over in Europe/Berlin")
    expect(page.get_by_label("What it is called")).to_have_value("Too late")
    here.looks("initiative-late")


def test_a_rep_reads_why_first_and_answers_from_the_keyboard(visit, change, size):
    title = f"Listen first {size}"
    change.make(title, [change.reps[0]])
    here = visit(change.reps[0])
    page = here.page
    card = page.locator(".invitation", has_text=title)
    expect(card.get_by_role("heading", name="Why we change")).to_be_visible()
    expect(card.get_by_role("heading", name="What is in it for you")).to_be_visible()
    expect(card.get_by_role("heading", name="What we stop")).to_be_visible()
    here.looks("invitation")
    # No order: both answers can be reached, and the reason is asked for in place.
    card.get_by_role("button", name="Not yet, because …").focus()
    page.keyboard.press("Enter")
    expect(card.get_by_label("What would have to be different?")).to_be_focused()
    page.keyboard.type("My customers buy by tender.")
    here.looks("invitation-not-yet")
    card.get_by_role("button", name="Send my “not yet”").click()
    expect(page.locator(".invitation", has_text=title)).to_have_count(0)
    here.shows("you said “not yet”")
    page.get_by_role("link", name=title).click()
    here.settle().shows("My customers buy by tender.")
    page.get_by_role("button", name="I’m in").click()
    here.shows("You are in.").looks("initiative-learner")
    page.get_by_text("What you answered before").click()
    here.shows("not yet, My customers buy by tender.")
    page.get_by_role("link", name="All dates in my plan").click()
    here.settle().shows("My plan", "Kickoff").looks("my-plan")
    page.locator(".steps a").first.click()
    here.settle()
    expect(page.locator("#step-title")).to_be_visible()


def test_the_sponsor_reads_what_five_said_and_nothing_from_four(visit, change, size):
    title = f"Keep the pledge {size}"
    made = change.make(title, change.reps)
    path = f"/v1/initiatives/{made}/replies"
    for number, rep in enumerate(change.reps[:4]):
        change.organization.post(path, {"answer": "not-yet", "because": f"Reason {number}"}, rep)
    here = visit(change.leader, at=f"/initiatives/{made}")
    here.shows("Not enough answers yet.")
    assert "Reason" not in here.page.content()
    change.organization.post(path, {"answer": "not-yet", "because": "Reason 4"}, change.reps[4])
    here.page.reload()
    here.settle().shows("0 people are in, 5 say “not yet”.")
    here.page.get_by_text("Why not yet, from 5 people").click()
    here.shows("Reason 3").looks("initiative-told")
    boss = visit(change.manager, at=f"/initiatives/{made}")
    assert "Reason" not in boss.page.content() and "say “not yet”" not in boss.page.content()


def test_a_leader_begins_with_the_four_conditions(visit, change, size):
    title = f"Four conditions {size}"
    made = change.make(title, change.reps)
    here = visit(change.leader)
    page = here.page
    board = page.get_by_role("region", name=f"Four conditions: {title}")
    for name in ("Leaders", "Managers", "Activities", "A place to find answers"):
        expect(board.get_by_role("heading", name=name)).to_be_visible()
    expect(board.get_by_text("has told no story yet.")).to_be_visible()
    here.looks("home-leader")
    board.get_by_role("link", name="Tell a story").click()
    here.settle()
    page.get_by_label("What happened").fill("I asked **why** first, and was silent for ten seconds.")
    here.looks("story-new")
    page.get_by_role("button", name="Tell it").click()
    here.shows("I asked why first").looks("initiative-board")
    expect(page.get_by_text(f"{change.leader.name} told 1 story.")).to_be_visible()
    # Managers are offered it for what their people are in; learners read the stories.
    visit(change.manager, at=f"/initiatives/{made}").shows("Four conditions", "I asked why first")
    rep = visit(change.reps[4], at=f"/initiatives/{made}")
    rep.shows("I asked why first")
    expect(rep.page.get_by_text("Four conditions", exact=True)).to_have_count(0)


def test_a_story_is_read_by_nobody_before_a_yes(visit, change, size):
    made = change.make(f"Stories {size}", change.reps)
    author, about, other = change.reps[:3]
    here = visit(author, at=f"/initiatives/{made}/story")
    page = here.page
    page.get_by_label("About whom").select_option("other")
    page.get_by_label("Somebody else").fill(about.email)
    page.get_by_label("What happened").fill("She got hit, looked the answer up, and called back.")
    page.get_by_label("Belongs to").select_option(label="Break with the old way")
    page.get_by_role("button", name="Tell it").click()
    here.shows("Waits for a yes").looks("story-waiting")
    reader = visit(other, at=f"/initiatives/{made}")
    assert "looked the answer up" not in reader.page.content()
    asked = visit(about).choose("Inbox")
    asked.shows("tells a story about you", "Nobody reads it unless you say yes.")
    asked.page.get_by_role("link", name="Open").first.click()
    asked.settle().looks("story-asked")
    asked.page.get_by_role("button", name="Yes, tell it").click()
    expect(asked.page.get_by_text("Waits for a yes")).to_have_count(0)
    reader.page.reload()
    reader.settle().shows("looked the answer up", "Break with the old way")
    # Whoever it is about takes it back at any time.
    asked.page.get_by_role("button", name="Take it back").click()
    asked.settle()
    reader.page.reload()
    reader.settle()
    assert "looked the answer up" not in reader.page.content()

"""The first ten minutes: each role comes in by its link and does the thing that it came for, in counted steps."""
import re
import zipfile

from playwright.sync_api import expect

COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<curriculum xmlns="urn:cornerman:curriculum:1" id="bought-{size}" version="1" xml:lang="en">
  <title>Bought course {size}</title>
  <module id="begin" kind="training">
    <title>Start</title>
    <lesson id="one"><title>One page</title><text>Read **this**.</text></lesson>
    <file id="two" href="missing.pdf"><title>The sheet</title></file>
  </module>
</curriculum>
"""


def test_a_rep_finds_the_answer_asks_a_person_and_does_a_step(tour):
    rep = tour("Rep")
    page = rep.page
    rep.visit.shows("You look around as").looks("tour-rep-in")
    page.locator("#search").fill("they say we are too expensiv")
    rep.tap(page.locator(".hit").first.get_by_role("button").first).within(1)
    rep.visit.shows("Compared with what?").looks("tour-rep-answer")
    rep.tap(page.get_by_role("button", name="This helped")).within(2)

    rep.taps = 0
    page.locator("#search").fill("zeppelin leasing with quokkas")
    expect(page.get_by_label("Your question")).to_have_value("zeppelin leasing with quokkas")
    rep.tap(page.get_by_role("button", name="Ask", exact=True)).within(1)
    rep.visit.shows("Asked.").looks("tour-rep-asked")

    rep.taps = 0
    page.locator("#search").fill("")
    page.locator("#search").press("Escape")
    rep.tap(page.locator(".steps a").first).within(1)
    rep.visit.looks("tour-rep-step")


def test_a_trainer_sees_what_arrives_and_what_did_not_and_answers_a_rep(tour, size, tmp_path):
    trainer = tour("Trainer")
    page = trainer.page
    trainer.visit.shows("Drop a course here").looks("tour-trainer-in")
    package = tmp_path / "bought.zip"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("curriculum.xml", COURSE.format(size=size))
    page.get_by_label("Drop a package here, or choose a file").set_input_files(package)
    trainer.taps += 1
    expect(page.get_by_text("New version", exact=True)).to_be_visible()
    expect(page.locator("tbody tr", has_text="missing.pdf").first).to_contain_text(re.compile(r"line \d+, column \d+"))
    trainer.visit.shows("Advice").looks("tour-trainer-arrived")
    trainer.tap(page.get_by_role("link", name="See the course")).within(2)
    trainer.visit.shows("One page").looks("tour-trainer-course")

    trainer.taps = 0
    trainer.choose("Open questions")
    trainer.tap(page.locator("main li a").first)
    page.get_by_label("Answer", exact=True).fill("Ask what it would cost them **not** to do it.")
    trainer.tap(page.get_by_role("button", name="Answer", exact=True)).within(4)
    trainer.visit.shows("Answered. The asker has it in their inbox.").looks("tour-trainer-answered")


def test_a_manager_reads_who_is_held_up_and_opens_that_step(tour):
    manager = tour("Manager")
    page = manager.page
    card = page.locator("section", has=page.get_by_role("heading", name="Who needs you first"))
    expect(card).to_contain_text(re.compile(r"has been held up for \d+ days? by"))
    manager.visit.looks("tour-manager-in")
    manager.tap(card.get_by_role("link").first).within(1)
    expect(page.locator("#step-title")).to_be_visible()
    manager.visit.looks("tour-manager-step")


def test_a_leader_sees_what_is_missing_and_tells_a_story(tour, size):
    leader = tour("Leader")
    page = leader.page
    board = page.get_by_role("region", name=re.compile("Four conditions"))
    for condition in ("Leaders", "Managers", "Activities", "A place to find answers"):
        expect(board.get_by_role("heading", name=condition)).to_be_visible()
    leader.visit.shows("what is missing").looks("tour-leader-in")
    leader.tap(board.get_by_role("heading").first.get_by_role("link")).within(1)
    leader.tap(page.get_by_role("link", name="Tell a story").last).within(2)
    page.get_by_label("What happened").fill(f"I asked {size} for the reason first, and was told one.")
    leader.tap(page.get_by_role("button", name="Tell it")).within(3)
    leader.visit.shows(f"I asked {size} for the reason first").looks("tour-leader-story")


def test_an_admin_takes_in_a_roster_and_hands_out_a_link(tour, size, tmp_path):
    admin = tour("Admin")
    page = admin.page
    admin.visit.shows("a roster brings more at once").looks("tour-admin-in")
    roster = tmp_path / "people.csv"
    roster.write_text(
        "external_id,name,email,manager_external_id,roles,time_zone,locale,status\n"
        f"90{size},Nell Newcomer {size},nell{size}@example.com,1020,learner,Europe/Berlin,en,active\n")
    admin.tap(page.get_by_role("link", name=re.compile("roster", re.IGNORECASE)))
    page.locator("input[type=file]").set_input_files(roster)
    admin.taps += 1
    expect(page.get_by_text(f"Nell Newcomer {size}").first).to_be_visible()
    admin.visit.looks("tour-admin-roster")
    admin.tap(page.get_by_role("button", name=re.compile("Take"))).within(3)
    expect(page.get_by_text(re.compile(r"#/invitation/cmi_")).first).to_be_visible()
    admin.visit.looks("tour-admin-links")


def test_a_link_that_was_used_says_what_to_do(tour):
    first = tour("Rep")
    first.visit.shows("You look around as")
    first.page.goto(first.link)
    first.page.reload()
    first.visit.shows("This link is over", "prints new ones").looks("tour-link-over")

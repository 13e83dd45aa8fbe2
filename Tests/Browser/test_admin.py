"""An admin adds a person, who comes in by a link."""
import re

from playwright.sync_api import expect

from server import PASSWORD


def test_a_person_is_added_and_comes_in_by_a_link(visit, organization, size):
    here = visit(organization.admin).choose("People")
    here.looks("people")
    here.page.get_by_role("link", name="Add a person").click()
    page = here.page
    page.get_by_label("Name").fill(f"Nina New {size}")
    page.get_by_label("E-mail").fill("not an address")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("E-mail").fill(organization.admin.email)
    page.get_by_role("button", name="Add", exact=True).click()
    here.shows("Somebody else has this e-mail.")
    expect(page.get_by_label("Name")).to_have_value(f"Nina New {size}")
    here.looks("person-new")
    page.get_by_label("E-mail").fill(f"nina{size}@example.com")
    page.get_by_role("button", name="Add", exact=True).click()
    here.shows("is added")
    page.get_by_role("button", name="Make an invitation link").click()
    link = page.get_by_label("The link").input_value()
    here.looks("person")

    guest = visit(at="/sign-in")
    guest.page.goto(link)
    guest.page.get_by_label("Password").fill(PASSWORD)
    guest.looks("invitation")
    guest.page.get_by_role("button", name="Save and sign in").click()
    guest.shows("Nothing is waiting for you").looks("home-empty")
    assert "invitation" not in guest.page.url

    again = visit(at="/sign-in")
    again.page.goto(link)
    again.page.get_by_label("Password").fill(PASSWORD)
    again.page.get_by_role("button", name="Save and sign in").click()
    expect(again.page.get_by_role("alert")).to_be_visible()

    page.get_by_text("They leave", exact=True).click()
    page.get_by_role("button", name="Save that they leave").click()
    here.shows("has left.")
    guest.page.reload()
    expect(guest.page.get_by_role("heading", name=re.compile("Your session has ended|Sign in"))).to_be_visible()


def test_an_admin_names_who_answers_for_a_course(visit, organization):
    here = visit(organization.admin, at=f"/courses/{organization.course}")
    here.page.get_by_text("Who answers for this course").click()
    here.page.get_by_label("Owner").select_option(label=organization.trainer.name)
    here.looks("course-as-admin")
    here.page.get_by_role("button", name="Save").click()
    here.shows("Saved.")
    assert organization.get(f"/v1/courses/{organization.course}")["owner_id"] == organization.trainer.id
    # The course is as it was for the tours to come.
    here.page.get_by_text("Who answers for this course").click()
    here.page.get_by_label("Owner").select_option(label="Nobody")
    here.page.get_by_role("button", name="Save").click()
    here.settle()
    assert organization.get(f"/v1/courses/{organization.course}")["owner_id"] is None


def test_a_leader_reads_numbers_and_no_names(visit, organization, size):
    _, reps = organization.team(size)
    here = visit(organization.leader).choose("Completion")
    assert here.page.get_by_label("Show", exact=True).locator("option").all_inner_texts() == ["Courses", "Modules"]
    here.looks("completion-as-leader")
    here.page.get_by_label("Show", exact=True).select_option("module")
    here.settle()
    assert not [rep.name for rep in reps if rep.name in here.page.content()]


def test_empty_places_say_what_to_do_next(visit, organization):
    here = visit(organization.admin)
    here.go("/witnessing").shows("Nobody waits for you").looks("waiting-empty")
    here.go("/team").shows("Completion").looks("team-admin")

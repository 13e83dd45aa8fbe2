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
    # The page for signing in has a field of this name, too.
    expect(guest.page.get_by_role("heading", name="Choose a password")).to_be_visible()
    guest.page.get_by_label("Password").fill(PASSWORD)
    guest.looks("invitation")
    guest.page.get_by_role("button", name="Save and sign in").click()
    guest.shows("No steps of your own yet").looks("home-empty")
    assert "invitation" not in guest.page.url

    again = visit(at="/sign-in")
    again.page.goto(link)
    expect(again.page.get_by_role("heading", name="Choose a password")).to_be_visible()
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


def test_a_roster_is_looked_at_before_it_is_taken_in(visit, organization, size, tmp_path):
    here = visit(organization.admin).choose("People")
    here.page.get_by_role("link", name="Bring a roster").click()
    here.shows("Roster", "manager_external_id").looks("roster")
    page = here.page
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "external_id;name;email;roles\n"
        f"r{size};=Rosa {size};rosa{size}@example.com;learner\n"
        f"s{size};Sam {size};not an address;learner\n", encoding="utf-8-sig")
    page.get_by_label("Drop a roster here").set_input_files(roster)
    here.shows("1 person new, 1 refused.", "An address like name@example.com").looks("roster-preview")
    page.get_by_role("button", name="Take in 1 change").click()
    here.shows("Some rows were refused", "Links for the new people").looks("roster-taken")
    link = page.locator("code.link").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the links").click()
    assert link in saved.value.path().read_text() and f"'=Rosa {size}" in saved.value.path().read_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save everybody as a roster").click()
    assert f"r{size},'=Rosa {size},rosa{size}@example.com" in saved.value.path().read_text()

    here.go("/people").go("/people/roster").shows("Who never chose a password").looks("roster-links")
    page.get_by_role("button", name=re.compile("^Make [0-9]+ links?$")).click()
    here.shows("Links for those who never chose a password")
    row = page.get_by_role("row").filter(has_text=f"Rosa {size}")
    assert row.locator("code.link").inner_text() != link
    link = row.locator("code.link").inner_text()

    guest = visit(at="/sign-in")
    guest.page.goto(link)
    # The page for signing in has a field of this name, too.
    expect(guest.page.get_by_role("heading", name="Choose a password")).to_be_visible()
    guest.page.get_by_label("Password").fill(PASSWORD)
    guest.page.get_by_role("button", name="Save and sign in").click()
    guest.shows("No steps of your own yet")
    roster.write_text(f"external_id,status\nr{size},left\n")
    page.get_by_label("Drop a roster here").set_input_files(roster)
    here.shows("1 leaving.")
    page.get_by_role("button", name="Take in 1 change").click()
    here.shows("The roster is taken in")


def test_an_admin_reads_who_changed_what_and_every_limit(visit, organization, size):
    person = organization.add(f"Wanda Watched {size}", f"wanda{size}@example.com")
    here = visit(organization.admin).choose("Who changed what")
    here.shows("Wanda Watched").looks("audit")
    here.page.get_by_label("What", exact=True).select_option("person-added")
    here.page.get_by_label("Of what").fill(person.id)
    here.page.get_by_label("Of what").press("Enter")
    here.page.wait_for_url("**verb=person-added*")
    here.settle()
    here.shows(f"email: wanda{size}@example.com").looks("audit-filtered")
    expect(here.page.locator("li.card")).to_have_count(1)
    here.choose("Limits").shows("A package that is uploaded", "1 GB", "1 day").looks("limits")
    # Whom it concerns has it in their own record.
    record = organization.get("/v1/audit?limit=100", person)
    assert {row["verb"] for row in record["data"]} >= {"person-added", "link-made", "link-used"}

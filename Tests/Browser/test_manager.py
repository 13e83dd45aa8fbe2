"""A manager: what waits, what was confirmed, who is under way; names of people, never of searchers."""
import datetime
import re
import uuid

from playwright.sync_api import expect


def record(organization, rep, enrollment, activity, verb, data=None, occurrence=1):
    """Records a fact, as the page would."""
    reply = organization.post("/v1/events", {"events": [{
        "id": str(uuid.uuid4()), "enrollment_id": enrollment, "activity": activity, "occurrence": occurrence, "verb": verb,
        **({"data": data} if data else {}), "occurred_at": datetime.datetime.now(datetime.timezone.utc).isoformat()}]}, rep)
    assert reply["results"][0]["result"] == "recorded", reply


def test_a_practice_is_handed_in_returned_with_words_and_confirmed(visit, organization, size):
    manager, (_, rep, _) = organization.team(size)
    learner = visit(rep, at=f"/steps/{rep.enrollment}/say-it/1")
    learner.page.get_by_role("button", name="Tried it, went wrong").click()
    learner.shows("Answers for this step")
    learner.page.get_by_label("What happened").fill("I said my sentence.\nMy manager laughed.")
    learner.looks("practice")
    learner.page.get_by_role("button", name="Hand in").click()
    learner.shows("Handed in. You will hear when it is confirmed.", "What is still open").looks("practice-waiting")

    boss = visit(manager)
    boss.shows("Somebody waits for you").choose("Waiting for me")
    card = boss.page.locator(".card", has_text=f"{rep.name}: Say it to your manager")
    expect(card).to_contain_text("My manager laughed.")
    boss.looks("waiting-for-me")
    card.get_by_text("Return it with words").click()
    card.get_by_role("textbox").fill("Say it without the laugh.")
    card.get_by_role("button", name="Return it", exact=True).click()
    boss.shows("Returned with your words.")

    learner.page.reload()
    learner.shows("One more try", "Say it without the laugh.")
    learner.page.get_by_label("What happened").fill("Now without.")
    learner.page.get_by_role("button", name="Hand in").click()
    learner.shows("Handed in. You will hear when it is confirmed.")

    boss.go("/witnessing")
    boss.page.get_by_role("button", name=f"Confirm: {rep.name}").first.click()
    boss.shows("Confirmed.")
    learner.choose("Inbox").shows(f"{manager.name} confirmed").looks("inbox-confirmed")
    learner.page.get_by_role("link", name="Open").first.click()
    expect(learner.page.locator(".step-head").get_by_text("Done", exact=True)).to_be_visible()


def test_a_coaching_is_recorded_by_the_coach_and_read_by_the_learner(visit, organization, size):
    manager, (rep, _, _) = organization.team(size)
    boss = visit(manager, at=f"/steps/{rep.enrollment}/one-on-one/1")
    boss.page.get_by_label("What you looked at together").fill("The call with the hospital.")
    boss.page.get_by_label("What is promised until next time").fill("One question before the price.")
    boss.looks("coach")
    boss.page.get_by_role("button", name="It was held").click()
    boss.shows("Coaching recorded.")
    learner = visit(rep, at=f"/steps/{rep.enrollment}/one-on-one/1")
    learner.shows("One question before the price.").looks("coaching-held")


def test_completion_of_the_team_by_person_and_course(visit, organization, size):
    manager, reps = organization.team(size)
    boss = visit(manager).choose("Completion")
    boss.shows(*[rep.name for rep in reps]).looks("team")
    shown = [name for name in boss.page.locator("tbody th").all_inner_texts() if name]
    assert shown == sorted(shown)
    other = "1280" if size == "390" else "390"
    assert f"Renata {other}" not in boss.page.content()
    with boss.page.expect_download() as download:
        boss.page.get_by_role("button", name="Save as a table (CSV)").click()
    lines = open(download.value.path(), encoding="utf-8").read()
    assert reps[0].name in lines
    boss.page.get_by_label("Show", exact=True).select_option("module")
    boss.shows("Break with the old way").looks("team-modules")
    boss.go("/team").page.get_by_role("link", name=reps[2].name).click()
    boss.page.get_by_role("link", name="Make change stick").click()
    boss.shows("Break with the old way").looks("team-person")


def test_one_sentence_says_who_needs_them_first(visit, organization, size):
    manager, _ = organization.team(size)
    [first, *_] = organization.get("/v1/reports/held-up", manager)["rows"]
    boss = visit(manager).choose("Completion")
    boss.shows("Who needs you first")
    sentence = boss.page.get_by_text(f"{first['person_name']} has been held up for").first
    expect(sentence).to_contain_text(first["title"])
    boss.looks("team-held-up")
    # One tap opens the step.
    sentence.get_by_role("link").click()
    expect(boss.page.locator("#step-title")).to_have_text(first["title"])


def test_attendance_by_code_and_by_list(visit, organization, size):
    manager, (_, _, rep) = organization.team(size)
    boss = visit(manager, at=f"/courses/{organization.course}/attendance/webinar/1")
    boss.shows(organization.code("webinar"))
    boss.page.get_by_label(rep.name).check()
    boss.looks("attendance")
    boss.page.get_by_role("button", name="Record who was there").click()
    boss.shows("1 person recorded.")
    learner = visit(rep, at=f"/steps/{rep.enrollment}/webinar/1")
    expect(learner.page.locator(".step-head").get_by_text("Done", exact=True)).to_be_visible()


def test_a_step_is_waived_with_a_reason_that_the_learner_reads(visit, organization, size):
    manager, (_, _, rep) = organization.team(size)
    boss = visit(manager, at=f"/steps/{rep.enrollment}/safe-tries/1")
    boss.page.get_by_text("Take this off the plan").click()
    boss.page.get_by_label("Why it is not asked of this person").fill("Did it in the pilot.")
    boss.page.get_by_role("button", name="Waive this step").click()
    boss.shows("Waived.")
    learner = visit(rep, at=f"/steps/{rep.enrollment}/safe-tries/1")
    learner.page.get_by_text(re.compile("Everything recorded here")).click()
    learner.shows("Did it in the pilot.")


def test_enrolling_says_for_each_what_happened(visit, organization, size):
    manager, reps = organization.team(size)
    newcomer = organization.add(f"Nadia {size}", f"nadia{size}@example.com", manager_id=manager.id)
    boss = visit(manager).choose("Enroll people")
    boss.page.get_by_label(reps[0].name).check()
    boss.page.get_by_label(newcomer.name).check()
    expect(boss.page.get_by_label(manager.name, exact=True)).to_have_count(0)
    boss.looks("enroll")
    boss.page.get_by_role("button", name="Enroll", exact=True).click()
    boss.settle()
    boss.shows("1 person is enrolled.")
    expect(boss.page.locator(".notice li")).to_contain_text(reps[0].name)
    boss.looks("enrolled")


def test_what_people_say_is_shown_in_groups_alone(visit, organization, size):
    manager, _ = organization.team(size)
    boss = visit(manager).choose("What people say")
    boss.shows("No pulse with five answers yet", "Nothing is shown below five people").looks("team-feedback")
    boss.shows("Not enough voices yet")
    assert "The story is mine." not in boss.page.content()


def test_a_pulse_is_shown_with_numbers_from_five_people_on(visit, organization, tmp_path, size):
    # A course of its own: answers are told in groups of five, and those of other teams would group with these.
    (tmp_path / "curriculum.xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
        <curriculum xmlns="urn:cornerman:curriculum:1" id="asked-{size}" version="1" xml:lang="en">
          <title>Asked at {size}</title>
          <module id="m" kind="development"><title>M</title>
            <feedback id="pulse" every="P14D" times="2"><title>Two-week pulse</title>
              <scale id="clear" from="1" to="5">I know what I will do differently.</scale>
              <scale id="help" from="0" to="10">Help comes in time.</scale>
              <words id="way">What got in your way?</words>
              <words id="wish">What do you wish for?</words>
            </feedback>
          </module>
        </curriculum>""")
    course = organization.import_folder(tmp_path)
    manager = organization.add(f"Paul Pulse {size}", f"paul{size}@example.com", roles=["learner", "manager"])
    reps = [organization.add(f"Pat {n} {size}", f"pat{n}.{size}@example.com", manager_id=manager.id) for n in range(5)]
    boss = visit(manager)
    for number, rep in enumerate(reps):
        enrollment = organization.enroll(rep, course)
        if number == 4:
            boss.choose("What people say").shows("No pulse with five answers yet")
        for occurrence, clear in ((1, 1 + number), (2, 4)):
            record(organization, rep, enrollment, "pulse", "answered", {
                "scores": {"clear": clear, "help": 7},
                "words": {"way": f"Reason {number}.", **({"wish": f"Wish {number}."} if number < 4 else {})}}, occurrence)
    boss.page.reload()
    boss.shows("Two-week pulse", "Date 1", "Date 2")
    lines = boss.page.locator("li", has_text="I know what I will do differently.")
    expect(lines.first).to_contain_text("4.0 on a scale from 1 to 5")
    expect(lines.first).to_contain_text("3.0 on date 1")
    expect(lines.last).to_contain_text("3.0 on a scale from 1 to 5")
    expect(lines.last).to_contain_text("from 5 people")
    expect(boss.page.locator("li", has_text="Help comes in time.").first).to_contain_text("7.0 on a scale from 0 to 10")
    boss.page.get_by_text("What got in your way? (5 people)").first.click()
    boss.shows("Reason 1.")
    # Four said what they wish for: that stays hidden, as do their names.
    assert "Wish 1." not in boss.page.content() and reps[0].name not in boss.page.content()
    boss.looks("team-pulse")


def test_a_notice_about_a_step_leads_there_whatever_its_key_holds(visit, organization, tmp_path, size):
    (tmp_path / "curriculum.xml").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
        <curriculum xmlns="urn:cornerman:curriculum:1" id="odd-keys-{size}" version="1" xml:lang="en">
          <title>Odd keys {size}</title>
          <module id="m" kind="development"><title>M</title>
            <practice id="Gespräch:1.é" witness="manager"><title>Hear it</title><task>Listen.</task></practice>
          </module>
        </curriculum>""", encoding="utf-8")
    manager, (rep, _, _) = organization.team(size)
    enrollment = organization.enroll(rep, organization.import_folder(tmp_path))
    record(organization, rep, enrollment, "Gespräch:1.é", "submitted", {"text": "I listened."})
    boss = visit(manager, at="/witnessing")
    boss.page.get_by_role("link", name=f"{rep.name}: Hear it").click()
    boss.shows("I listened.")
    boss.go("/witnessing")
    boss.page.locator(".card", has_text=f"{rep.name}: Hear it").get_by_role("button", name="Confirm").click()
    boss.shows("Confirmed.")
    learner = visit(rep, at="/inbox")
    learner.page.get_by_role("listitem").filter(has_text="Hear it").get_by_role("link", name="Open").click()
    expect(learner.page.locator(".step-head")).to_contain_text("Hear it")
    # Keys of other packages may hold more than a curriculum's.
    led = learner.page.evaluate("""async (keys) => {
      const { subjectAddress } = await import("/app/subjects.js");
      const { find } = await import("/app/routes.js");
      return keys.map((key) => {
        location.hash = subjectAddress(`enr_1/${encodeURIComponent(key)}/2`);
        return find(location.hash.slice(1)).params;
      });
    }""", keys := ["vendor/ITEM 1", "100%/2", "a?b#c", "é/ü"])
    assert [params["activity"] for params in led] == keys
    assert {params["occurrence"] for params in led} == {"2"}
    learner.go("/inbox")

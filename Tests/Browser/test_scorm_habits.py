"""What authoring tools do beside the standard, and what comes of it: where they look for the run-time, what
they write that there is no room for."""
import json

import pytest
from playwright.sync_api import expect

from played import PAGE, comes, last, opened, played, spent, verbs  # noqa: F401


@pytest.mark.parametrize("version, name", [("1.2", "API"), ("2004 3rd Edition", "API_1484_11")])
def test_it_is_found_from_deep_inside_and_from_a_window_of_its_own(played, version, name):
    begin = "LMSInitialize" if name == "API" else "Initialize"
    here, events, frame, _ = played({
        "start.html": "<!doctype html><title>A</title><iframe src='b.html' title='b'></iframe>"
                      "<button onclick=\"window.open('popup.html', 'own')\">Begin</button>",
        "b.html": "<!doctype html><title>B</title><iframe src='c.html' title='c'></iframe>",
        "c.html": f"say(find('{name}') === null ? 'nothing' : 'found')",
        "popup.html": f"say(find('{name}') && find('{name}').{begin}(''))",
    }, version)
    expect(frame.frame_locator("iframe").frame_locator("iframe").locator("#told")).to_have_text("found")
    with here.page.context.expect_page() as popup:
        frame.get_by_role("button", name="Begin").click()
    expect(popup.value.locator("#told")).to_have_text("true")
    popup.value.close()


@pytest.mark.parametrize("ends", [True, False])
def test_a_window_of_its_own_is_begun_as_often_as_it_is_opened(played, ends):
    here, events, frame, _ = played({
        "start.html": "<!doctype html><title>A</title><iframe src='inner.html' title='inner'></iframe>",
        "inner.html": "<!doctype html><title>B</title><button onclick=\"window.open('story.html', '_blank')\">Launch</button>",
        "story.html": """
            const api = find('API');
            say(api.LMSInitialize('') + api.LMSGetValue('cmi.core.lesson_location'));
            const work = (place) => {
              api.LMSSetValue('cmi.core.lesson_location', place);
              api.LMSSetValue('cmi.core.session_time', '00:00:10');
              api.LMSCommit('');
            };
            addEventListener('unload', () => { if (%s) { api.LMSFinish(''); api.LMSInitialize(''); } });
            """ % str(ends).lower()})
    before = ""
    for place in ["p1", "p2", "p3"]:
        with here.context.expect_page() as popup:
            frame.frame_locator("iframe").get_by_role("button", name="Launch").click()
        expect(popup.value.locator("#told")).to_have_text(f"true{before}")
        popup.value.evaluate(f"work('{place}')")
        popup.value.close(run_before_unload=ends)
        comes(here, lambda: any(one["data"].get("location") == place for one in events()))
        here.page.wait_for_timeout(1500)
        before = place
    comes(here, lambda: spent(events) == 30)
    expect(here.page.frame_locator("iframe.played").get_by_text("was begun once more")).to_be_hidden()


def test_whoever_goes_on_in_what_is_over_is_told_and_can_open_it_again(played):
    here, events, frame, _ = played({"start.html": """
        const api = find('API');
        const work = () => { say(api.LMSInitialize('') + api.LMSSetValue('cmi.core.lesson_location', 'here')); };
        work();
        const end = () => { api.LMSSetValue('cmi.core.exit', 'suspend'); api.LMSFinish(''); };"""})
    expect(frame.locator("#told")).to_have_text("truetrue")
    content = next(one for one in here.page.frames if "start.html" in one.url)
    content.evaluate("end()")
    comes(here, lambda: verbs(events) == {"suspended", "completed"})
    player = here.page.frame_locator("iframe.played")
    here.page.wait_for_timeout(1100)
    expect(player.get_by_text("was begun once more")).to_be_hidden()
    content.evaluate("work()")
    expect(frame.locator("#told")).to_have_text("falsefalse")
    expect(player.get_by_text("was begun once more")).to_be_visible()
    here.looks("scorm-over")
    player.get_by_role("button", name="Open it again").click()
    expect(frame.locator("#told")).to_have_text("truetrue")
    expect(player.get_by_text("was begun once more")).to_be_hidden()


def test_looking_for_another_standard_ends_without_an_accident(played):
    here, _, frame, _ = played({"start.html": "say(find('API_1484_11') === null ? 'none' : 'one')"})
    expect(frame.locator("#told")).to_have_text("none")


def test_pages_that_each_begin_and_end_are_one_course(played):
    page = """
        const api = find('API'), began = api.LMSInitialize('');
        api.LMSSetValue('cmi.core.lesson_status', '%s');
        api.LMSSetValue('cmi.core.session_time', '0000:00:10.00');
        api.LMSFinish('');
        say(`${began} ${api.LMSInitialize('')}`);"""
    here, events, frame, _ = played({
        "start.html": PAGE % (page % "incomplete") + "<a href='next.html'>Next</a>", "next.html": page % "completed"})
    # The same page begins once, the next one again.
    expect(frame.locator("#told")).to_have_text("true false")
    frame.get_by_role("link", name="Next").click()
    expect(frame.locator("#told")).to_have_text("true false")
    comes(here, lambda: "completed" in verbs(events))
    assert spent(events) == 20


@pytest.mark.parametrize("version, length", [("1.2", 4096), ("2004 4th Edition", 64000)])
def test_a_place_that_is_too_long_is_told_and_the_one_before_stays(played, version, length):
    put, begin, commit = (
        ("LMSSetValue", "LMSInitialize", "LMSCommit") if version == "1.2" else ("SetValue", "Initialize", "Commit"))
    here, events, frame, enrollment = played({"start.html": """
        const api = find('API') || find('API_1484_11');
        api.%s('');
        const put = (length) => { say(api.%s('cmi.suspend_data', 'é'.repeat(length))); api.%s(''); };
        put(%d);""" % (begin, put, commit, length) }, version)
    expect(frame.locator("#told")).to_have_text("true")
    player = here.page.frame_locator("iframe.played")
    content = next(one for one in here.page.frames if "start.html" in one.url)
    content.evaluate(f"put({length + 1})")
    expect(frame.locator("#told")).to_have_text("false")
    expect(player.get_by_text("This content cannot keep where you are")).to_be_visible()
    here.looks(f"scorm-too-long-{version[:4]}")
    content.evaluate("put(1000000)")
    expect(player.get_by_text("1,000,000")).to_be_visible()
    comes(here, lambda: json.loads(last(events)["state"])["values"]["cmi.suspend_data"] == "é" * length)
    content.evaluate("put(3)")
    expect(player.get_by_text("This content cannot keep where you are")).to_be_hidden()


def test_a_commit_after_every_word_is_a_few_events(played):
    here, events, frame, _ = played({"start.html": """
        const api = find('API');
        api.LMSInitialize('');
        for (let n = 0; n < 200; n += 1) {
          api.LMSSetValue(`cmi.interactions.${n}.id`, `q${n}`); api.LMSCommit('');
          api.LMSSetValue(`cmi.interactions.${n}.result`, 'correct'); api.LMSCommit('');
        }
        api.LMSSetValue('cmi.core.lesson_status', 'completed'); api.LMSFinish('');
        say(api.LMSGetLastError());"""})
    expect(frame.locator("#told")).to_have_text("0")
    comes(here, lambda: "completed" in verbs(events))
    rows = [row for one in events() for row in json.loads(one["data"].get("interactions", "[]"))]
    assert sorted(row["n"] for row in rows) == list(range(200)) and all(row["result"] == "correct" for row in rows)
    assert len(events()) < 20


def test_a_score_of_another_scale_does_not_take_a_pass_away(played):
    here, events, frame, _ = played({"start.html": """
        const api = find('API');
        api.LMSInitialize('');
        api.LMSSetValue('cmi.core.score.min', '50');
        api.LMSSetValue('cmi.core.score.raw', '85');
        api.LMSSetValue('cmi.core.lesson_status', 'completed');
        api.LMSFinish('');"""}, rules="<adlcp:masteryscore>80</adlcp:masteryscore>")
    comes(here, lambda: {"passed", "completed"} <= verbs(events))


def test_a_question_that_does_not_fit_the_standard_is_in_the_report(played):
    here, events, frame, _ = played({"start.html": """
        const api = find('API');
        const put = (field, value) => api.LMSSetValue(`cmi.interactions.0.${field}`, value) + api.LMSGetLastError();
        api.LMSInitialize('');
        say([put('id', 'Interaction 11084 Slide 3'), put('type', 'choice'), put('result', 'incorrect'), put('time', '3:05:07 PM')]);
        api.LMSFinish('');"""})
    expect(frame.locator("#told")).to_have_text("false405,true0,false405,false405")
    comes(here, lambda: "completed" in verbs(events))
    rows = [row for one in events() for row in json.loads(one["data"].get("interactions", "[]"))]
    assert rows == [{"n": 0, "id": "Interaction 11084 Slide 3", "type": "choice", "result": "wrong", "time": "15:05:07.00"}]


def test_names_in_another_case_are_found(played):
    here, _, frame, _ = played({
        "start.html": "<!doctype html><title>A</title><p id='told'>…</p><script src='Scripts/API.js'></script>",
        "scripts/api.JS": "document.getElementById('told').textContent = 'here';"})
    expect(frame.locator("#told")).to_have_text("here")


@pytest.mark.parametrize("version", ["1.2", "2004 4th Edition"])
@pytest.mark.parametrize("leaves", [True, False])
def test_every_question_that_was_answered_is_on_record(played, version, leaves):
    begin, put, save, name, said = (
        ("LMSInitialize", "LMSSetValue", "LMSCommit", "API", "student_response") if version == "1.2"
        else ("Initialize", "SetValue", "Commit", "API_1484_11", "learner_response"))
    here, events, frame, _ = played({"start.html": f"""
        const api = find('{name}');
        api.{begin}('');
        for (const n of [0, 1, 2]) {{
          api.{put}(`cmi.interactions.${{n}}.id`, `q${{n}}`);
          api.{put}(`cmi.interactions.${{n}}.type`, 'fill-in');
          api.{put}(`cmi.interactions.${{n}}.{said}`, `word ${{n}}`);
        }}
        api.{save}('');
        say('here');"""}, version)
    expect(frame.locator("#told")).to_have_text("here")
    if leaves:
        here.go("/")

    def answered():
        return {row["id"]: row.get(said) for event in events() if "interactions" in event["data"]
                for row in json.loads(event["data"]["interactions"])}

    comes(here, lambda: answered() == {f"q{n}": f"word {n}" for n in range(3)})

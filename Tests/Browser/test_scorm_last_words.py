"""What content says while it goes, and what nobody can record of it: nothing else is lost with it, and nothing counts twice."""
import json

import pytest
from playwright.sync_api import expect

from played import comes, last, left, opened, played, spent, verbs  # noqa: F401


@pytest.mark.parametrize("at", ["beforeunload", "unload", "pagehide"])
def test_the_last_word_counts_whenever_it_is_said(played, at):
    here, events, frame, _ = played({"start.html": """
        const api = find('API');
        api.LMSInitialize('');
        let isOver = false;
        addEventListener('%s', () => {
          if (isOver) return;
          isOver = true;
          api.LMSSetValue('cmi.core.lesson_location', 'at the end');
          api.LMSSetValue('cmi.core.lesson_status', 'passed');
          api.LMSSetValue('cmi.core.score.raw', '85.5');
          api.LMSFinish('');
        });
        say('here');""" % at})
    expect(frame.locator("#told")).to_have_text("here")
    page = here.page
    here.page = here.context.new_page()
    page.close(run_before_unload=at == "beforeunload")
    comes(here, lambda: verbs(events) == {"suspended", "passed", "completed"})
    assert last(events)["location"] == "at the end" and last(events)["score"] == 0.855


@pytest.mark.parametrize("way", ["elsewhere", "closed"])
@pytest.mark.parametrize("length", [20000, 50000, 63000])
def test_a_large_state_that_is_said_while_content_goes_is_what_the_next_start_finds(played, way, length):
    here, events, frame, enrollment = played({"start.html": """
        const api = find('API_1484_11');
        const at = ['suspend_data', 'location', 'completion_status'];
        api.Initialize('');
        say(at.map((name) => api.GetValue(`cmi.${name}`).slice(-9)).join());
        const work = () => {
          api.SetValue('cmi.suspend_data', 'z'.repeat(%d) + 'early');
          api.SetValue('cmi.session_time', 'PT10S');
          api.SetValue('cmi.location', 'first');
        };
        let isOver = false;
        for (const event of ['pagehide', 'unload']) addEventListener(event, () => {
          if (isOver) return;
          api.SetValue('cmi.location', 'then');
          api.SetValue('cmi.suspend_data', 'y'.repeat(%d) + event);
          api.SetValue('cmi.session_time', 'PT25S');
          if (event === 'pagehide') return;
          isOver = true;
          api.SetValue('cmi.location', 'last');
          api.SetValue('cmi.exit', 'suspend');
          api.SetValue('cmi.completion_status', 'completed');
          api.Terminate('');
        });""" % (length, length)}, "2004 4th Edition")
    expect(frame.locator("#told")).to_have_text(",,unknown")
    here.page.wait_for_timeout(200)
    # What was not committed waits still when content goes.
    next(one for one in here.page.frames if "start.html" in one.url).evaluate("work()")
    left(here, way)
    comes(here, lambda: "completed" in verbs(events) and last(events)["location"] == "last")
    comes(here, lambda: spent(events) == 25)
    assert len({one["id"] for one in events()}) == len({one["occurred_at"] for one in events()})
    frame = opened(here, enrollment)
    expect(frame.locator("#told")).to_have_text("yyyunload,last,completed")


def test_time_counts_once_by_whatever_way_it_comes(played):
    here, events, frame, enrollment = played({"start.html": """
        const api = find('API');
        api.LMSInitialize('');
        let n = 0;
        const work = () => {
          n += 11;
          api.LMSSetValue('cmi.core.session_time', `00:00:${n}`);
          api.LMSSetValue('cmi.core.lesson_location', `page ${n}`);
          api.LMSCommit('');
        };
        for (const event of ['pagehide', 'unload']) addEventListener(event, work);
        say('here');"""})
    expect(frame.locator("#told")).to_have_text("here")
    # The app cannot reach the server, or hears no reply of what arrived: what content says as it goes arrives the other way.
    here.page.route("**/v1/events", lambda route: (route.fetch(), route.abort()))
    content = next(one for one in here.page.frames if "start.html" in one.url)
    for _ in range(2):
        content.evaluate("work()")
        here.page.wait_for_timeout(3500)
    here.go("/")
    here.page.wait_for_timeout(1000)
    here.page.unroute("**/v1/events")
    comes(here, lambda: last(events)["location"] == "page 44")
    comes(here, lambda: here.page.evaluate("Object.keys(localStorage).every((key) => !key.includes('outbox'))"))
    assert spent(events) == 44


def test_what_was_passed_by_a_large_state_survives_a_closed_window(played):
    here, events, frame, _ = played({"start.html": """
        const api = find('API_1484_11');
        api.Initialize('');
        addEventListener('pagehide', () => {
          api.SetValue('cmi.suspend_data', 'x'.repeat(64000));
          api.SetValue('cmi.location', 'last');
          api.SetValue('cmi.completion_status', 'completed');
          api.Terminate('');
        });
        say('here');"""}, "2004 4th Edition")
    expect(frame.locator("#told")).to_have_text("here")
    page = here.page
    here.page = here.context.new_page()
    page.close(run_before_unload=False)
    comes(here, lambda: "completed" in verbs(events))
    assert last(events)["location"] == "last"


@pytest.mark.parametrize("version, claimed", [
    ("1.2", "472222:10:00"), ("1.2", "9999:00:00"), ("2004 4th Edition", "P53Y10M")])
def test_time_that_cannot_be_true_takes_nothing_along(played, version, claimed):
    begin, put, end, name, core = (
        ("LMSInitialize", "LMSSetValue", "LMSFinish", "API", "cmi.core.lesson") if version == "1.2"
        else ("Initialize", "SetValue", "Terminate", "API_1484_11", "cmi.completion"))
    here, events, frame, enrollment = played({"start.html": f"""
        const api = find('{name}');
        api.{begin}('');
        api.{put}('{"cmi.core." if version == "1.2" else "cmi."}session_time', '{claimed}');
        api.{put}('cmi.suspend_data', 'kept');
        say(api.{put}('{core}_status', 'completed'));
        api.{end}('');"""}, version)
    expect(frame.locator("#told")).to_have_text("true")
    comes(here, lambda: "completed" in verbs(events) and spent(events) > 0)
    assert spent(events) < 1000
    state = json.loads(last(events)["state"])
    assert state["values"]["cmi.suspend_data"] == "kept" and state["total"] == spent(events)
    here.shows("It has come to its end")


def test_characters_that_nothing_can_store_take_nothing_along(played):
    here, events, frame, enrollment = played({"start.html": """
        const api = find('API');
        api.LMSInitialize('');
        say(JSON.stringify(api.LMSGetValue('cmi.suspend_data')));
        const odd = 'a\\0b\\ud83d';
        api.LMSSetValue('cmi.core.lesson_location', odd);
        api.LMSSetValue('cmi.suspend_data', odd);
        api.LMSSetValue('cmi.interactions.0.id', 'q\\0');
        api.LMSSetValue('cmi.interactions.0.id', 'q1');
        api.LMSSetValue('cmi.interactions.0.student_response', odd);
        api.LMSSetValue('cmi.core.lesson_status', 'completed');
        api.LMSFinish('');"""})
    comes(here, lambda: "completed" in verbs(events))
    assert last(events)["location"] == "a\ufffdb\ufffd"
    assert [json.loads(one["data"]["interactions"])[0]["id"] for one in events() if "interactions" in one["data"]] == ["q1"]
    # What content wrote comes back to it as it was.
    frame = opened(here, enrollment)
    expect(frame.locator("#told")).to_have_text('"a\\u0000b\\ud83d"')


def test_what_is_refused_is_told_and_takes_nothing_along(played):
    here, events, frame, enrollment = played({"start.html": "find('API').LMSInitialize(''); say('here');"})
    here.forgiven = ("not recorded",)
    expect(frame.locator("#told")).to_have_text("here")
    player = next(one for one in here.page.frames if "/p/" in one.url)
    about = {"enrollment_id": enrollment, "activity": "one", "occurrence": 1, "occurred_at": "2026-01-01T00:00:00.000Z"}
    said = [{"verb": "suspended", "data": {"location": "x" * 2000}}, {"verb": "completed", "data": {}},
            {"verb": "suspended", "data": {"seconds": 5}}, {"verb": "passed", "data": {"score": 7}}]
    player.evaluate("""([events, about]) => {
      const launch = JSON.parse(document.getElementById('launch').textContent);
      const whole = events.map((one) => ({ id: crypto.randomUUID(), ...about, ...one }));
      const message = { type: 'cornerman.events', number: 99, events: whole, isEnd: true, launch: launch.secret };
      top.postMessage(message, launch.app);
    }""", [said, about])
    here.shows("Not recorded: that it was passed.", "Not recorded: where you are.", "Tell a trainer what stands here.")
    here.looks("scorm-refused")
    expect(here.page.get_by_text("It has come to its end")).to_have_count(0)
    comes(here, lambda: "completed" in verbs(events) and spent(events) == 5)
    assert verbs(events) == {"suspended", "completed"}


@pytest.mark.parametrize("size", ["1280"], indirect=True)
def test_what_is_wrong_in_a_last_word_takes_nothing_along(played, server):
    here, events, frame, enrollment = played({"start.html": "find('API').LMSInitialize(''); say('here');"})
    expect(frame.locator("#told")).to_have_text("here")
    player = next(one for one in here.page.frames if "/p/" in one.url)
    about = {"enrollment_id": enrollment, "activity": "one", "occurrence": 1, "occurred_at": "2026-01-01T00:00:00.000Z"}
    status = player.evaluate("""async ([wrong, right, about]) => {
      const launch = JSON.parse(document.getElementById('launch').textContent);
      const send = (events) => fetch(launch.last, { method: 'POST', body: JSON.stringify(
        { events: events.map((data) => ({ id: crypto.randomUUID(), ...about, verb: 'suspended', data })) }) });
      return [(await send([wrong, right])).status, (await send([wrong])).status];
    }""", [{"location": "x" * 2000}, {"location": "here"}, about])
    assert status == [204, 422]
    comes(here, lambda: last(events)["location"] == "here")

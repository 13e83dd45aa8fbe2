"""The run-time of SCORM 1.2, call by call, as content meets it; and content that goes further than it may."""
import json
import zipfile

import pytest
from playwright.sync_api import expect

LAUNCH = {"studentID": "per_1", "studentName": "Diaz, Rosa", "launchData": "page=2", "masteryScore": 80,
          "maxTimeAllowed": "0001:00:00", "timeLimitAction": "exit,message"}
RUN = """async ({ launch, kept, calls }) => {
  const { Scorm12 } = await import("/player/scorm12.js");
  const told = [];
  const runtime = new Scorm12(launch, kept, { keep: (isEnd) => told.push(isEnd), changed() {} });
  const api = runtime.api;
  const rows = calls.map(([name, ...args]) => [api[name](...args), api.LMSGetLastError()]);
  return { rows, told, state: runtime.state, score: runtime.score, status: runtime.status,
           interactions: runtime.takeInteractions() };
}"""


def run(page, calls, kept=None, launch=LAUNCH):
    return page.evaluate(RUN, {"launch": launch, "kept": kept, "calls": calls})


def get(name):
    return ("LMSGetValue", name)


def put(name, value):
    return ("LMSSetValue", name, value)


BEGIN, END, COMMIT = ("LMSInitialize", ""), ("LMSFinish", ""), ("LMSCommit", "")
LONG = "x" * 4097

# Each call after LMSInitialize, what it gives, and the error after it.
CALLS = [
    (get("cmi.core.student_id"), "per_1", "0"), (get("cmi.core.student_name"), "Diaz, Rosa", "0"),
    (get("cmi.core.lesson_status"), "not attempted", "0"), (get("cmi.core.entry"), "ab-initio", "0"),
    (get("cmi.core.credit"), "credit", "0"), (get("cmi.core.lesson_mode"), "normal", "0"),
    (get("cmi.core.lesson_location"), "", "0"), (get("cmi.core.total_time"), "0000:00:00.00", "0"),
    (get("cmi.launch_data"), "page=2", "0"), (get("cmi.student_data.mastery_score"), "80", "0"),
    (get("cmi.student_data.max_time_allowed"), "0001:00:00", "0"),
    (get("cmi.student_data.time_limit_action"), "exit,message", "0"), (get("cmi._version"), "3.4", "0"),
    (get("cmi.core._children"),
     "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
     "0"),
    (get("cmi.core.score._children"), "raw,min,max", "0"), (get("cmi.interactions._count"), "0", "0"),
    (get("cmi.objectives._children"), "id,score,status", "0"), (get("cmi.objectives._count"), "0", "0"),
    (get(""), "", "201"), (get("cmi.core.nothing"), "", "401"), (get("something"), "", "401"),
    (get("cmi.core.student_id._children"), "", "202"), (get("cmi.core._count"), "", "203"),
    (get("cmi.core.exit"), "", "404"), (get("cmi.core.session_time"), "", "404"),
    (get("cmi.objectives.0.id"), "", "201"), (get("cmi.interactions.0.id"), "", "404"),
    (put("cmi.core.student_id", "x"), "false", "403"), (put("cmi.core.total_time", "0000:00:01"), "false", "403"),
    (put("cmi.launch_data", "x"), "false", "403"), (put("cmi.core._children", "x"), "false", "402"),
    (put("cmi.objectives._count", "1"), "false", "402"), (put("cmi._version", "1"), "false", "402"),
    (put("", "x"), "false", "201"), (put("cmi.core.nothing", "x"), "false", "401"),
    (put("cmi.core.lesson_status", "not attempted"), "false", "405"),
    (put("cmi.core.lesson_status", "done"), "false", "405"), (put("cmi.core.lesson_status", "incomplete"), "true", "0"),
    (get("cmi.core.lesson_status"), "incomplete", "0"),
    (put("cmi.core.lesson_location", 14), "true", "0"), (get("cmi.core.lesson_location"), "14", "0"),
    (put("cmi.core.lesson_location", "<b>\"5\"</b>"), "true", "0"), (get("cmi.core.lesson_location"), "<b>\"5\"</b>", "0"),
    (put("cmi.core.lesson_location", "x" * 256), "false", "405"),
    (put("cmi.core.score.raw", 79.5), "true", "0"), (put("cmi.core.score.raw", "101"), "false", "405"),
    (put("cmi.core.score.raw", "-1"), "false", "405"), (put("cmi.core.score.raw", "many"), "false", "405"),
    (put("cmi.core.score.min", ""), "true", "0"), (put("cmi.core.score.max", "100"), "true", "0"),
    (put("cmi.core.exit", "suspend"), "true", "0"), (put("cmi.core.exit", "normal"), "false", "405"), (put("cmi.core.exit", ""), "true", "0"),
    (put("cmi.core.session_time", "0000:30:00.5"), "true", "0"), (put("cmi.core.session_time", "30"), "false", "405"),
    (put("cmi.core.session_time", "00:61:00"), "false", "405"),
    # As exporters write it: more digits than there are in the standard, and the comma of their language.
    (put("cmi.core.session_time", "0000:00:12.345"), "true", "0"), (put("cmi.core.session_time", "00123:00:01,5"), "true", "0"),
    (put("cmi.core.score.raw", ""), "true", "0"), (put("cmi.core.score.raw", "85,5"), "true", "0"), (get("cmi.core.score.raw"), "85,5", "0"),
    (put("cmi.core.score.raw", "NaN"), "false", "405"), (put("cmi.core.score.raw", "79.5"), "true", "0"),
    (put("cmi.suspend_data", "x" * 4096), "true", "0"), (put("cmi.suspend_data", LONG), "false", "405"),
    (put("cmi.suspend_data", "y" * 1_000_000), "false", "405"), (get("cmi.suspend_data"), "x" * 4096, "0"),
    (put("cmi.comments", "One. "), "true", "0"), (put("cmi.comments", "Two."), "true", "0"),
    (get("cmi.comments"), "One. Two.", "0"), (put("cmi.comments_from_lms", "x"), "false", "403"),
    (put("cmi.student_preference.audio", "-1"), "true", "0"), (put("cmi.student_preference.audio", "101"), "false", "405"),
    (put("cmi.student_preference.speed", "-100"), "true", "0"), (put("cmi.student_preference.text", "2"), "false", "405"),
    (put("cmi.student_preference.language", "de"), "true", "0"), (get("cmi.student_preference.language"), "de", "0"),
    (put("cmi.objectives.1.id", "b"), "false", "201"), (put("cmi.objectives.0.id", "a b"), "false", "405"),
    (put("cmi.objectives.0.id", "a"), "true", "0"), (put("cmi.objectives.0.status", "not attempted"), "true", "0"),
    (put("cmi.objectives.0.score.raw", "50"), "true", "0"), (get("cmi.objectives.0.score.raw"), "50", "0"),
    (get("cmi.objectives.0.score._children"), "raw,min,max", "0"), (get("cmi.objectives._count"), "1", "0"),
    (put("cmi.interactions.0.id", "q1"), "true", "0"), (put("cmi.interactions.0.type", "choice"), "true", "0"),
    (put("cmi.interactions.0.type", "guess"), "false", "405"), (put("cmi.interactions.0.time", "23:59:59.99"), "true", "0"),
    (put("cmi.interactions.0.time", "24:00:00"), "false", "405"),
    (put("cmi.interactions.0.correct_responses.0.pattern", "a"), "true", "0"),
    (put("cmi.interactions.0.correct_responses.2.pattern", "a"), "false", "201"),
    (get("cmi.interactions.0.correct_responses._count"), "1", "0"),
    (put("cmi.interactions.0.objectives.0.id", "a"), "true", "0"), (put("cmi.interactions.0.weighting", "1.5"), "true", "0"),
    (put("cmi.interactions.0.student_response", "b"), "true", "0"), (put("cmi.interactions.0.result", "wrong"), "true", "0"),
    (put("cmi.interactions.0.result", "0.5"), "true", "0"), (put("cmi.interactions.0.result", "bad"), "false", "405"),
    (put("cmi.interactions.0.latency", "0000:00:05"), "true", "0"), (put("cmi.interactions.2.id", "q3"), "false", "201"),
    (("LMSCommit", "x"), "false", "201"), (COMMIT, "true", "0"), (("LMSInitialize", ""), "false", "101"),
    (("LMSFinish", 1), "false", "201"), (END, "true", "0"),
    (END, "false", "301"), (get("cmi.core.lesson_status"), "", "301"), (put("cmi.core.exit", ""), "false", "301"),
    (COMMIT, "false", "301"), (BEGIN, "false", "101"),
]


def test_each_call_gives_what_it_should_and_its_error(page):
    done = run(page, [BEGIN] + [call for call, _, _ in CALLS])
    assert done["rows"][0] == ["true", "0"]
    for (call, value, error), row in zip(CALLS, done["rows"][1:]):
        assert row == [value, error], call[:2]
    assert done["told"] == [False, True]
    # 79.5 of 80: the mastery score decides at the end, whatever content said.
    assert done["status"] == "failed" and done["score"] == 0.795
    assert done["interactions"] == [{
        "n": 0, "id": "q1", "type": "choice", "time": "23:59:59.99", "correct_responses.0.pattern": "a",
        "objectives.0.id": "a", "weighting": "1.5", "student_response": "b", "result": "0.5", "latency": "0000:00:05"}]
    assert len(json.dumps(done["state"])) < 64_000


def test_calls_before_the_beginning_say_so(page):
    calls = [get("cmi.core.lesson_status"), put("cmi.core.exit", ""), COMMIT, END, ("LMSGetErrorString", "301"),
             ("LMSGetErrorString", 405), ("LMSGetErrorString", "999"), ("LMSInitialize", "now"), ("LMSInitialize",)]
    rows = run(page, calls)["rows"]
    assert rows[:4] == [["", "301"], ["false", "301"], ["false", "301"], ["false", "301"]]
    assert [row[0] for row in rows[4:]] == ["Not initialized", "Incorrect data type", "", "false", "true"]


def test_names_that_every_object_has_are_unknown(page):
    names = ["constructor", "toString", "__proto__", "toString._children", "cmi.constructor"]
    done = run(page, [BEGIN, *map(get, names), ("LMSGetErrorString", "constructor"), ("LMSGetDiagnostic", "toString")])
    assert [row[0] for row in done["rows"][1:]] == [""] * 7 and [row[1] for row in done["rows"][1:6]] == ["401"] * 5


@pytest.mark.parametrize("says, status", [
    ([], "completed"), ([put("cmi.core.lesson_status", "incomplete")], "incomplete"),
    ([put("cmi.core.lesson_status", "browsed")], "browsed"), ([put("cmi.core.score.raw", "80")], "passed"),
    ([put("cmi.core.lesson_status", "passed"), put("cmi.core.score.raw", "10")], "failed"),
    ([put("cmi.core.lesson_status", "completed"), put("cmi.core.score.raw", "80,5")], "passed"),
    # Who stops on the way with some points has not failed.
    ([put("cmi.core.lesson_status", "incomplete"), put("cmi.core.score.raw", "10"), put("cmi.core.exit", "suspend")],
     "incomplete"),
])
def test_the_end_is_judged_where_content_leaves_it_to_us(page, says, status):
    assert run(page, [BEGIN, *says, END])["status"] == status


def test_a_later_session_goes_on_and_time_adds_up(page):
    first = run(page, [BEGIN, put("cmi.core.lesson_location", "5"), put("cmi.suspend_data", "a=1"),
                       put("cmi.objectives.0.id", "a"), put("cmi.interactions.0.id", "q1"),
                       put("cmi.core.exit", "suspend"), put("cmi.core.session_time", "0000:10:00"),
                       put("cmi.core.lesson_status", "incomplete"), END])
    kept = json.loads(json.dumps(first["state"]))
    second = run(page, [BEGIN, get("cmi.core.entry"), get("cmi.core.lesson_location"), get("cmi.suspend_data"),
                        get("cmi.objectives.0.id"), get("cmi.core.total_time"), get("cmi.core.lesson_status"),
                        get("cmi.interactions._count"), put("cmi.core.session_time", "0001:00:30.25"), END], kept)
    assert [row[0] for row in second["rows"][1:8]] == [
        "resume", "5", "a=1", "a", "0000:10:00.00", "incomplete", "1"]
    third = run(page, [BEGIN, get("cmi.core.total_time"), get("cmi.core.entry")], second["state"])
    assert [row[0] for row in third["rows"][1:]] == ["0001:10:30.25", ""]
    # Whoever was cut off goes on as well.
    cut = run(page, [BEGIN, put("cmi.core.lesson_location", "7"), COMMIT])["state"]
    assert run(page, [BEGIN, get("cmi.core.entry")], cut)["rows"][1] == ["resume", "0"]


@pytest.mark.parametrize("field, said, kept", [
    ("id", "Interaction 11084 Slide 3", "Interaction 11084 Slide 3"), ("id", " a b ", "a b"), ("id", "x" * 300, "x" * 255), ("id", " ", None),
    ("result", "incorrect", "wrong"), ("result", "Correct", "correct"), ("result", "bad", None),
    ("time", "3:05:07 PM", "15:05:07.00"), ("time", "12:00:09am", "00:00:09.00"), ("time", "00:00:61", "00:01:01.00"),
    ("time", "13:00:00 PM", None), ("time", "24:00:00", None), ("time", "noon", None), ("time", "", None),
    ("latency", "00:00:61", "0000:01:01.00"), ("latency", "0:75:00.5", "0001:15:00.50"), ("latency", "long", None),
    ("type", "Multiple Choice", "choice"), ("type", "true_false", "true-false"), ("type", "constructor", None),
    ("student_response", "y" * 300, "y" * 300), ("correct_responses.0.pattern", "z" * 5000, "z" * 4096),
    ("objectives.0.id", "Unit 1", "Unit 1"), ("weighting", "heavy", None)])
def test_what_drifts_in_a_question_is_refused_and_kept_as_it_is_meant(page, field, said, kept):
    done = run(page, [BEGIN, put("cmi.interactions.0.latency", "00:00:01"), put(f"cmi.interactions.0.{field}", said), END])
    assert done["rows"][2] == ["false", "405"]
    before = "00:00:01" if field == "latency" else None
    assert done["interactions"][0].get(field) == (kept if kept is not None else before)


def test_ten_thousand_interactions_are_told_and_one_more_is_refused(page):
    calls = [BEGIN] + [put(f"cmi.interactions.{n}.id", f"q{n}") for n in range(10_001)] + [END]
    done = run(page, calls)
    assert all(row == ["true", "0"] for row in done["rows"][1:10_001])
    assert done["rows"][10_001] == ["false", "101"]
    assert len(done["interactions"]) == 10_000


# MARK: In the page

MANIFEST = """<?xml version="1.0"?>
<manifest identifier="{key}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>{key}</title>
<item identifier="one" identifierref="r"><title>One thing</title></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="start.html"><file href="start.html"/>
</resource></resources></manifest>"""
PAGE = """<!doctype html><title>Content</title><p id="told">…</p>
<button onclick="step()">On</button>
<script>
let api = window.parent.API, at = Number(api.LMSInitialize('') && api.LMSGetValue('cmi.core.lesson_location') || 0);
const show = () => { document.getElementById('told').textContent = `At ${at}`; };
function step() { at += 1; api.LMSSetValue('cmi.core.lesson_location', at); api.LMSCommit(''); show(); }
show();
%s
</script>"""
# What content of ill will tries: the app's storage, its token, its API, to frame it, and to send the window elsewhere.
PRYING = """
const tries = {
  storage: async () => window.top.sessionStorage.length,
  document: async () => window.top.document.title,
  api: async () => (await fetch('%(app)s/v1/people', { credentials: 'include' })).status,
  frame: () => new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.src = '%(app)s/';
    frame.onload = () => { try { resolve(frame.contentDocument === null ? Promise.reject(new Error('refused')) : 'shown'); } catch (e) { reject(e); } };
    document.body.append(frame);
  }),
  top: async () => { window.top.location = 'about:blank'; return 'went'; },
  own: async () => localStorage.getItem('cornerman.session') ?? sessionStorage.getItem('cornerman.session'),
};
(async () => {
  const results = [];
  for (const [name, attempt] of Object.entries(tries)) {
    try { results.push(`${name}=${await attempt()}`); } catch { results.push(`${name}=refused`); }
  }
  api.LMSSetValue('cmi.suspend_data', results.join(' '));
  api.LMSCommit('');
  document.getElementById('told').textContent = results.join(' ');
})();
"""


@pytest.fixture
def played(visit, organization, size, tmp_path, request):
    """Content of one page, opened by somebody of their own: the visit, their enrollment, and the content's frame."""
    def begin(script=""):
        key = f"{request.node.originalname}-{size}".replace("_", "-")
        path = tmp_path / "course.zip"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("imsmanifest.xml", MANIFEST.format(key=key))
            package.writestr("start.html", PAGE % script)
        person = organization.add(f"Lou {size}", f"{key[-40:]}@example.com")
        enrollment = organization.enroll(person, organization.import_folder(path))
        here = visit(person)
        return here, person, enrollment, content(here.page, enrollment)

    return begin


def content(page, enrollment):
    page.evaluate("address => { location.hash = address }", f"/steps/{enrollment}/one/1")
    page.get_by_role("button", name="Open it here").click()
    return page.frame_locator("iframe.played").frame_locator("#content")


def location(organization, person, enrollment):
    events = organization.get(f"/v1/enrollments/{enrollment}/events?activity=one&limit=100", person)["data"]
    places = [(event["occurred_at"], event["data"]["location"]) for event in events if event["data"].get("location")]
    return max(places)[1] if places else None


def comes(page, condition):
    for _ in range(200):
        if condition():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it did not come to be")


def test_a_lost_connection_loses_nothing(played, organization):
    here, person, enrollment, frame = played()
    page = here.page
    frame.get_by_role("button", name="On").click()
    comes(page, lambda: location(organization, person, enrollment) == "1")
    here.context.route("**/v1/events", lambda route: route.abort())
    here.context.route("**/p/*/events", lambda route: route.abort())
    for _ in range(3):
        frame.get_by_role("button", name="On").click()
    expect(page.frame_locator("iframe.played").get_by_text("Not saved yet")).to_be_visible()
    assert location(organization, person, enrollment) == "1"
    # The window is closed meanwhile; another one of the same browser sends what was kept.
    session = page.evaluate("sessionStorage.getItem('cornerman.session')")
    page.close()
    here.page = here.context.new_page()
    here.context.unroute("**/v1/events")
    here.context.unroute("**/p/*/events")
    here.page.goto(f"{here.origin}/icon.svg")
    here.page.evaluate("text => sessionStorage.setItem('cornerman.session', text)", session)
    here.page.goto(f"{here.origin}/#/")
    comes(here.page, lambda: location(organization, person, enrollment) == "4")
    expect(content(here.page, enrollment).locator("#told")).to_have_text("At 4")
    frame = here.page.frame_locator("iframe.played")
    expect(frame.get_by_text("Not saved yet")).to_be_hidden()


def test_a_second_window_is_told(played, organization):
    here, person, enrollment, frame = played()
    first = here.page
    frame.get_by_role("button", name="On").click()
    comes(first, lambda: location(organization, person, enrollment) == "1")
    second = here.context.new_page()
    second.goto(f"{here.origin}/icon.svg")
    second.evaluate("text => sessionStorage.setItem('cornerman.session', text)",
                    first.evaluate("sessionStorage.getItem('cornerman.session')"))
    second.goto(f"{here.origin}/#/")
    inner = content(second, enrollment)
    expect(inner.locator("#told")).to_have_text("At 1")
    expect(second.frame_locator("iframe.played").get_by_text("This was open in another window")).to_be_visible()
    stopped = first.frame_locator("iframe.played")
    expect(stopped.get_by_text("This is open in another window now")).to_be_visible()
    expect(stopped.frame_locator("#content").locator("#told")).to_have_count(0)
    stopped.get_by_role("button", name="Go on here instead").click()
    expect(stopped.frame_locator("#content").locator("#told")).to_have_text("At 1")


def test_content_reaches_nothing_of_the_app(played, organization, server):
    here, person, enrollment, frame = played(PRYING % {"app": f"http://127.0.0.1:{server.port}"})
    expect(frame.locator("#told")).to_contain_text("own=", timeout=20_000)
    told = frame.locator("#told").inner_text()
    assert told == "storage=refused document=refused api=refused frame=refused top=refused own=null", told
    assert here.page.url.startswith(here.origin)
    here.wrongs.clear()

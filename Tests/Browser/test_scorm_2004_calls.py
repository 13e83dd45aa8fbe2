"""The run-time of SCORM 2004, call by call, as content meets it."""
import json

import pytest

LAUNCH = {"studentID": "per_1", "studentName": "Diaz, Rosa"}
RUN = """async ({ launch, kept, calls }) => {
  const { Scorm2004 } = await import("/player/scorm2004.js");
  const told = [];
  const runtime = new Scorm2004(launch, kept, { keep: (isEnd) => told.push(isEnd), changed() {} });
  const api = runtime.api;
  const rows = calls.map(([name, ...args]) => [api[name](...args), api.GetLastError()]);
  return { rows, told, state: runtime.state, score: runtime.score, lost: runtime.lost, location: runtime.location,
           isCompleted: runtime.isCompleted, isSuccess: runtime.isSuccess, seconds: runtime.sessionSeconds,
           interactions: runtime.takeInteractions() };
}"""


def run(page, calls, kept=None, **launch):
    return page.evaluate(RUN, {"launch": {**LAUNCH, **launch}, "kept": kept, "calls": calls})


def get(name):
    return ("GetValue", name)


def put(name, value):
    return ("SetValue", name, value)


BEGIN, END, COMMIT = ("Initialize", ""), ("Terminate", ""), ("Commit", "")
Q, O = "cmi.interactions.0", "cmi.objectives.0"

# Each call after Initialize, what it gives, and the error after it.
CALLS = [
    (get("cmi._version"), "1.0", "0"), (get("cmi.learner_id"), "per_1", "0"), (get("cmi.learner_name"), "Diaz, Rosa", "0"),
    (get("cmi.completion_status"), "unknown", "0"), (get("cmi.success_status"), "unknown", "0"),
    (get("cmi.entry"), "ab-initio", "0"), (get("cmi.credit"), "credit", "0"), (get("cmi.mode"), "normal", "0"),
    (get("cmi.location"), "", "403"), (get("cmi.suspend_data"), "", "403"), (get("cmi.launch_data"), "", "403"),
    (get("cmi.total_time"), "PT0H0M0S", "0"), (get("cmi.time_limit_action"), "continue,no message", "0"),
    (get("cmi.max_time_allowed"), "", "403"), (get("cmi.scaled_passing_score"), "", "403"),
    (get("cmi.completion_threshold"), "", "403"), (get("cmi.progress_measure"), "", "403"),
    (get("cmi.score._children"), "scaled,raw,min,max", "0"), (get("cmi.score.raw"), "", "403"),
    (get("cmi.learner_preference._children"), "audio_level,language,delivery_speed,audio_captioning", "0"),
    (get("cmi.learner_preference.audio_level"), "1", "0"), (get("cmi.learner_preference.language"), "", "0"),
    (get("cmi.interactions._children"),
     "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description", "0"),
    (get("cmi.objectives._children"), "id,score,success_status,completion_status,progress_measure,description", "0"),
    (get("cmi.comments_from_learner._children"), "comment,location,timestamp", "0"),
    (get("cmi.comments_from_lms._count"), "0", "0"), (get("cmi.interactions._count"), "0", "0"),
    # What is asked for wrongly.
    (get(""), "", "301"), (get("cmi.nothing"), "", "401"), (get("something"), "", "401"), (get("cmi.core.lesson_status"), "", "401"),
    (get("cmi.location._children"), "", "301"), (get("cmi.location._count"), "", "301"), (get("cmi.exit"), "", "405"),
    (get("cmi.session_time"), "", "405"), (get(f"{O}.id"), "", "301"), (get(f"{Q}.type"), "", "301"),
    (put("", "x"), "false", "351"), (put("cmi.nothing", "x"), "false", "401"), (put("cmi._version", "2"), "false", "404"),
    (put("cmi.score._children", "x"), "false", "404"), (put("cmi.objectives._count", "1"), "false", "404"),
    (put("cmi.learner_id", "x"), "false", "404"), (put("cmi.entry", "resume"), "false", "404"),
    (put("cmi.total_time", "PT1S"), "false", "404"), (put("cmi.comments_from_lms.0.comment", "x"), "false", "404"),
    # How it stands.
    (put("cmi.completion_status", "incomplete"), "true", "0"), (put("cmi.completion_status", "done"), "false", "406"),
    (put("cmi.completion_status", "not attempted"), "true", "0"), (put("cmi.success_status", "passed"), "true", "0"),
    (put("cmi.success_status", "true"), "false", "406"), (put("cmi.progress_measure", "0.5"), "true", "0"),
    (put("cmi.progress_measure", "1.1"), "false", "407"), (put("cmi.progress_measure", "half"), "false", "406"),
    (put("cmi.score.scaled", -1), "true", "0"), (put("cmi.score.scaled", "1.01"), "false", "407"),
    (put("cmi.score.scaled", "x"), "false", "406"), (put("cmi.score.raw", "340"), "true", "0"), (put("cmi.score.max", "400"), "true", "0"),
    (put("cmi.score.scaled", "0,85"), "true", "0"), (put("cmi.score.min", "1e-7"), "true", "0"), (put("cmi.score.raw", ""), "false", "406"),
    (put("cmi.location", "x" * 1000), "true", "0"), (put("cmi.location", "x" * 1001), "false", "406"),
    (put("cmi.suspend_data", "x" * 64000), "true", "0"), (put("cmi.suspend_data", "y" * 64001), "false", "406"),
    (put("cmi.location", 14), "true", "0"), (get("cmi.location"), "14", "0"),
    (put("cmi.exit", "normal"), "true", "0"), (put("cmi.exit", "stop"), "false", "406"), (put("cmi.exit", ""), "true", "0"),
    (put("cmi.session_time", "PT1H2M3.5S"), "true", "0"), (put("cmi.session_time", "P1DT0.125S"), "true", "0"),
    (put("cmi.session_time", "PT"), "false", "406"), (put("cmi.session_time", "P"), "false", "406"),
    (put("cmi.session_time", "00:10:00"), "false", "406"), (put("cmi.session_time", "PT100H"), "true", "0"),
    (put("cmi.learner_preference.audio_level", "-1"), "false", "407"), (put("cmi.learner_preference.audio_captioning", "2"), "false", "406"),
    (put("cmi.learner_preference.language", "de-CH"), "true", "0"), (put("cmi.learner_preference.language", "_"), "false", "406"),
    # Objectives.
    (put(f"{O}.success_status", "passed"), "false", "408"), (put("cmi.objectives.1.id", "b"), "false", "351"),
    (put(f"{O}.id", "urn:"), "false", "406"), (put(f"{O}.id", " "), "false", "406"), (put(f"{O}.id", "a"), "true", "0"),
    (put(f"{O}.id", "a"), "true", "0"), (put(f"{O}.id", "b"), "false", "351"), (put("cmi.objectives.1.id", "a"), "false", "351"),
    (get("cmi.objectives._count"), "1", "0"), (get(f"{O}.success_status"), "unknown", "0"), (get(f"{O}.description"), "", "403"),
    (put(f"{O}.score.scaled", "0.5"), "true", "0"), (get(f"{O}.score._children"), "scaled,raw,min,max", "0"),
    (put(f"{O}.description", "{lang=de}Fragen"), "true", "0"), (put(f"{O}.description", "{lang=?}x"), "false", "406"),
    # Interactions, which can be read.
    (put(f"{Q}.type", "choice"), "false", "408"), (put(f"{Q}.id", "q1"), "true", "0"), (put(f"{Q}.learner_response", "a"), "false", "408"),
    (put(f"{Q}.type", "guess"), "false", "406"), (put(f"{Q}.type", "true-false"), "true", "0"),
    (put(f"{Q}.learner_response", "yes"), "false", "406"), (put(f"{Q}.learner_response", "true"), "true", "0"),
    (put(f"{Q}.correct_responses.0.pattern", "true"), "true", "0"), (put(f"{Q}.correct_responses.1.pattern", "false"), "false", "351"),
    (put(f"{Q}.correct_responses.5.pattern", "false"), "false", "351"), (get(f"{Q}.correct_responses._count"), "1", "0"),
    (put(f"{Q}.objectives.0.id", "a"), "true", "0"), (put(f"{Q}.objectives.1.id", "a"), "false", "351"),
    (put(f"{Q}.timestamp", "2026-02-30"), "false", "406"), (put(f"{Q}.timestamp", "2026-03-01T12:30:05.123Z"), "true", "0"),
    (put(f"{Q}.timestamp", "2026-03-01T12:30:05+02:00"), "true", "0"), (put(f"{Q}.result", "wrong"), "false", "406"),
    (put(f"{Q}.result", "incorrect"), "true", "0"), (put(f"{Q}.latency", "PT4S"), "true", "0"), (put(f"{Q}.weighting", "x"), "false", "406"),
    (get(f"{Q}.result"), "incorrect", "0"), (get(f"{Q}.description"), "", "403"),
    (put("cmi.interactions.1.id", "urn:q:2"), "true", "0"), (put("cmi.interactions.1.type", "numeric"), "true", "0"),
    (put("cmi.interactions.1.correct_responses.0.pattern", "3[:]5"), "true", "0"),
    (put("cmi.interactions.1.learner_response", "four"), "false", "406"),
    (put("cmi.interactions.3.id", "q4"), "false", "351"),
    (put("cmi.comments_from_learner.0.comment", "Good."), "true", "0"), (get("cmi.comments_from_learner.0.comment"), "Good.", "0"),
    # Moves, which there are none of.
    (get("adl.nav.request"), "_none_", "0"), (get("adl.nav.request_valid.continue"), "false", "0"),
    (get("adl.nav.request_valid.choice.{target=item.2}"), "false", "0"), (put("adl.nav.request_valid.continue", "true"), "false", "404"),
    (put("adl.nav.request", "{target=item.2}choice"), "true", "0"), (put("adl.nav.request", "onward"), "false", "406"),
    (put("adl.nav.request", "exitAll"), "true", "0"), (get("adl.data._count"), "0", "0"), (get("adl.data.0.store"), "", "301"),
    (("Commit", "x"), "false", "201"), (COMMIT, "true", "0"), (BEGIN, "false", "103"), (("Terminate", "x"), "false", "201"),
    (END, "true", "0"), (END, "false", "113"), (get("cmi.location"), "", "123"), (put("cmi.location", "1"), "false", "133"),
    (COMMIT, "false", "143"), (BEGIN, "false", "104"), (("GetErrorString", "406"), "Data Model Element Type Mismatch", "104"),
    (("GetErrorString", "9999"), "", "104"), (("GetErrorString", 0), "No Error", "104"),
]


def test_each_call_gives_what_it_should_and_its_error(page):
    done = run(page, [BEGIN] + [call for call, _, _ in CALLS])
    assert done["rows"][0] == ["true", "0"]
    for (call, value, error), row in zip(CALLS, done["rows"][1:]):
        assert row == [value, error], call[:2]
    assert done["told"] == [False, True]
    assert (done["score"], done["isSuccess"], done["isCompleted"], done["seconds"]) == (0.85, True, False, 360000)
    assert done["interactions"][1] == {
        "n": 1, "id": "urn:q:2", "type": "numeric", "correct_responses.0.pattern": "3[:]5"}


def test_calls_before_the_beginning_say_so(page):
    calls = [get("cmi.location"), put("cmi.exit", ""), COMMIT, END, ("Initialize", "now"), ("Initialize",)]
    assert run(page, calls)["rows"] == [
        ["", "122"], ["false", "132"], ["false", "142"], ["false", "112"], ["false", "201"], ["true", "0"]]


def test_names_that_every_object_has_are_unknown(page):
    names = ["constructor", "toString", "__proto__", "toString._children", "cmi.constructor"]
    done = run(page, [BEGIN, *map(get, names), ("GetErrorString", "constructor"), ("GetDiagnostic", "toString")])
    assert [row[0] for row in done["rows"][1:]] == [""] * 7 and [row[1] for row in done["rows"][1:6]] == ["401"] * 5


@pytest.mark.parametrize("says, launch, completed, success", [
    # Silence completes, unless content says that it speaks, or goes on another time; and passes nothing.
    ([], {}, True, None), ([], {"setsCompletion": True}, False, None), ([put("cmi.exit", "suspend")], {}, False, None),
    ([put("adl.nav.request", "suspendAll")], {}, False, None), ([put("cmi.completion_status", "incomplete")], {}, False, None),
    ([put("cmi.success_status", "failed")], {}, True, False),
    # The package's measures count more than what content says.
    ([put("cmi.score.scaled", "0.7")], {"passingMeasure": 0.7}, True, True),
    ([put("cmi.success_status", "passed"), put("cmi.score.scaled", "0.69")], {"passingMeasure": 0.7}, True, False),
    ([put("cmi.success_status", "passed")], {"passingMeasure": 0.7}, True, True),
    # What is put aside is on its way: its score judges when it is completed.
    ([put("cmi.score.scaled", "0.9"), put("cmi.completion_status", "incomplete"), put("cmi.exit", "suspend")],
     {"passingMeasure": 0.7}, False, None),
    ([put("cmi.score.scaled", "0.9"), put("cmi.completion_status", "completed"), put("cmi.exit", "suspend")],
     {"passingMeasure": 0.7}, True, True),
    ([put("cmi.progress_measure", "0.8")], {"completionThreshold": 0.8, "setsCompletion": True}, True, None),
    ([put("cmi.completion_status", "completed"), put("cmi.progress_measure", "0.5")], {"completionThreshold": 0.8}, False, None),
])
def test_the_end_is_judged_as_the_package_says(page, says, launch, completed, success):
    done = run(page, [BEGIN, *says, END], **launch)
    assert (done["isCompleted"], done["isSuccess"]) == (completed, success)


def test_a_score_on_the_way_passes_nothing(page):
    for said in (["failed"], []):
        calls = [BEGIN, *[put("cmi.success_status", one) for one in said], put("cmi.score.scaled", "0.9")]
        assert run(page, calls, passingMeasure=0.7)["isSuccess"] is None


def test_what_the_package_measures_is_read_back(page):
    calls = [BEGIN, get("cmi.scaled_passing_score"), get("cmi.launch_data"), get("cmi.objectives._count"), get("cmi.objectives.1.id"),
             put("cmi.score.scaled", "0.9"), get("cmi.success_status"), get("cmi.completion_threshold"),
             put("cmi.progress_measure", "0.1"), get("cmi.completion_status")]
    rows = run(page, calls, passingMeasure=0.7, launchData="a=1", completionThreshold=0.5, objectives=["PRIMARY", "two"])["rows"]
    assert [row[0] for row in rows[1:]] == ["0.7", "a=1", "2", "two", "true", "passed", "0.5", "true", "incomplete"]


def test_a_later_session_goes_on_and_time_adds_up(page):
    first = run(page, [BEGIN, put("cmi.location", "5"), put("cmi.suspend_data", "a=1"), put(f"{O}.id", "a"), put(f"{Q}.id", "q1"),
                       put(f"{Q}.type", "choice"), put("cmi.exit", "suspend"), put("cmi.session_time", "PT10M"),
                       put("cmi.completion_status", "incomplete"), END])
    kept = json.loads(json.dumps(first["state"]))
    again = [BEGIN, get("cmi.entry"), get("cmi.location"), get("cmi.suspend_data"), get(f"{O}.id"), get("cmi.total_time"),
             get("cmi.completion_status"), get("cmi.interactions._count"), get(f"{Q}.type"), get("adl.nav.request"),
             put("cmi.session_time", "PT1H0M30.25S"), END]
    second = run(page, again, kept)
    assert [row[0] for row in second["rows"][1:10]] == [
        "resume", "5", "a=1", "a", "PT0H10M0S", "incomplete", "1", "choice", "_none_"]
    third = run(page, [BEGIN, get("cmi.total_time"), get("cmi.entry")], second["state"])
    assert [row[0] for row in third["rows"][1:]] == ["PT1H10M30.25S", ""]
    cut = run(page, [BEGIN, put("cmi.location", "7"), COMMIT])["state"]
    assert run(page, [BEGIN, get("cmi.entry")], cut)["rows"][1] == ["resume", "0"]


def test_what_does_not_fit_is_told_until_it_does(page):
    long = put("cmi.suspend_data", "x" * 64001)
    assert "64,001" in run(page, [BEGIN, long])["lost"]
    assert run(page, [BEGIN, long, put("cmi.suspend_data", "x")])["lost"] is None


def test_ten_thousand_interactions_do_not_make_the_state_longer(page):
    calls = [BEGIN] + [put(f"cmi.interactions.{n}.id", f"q{n}") for n in range(10_001)] + [END]
    done = run(page, calls)
    assert all(row == ["true", "0"] for row in done["rows"][1:10_001])
    assert done["rows"][10_001] == ["false", "351"]
    assert len(done["interactions"]) == 10_000 and len(json.dumps(done["state"])) < 2000
    kept = json.loads(json.dumps(done["state"]))
    assert run(page, [BEGIN, get("cmi.interactions._count")], kept)["rows"][1] == ["10000", "0"]

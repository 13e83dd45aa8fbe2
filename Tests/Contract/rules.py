"""What no schema can say of a request, so that a refusal of a well-formed one is right; and how to make words of our formats.

A refusal is told by its `code`. Whoever adds a code here says why a caller cannot know it from the document alone."""
import json

import schemathesis
from hypothesis import strategies

# Formats of the document that JSON Schema does not know.
schemathesis.openapi.format("time-zone", strategies.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]))

# Refusals of requests that the schema allows: check `positive_data_acceptance`. A code alone counts for every operation.
REASONS = {
    "bad-cursor": "a cursor comes from the page before, of the same list: nobody can make one up",
    "stale": "an ETag comes from the state that was read: nobody can make one up",
    "link-over": "a link's token is made by the server, and is good once",
    "unknown-activity": "which keys a course has is data; `GET /v1/courses/{id}` lists them",
    "out-of-range GET /v1/courses/{id}/activities/{key}": "how often an activity comes is data; the course lists it",
    "no-such-occurrence": "how often an activity comes is data; the course lists it",
    "unknown-course": "which courses there are, and who sees them, is data",
    "unknown-answer": "which answers there are, and who sees them, is data",
    "unknown-revision": "which revisions an answer has is data; `GET /v1/answers/{id}/revisions` lists them",
    "same-answer": "which answer a path names is compared with which a body names: two places of one request",
    "too-many-phrasings": "how many ways of asking answers have is data; `GET /v1/answers/{id}` tells it",
    "narrower-course": "which courses answers belong to is data; `GET /v1/answers/{id}` tells it",
    "answer-retired": "whether an answer is retired is data",
    "unknown-search": "which searches there are, and whose they are, is data",
    "unknown-proposal": "which answers were proposed is data; `GET /v1/questions/{id}/proposals` lists them",
    "too-early": "what day it is, the clock says",
    "twice PUT /v1/synonyms": "terms are compared without case: unlike in the document, the same twice",
    "empty PUT /v1/synonyms": "a term of nothing but marks says nothing",
    "unknown-person": "who is here is data",
    "unknown-owner": "who is here is data",
    "no-such-person": "who is here is data",
    "not-a-trainer": "who is a trainer is data",
    "manager-loop": "who is below whom is data",
    "asker-cannot-see": "who sees an answer is data",
    "unknown-question": "which questions an attempt has is data; the attempt lists them",
    "control-character": "no text may hold U+0000, no name a line break: said by docs/people.md, not at each of a hundred strings",
    "csv-empty": "what a table must hold is not in the schema of a file",
    "csv-fields": "what a table must hold is not in the schema of a file",
    "csv-open-quote": "what a table must hold is not in the schema of a file",
    "csv-column-missing": "what a table must hold is not in the schema of a file",
    "csv-column-unknown": "what a table must hold is not in the schema of a file",
    "csv-column-unnamed": "what a table must hold is not in the schema of a file",
    "csv-column-twice": "what a table must hold is not in the schema of a file",
    "bad-utf8 POST /v1/roster": "a table is UTF-8",
    "bad-utf8 POST /v1/answers/import": "a table is UTF-8",
    "bad-utf16 POST /v1/answers/import": "what a file must hold is not in the schema of a file",
    "bad-xml POST /v1/answers/import": "what a file must hold is not in the schema of a file",
    "unsafe-xml POST /v1/answers/import": "what a file must hold is not in the schema of a file",
    "xml-other-root POST /v1/answers/import": "what a file must hold is not in the schema of a file",
    "too-many POST /v1/answers/import": "how deep a file is nested is bounded by `GET /v1/limits`, not in its schema",
    "too-simple": "a password is weighed as a whole",
    "required PUT /v1/people/{id}/password": "the present password is needed for one's own alone: told by name",
    "wrong-password": "the present password is not in the document",
    "not-a-quiz": "which activity is a quiz is data; `GET /v1/courses/{id}` tells each one's kind",
    "course-missing": "an activity is named with its course: two fields that belong together",
    "required POST /v1/feedback": "a rating, words, or both: told by name",
    "empty POST /v1/questions/{id}/answer": "the text may be left out beside answer_id alone: told by name",
    "out-of-range POST /v1/enrollments": "the first day lies within years of today, which a fixed schema cannot say",
    "starts-in-the-past": "what day it is, the clock says",
    "out-of-range POST /v1/initiatives": "the first day lies within years of today, which a fixed schema cannot say",
    "out-of-range PATCH /v1/initiatives/{id}": "the first day lies within years of today, which a fixed schema cannot say",
    "has-begun": "whether an initiative has begun, the clock says",
    "course-in-use": "who is in a course is data",
    "no-leader": "who is a leader is data",
    "no-owner": "who is a trainer or leader is data",
    "not-yours POST /v1/initiatives": "who one is, is not in the document: a leader sponsors what they make",
    "not-yours PATCH /v1/initiatives/{id}": "who one is, is not in the document: a leader sponsors what they make",
    "empty POST /v1/initiatives": "a text of nothing but spaces says nothing, and no course is no initiative: told by name",
    "empty PATCH /v1/initiatives/{id}": "a text of nothing but spaces says nothing, and no course is no initiative: told by name",
    "required POST /v1/initiatives/{id}/people": "people, team or members, one of them: told by name",
    "required POST /v1/initiatives/{id}/replies": "a not-yet says why: two fields that belong together",
    "not-asked": "only a not-yet says why: two fields that belong together",
    "unknown-module": "which stages a course has is data; `GET /v1/courses/{id}` lists them",
    "empty POST /v1/people": "a name of nothing but spaces is none",
    "empty PATCH /v1/people/{id}": "a name of nothing but spaces is none",
    "empty POST /v1/answers": "a text of nothing but spaces says nothing",
    "empty PATCH /v1/answers/{id}": "a text of nothing but spaces says nothing",
    "empty POST /v1/questions": "a text of nothing but spaces says nothing",
    "empty POST /v1/questions/{id}/proposals": "a text of nothing but spaces says nothing",
    "empty POST /v1/questions/{id}/reopening": "a text of nothing but spaces says nothing",
    "empty POST /v1/stories": "a text of nothing but spaces tells nothing",
    "not-that-state": "in which state a story is, is data",
    "required POST /v1/enrollments": "people or team, one of them: told by name at the field that is too many or missing",
    "required POST /v1/launches": "an enrollment or a version, one of them: told by name",
    "one-or-other": "an answer is published or named, one of them: told by name",
    "required GET /v1/starter": "a title is more than blanks",
    "first-version": "which versions a course has is data; `GET /v1/courses/{id}/versions` lists them",
    "not-earlier": "which versions a course has is data; `GET /v1/courses/{id}/versions` lists them",
    "too-deep GET /v1/search": "offset and limit go to the two hundredth hit together: told by name, with the offset that goes",
    "nothing-to-invite": "links are made with commit=true alone: two parameters that belong together",
}
# Refusals that come before the rest of a request is looked at: check `negative_data_rejection`.
FIRST = {
    "link-over": "who has no link is told nothing about the rest",
    "too-large": "a body past the limit is not read, so nothing is said of the rest",
    "stale": "what changes something that has changed is told so before rules that depend on what it is now",
}


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Keeps every failure but a refusal with a reason above."""
    codes = refusals(response)
    for check, reasons in (("positive_data_acceptance", REASONS), ("negative_data_rejection", FIRST)):
        if check in type(failure).checks and codes:
            return not all(one in reasons or f"{one} {case.operation.label}" in reasons for one in codes)
    return True


def refusals(response):
    """The codes of all that was wrong with a request."""
    try:
        problem = json.loads(response.content)
    except ValueError:
        return set()
    if not isinstance(problem, dict) or "code" not in problem:
        return set()
    return {one["code"] for one in problem.get("errors", [])} or {problem["code"]}

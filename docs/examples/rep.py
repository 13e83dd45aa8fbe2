#!/usr/bin/env python3
"""A rep's whole work with Cornerman, by its API alone: nine kinds of call, the standard library, and `/openapi.json`.

    CORNERMAN_PASSWORD=… docs/examples/rep.py --url http://127.0.0.1:8080 --login kwame.boateng@example.com \\
        --search "price too high" --ask "May I bring the price up before they do?"

What it does is printed, one JSON object a line: the next lesson and quiz of the plan, a search, a question, the inbox."""
import argparse
import datetime
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Refused(Exception):
    """A problem (RFC 9457) that the server answered."""


class Cornerman:
    """The calls that a rep needs, each named for what it does."""

    def __init__(self, url):
        self.url, self.token = url.rstrip("/"), None

    def _call(self, method, path, body=None, **query):
        address = self.url + path + ("?" + urllib.parse.urlencode(query) if query else "")
        headers = {"Accept": "application/json, application/problem+json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        request = urllib.request.Request(address, None if body is None else json.dumps(body).encode(), headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                content = reply.read()
                return json.loads(content) if content else None
        except urllib.error.HTTPError as error:
            problem = json.loads(error.read() or b"{}")
            wrong = "; ".join(f"{one['pointer']}: {one['message']}" for one in problem.get("errors", []))
            raise Refused(f"{method} {path}: {error.code} {problem.get('code')}: {wrong or problem.get('detail')}") from error

    def sign_in(self, login, password):
        session = self._call("POST", "/v1/sessions", {"login": login, "password": password})
        self.token = session["token"]
        return session["person"]

    def plan(self):
        """What is next over all courses, due first."""
        return self._call("GET", "/v1/plan")["items"]

    def record(self, *events):
        """Facts, each with a UUID of its own: sent twice, they count once. Answers how each was taken."""
        return self._call("POST", "/v1/events", {"events": list(events)})["results"]

    def open_quiz(self, step):
        place = {name: step[name] for name in ("enrollment_id", "activity", "occurrence")}
        return self._call("POST", "/v1/attempts", place)

    def submit_quiz(self, attempt, responses):
        return self._call("POST", f"/v1/attempts/{attempt['id']}/submission", {"responses": responses})

    def search(self, words):
        return self._call("GET", "/v1/search", q=words)

    def tell_outcome(self, search, helpful):
        """What a search came to: the answer that helped, or that none did."""
        outcome = {"outcome": "helped", "answer_id": helpful["id"]} if helpful else {"outcome": "not-helped"}
        self._call("POST", f"/v1/searches/{search['search_id']}/outcome", outcome)

    def ask(self, words, search):
        """A question to a person; what was searched for before goes along."""
        return self._call("POST", "/v1/questions", {"text": words, "search_id": search["search_id"]})

    def inbox(self):
        """Every notice that was not read, page by page."""
        page = self._call("GET", "/v1/notices", unread="true", limit=100)
        yield from page["data"]
        while page["has_more"]:
            page = self._call("GET", "/v1/notices", unread="true", limit=100, cursor=page["next"])
            yield from page["data"]


def say(what, **facts):
    print(json.dumps({"what": what, **facts}), flush=True)


def completed(step):
    """The fact that the rep has done a step."""
    return {"id": str(uuid.uuid4()), "enrollment_id": step["enrollment_id"], "activity": step["activity"],
            "occurrence": step["occurrence"], "verb": "completed",
            "occurred_at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")}


def choose(question):
    """The first option, or a word of one's own: where an interface would let the rep choose."""
    return [question["options"][0]["key"]] if question["options"] else ["I ask for their reasons first"]


def work(client, login, password, search, ask):
    person = client.sign_in(login, password)
    say("signed in", name=person["name"])
    steps = client.plan()
    say("plan", steps=[[step["kind"], step["title"], step["due_on"], step["status"]] for step in steps])
    ready = [step for step in steps if step["status"] in ("open", "started")]
    for lesson in [step for step in ready if step["kind"] == "lesson"][:1]:
        [result] = client.record(completed(lesson))
        say("lesson", activity=lesson["activity"], result=result["result"])
    for quiz in [step for step in ready if step["kind"] == "quiz"][:1]:
        attempt = client.open_quiz(quiz)
        scored = client.submit_quiz(attempt, {question["key"]: choose(question) for question in attempt["questions"]})
        say("quiz", activity=quiz["activity"], attempt=scored["id"], score=scored["score"], passed=scored["success"])
    found = client.search(search)
    best = next((hit for hit in found["hits"] if hit["kind"] == "answer" and not hit["weak"]), None)
    client.tell_outcome(found, best)
    say("search", words=found["words"], helped=best and best["title"])
    if ask:
        question = client.ask(ask, found)
        say("asked", question=question["id"], state=question["state"])
    say("inbox", notices=[notice["text"] for notice in client.inbox()])


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--url", default="http://127.0.0.1:8080")
    arguments.add_argument("--login", required=True, help="an e-mail or personnel number")
    arguments.add_argument("--search", default="price too high", help="what the rep is stuck on")
    arguments.add_argument("--ask", help="a question to a person, when nothing found is the answer")
    said = arguments.parse_args()
    try:
        password = os.environ.get("CORNERMAN_PASSWORD") or sys.exit("Set CORNERMAN_PASSWORD.")
        work(Cornerman(said.url), said.login, password, said.search, said.ask)
    except Refused as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()

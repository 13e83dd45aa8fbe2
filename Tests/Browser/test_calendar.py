"""A plan in another calendar: made on the page, read back by a calendar library against the running server, and dead when it is ended."""
import datetime
import http.client
import re
import time
from urllib.parse import urlsplit

import icalendar
from playwright.sync_api import expect


def fetch(server, path):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path)
    reply = connection.getresponse()
    return reply.status, reply.getheader("Content-Type"), reply.read()


def test_a_calendar_is_made_read_replaced_and_ended(visit, organization, server, size):
    tag = f"cal{size}"
    leader = organization.add(f"Cora Calendar {size}", f"cora.{tag}@example.org", roles=["learner", "leader"])
    rep = organization.add(f"Remy Calendar {size}", f"remy.{tag}@example.org")
    start = datetime.date(datetime.date.today().year + 1, 3, 25)
    made = organization.post("/v1/initiatives", {
        "title": f"Across the change of clocks {size}", "why": "W", "courses": [organization.course],
        "starts_on": start.isoformat(), "time_zone": "Europe/Berlin", "meets_at": "09:30"}, leader)
    organization.post(f"/v1/initiatives/{made['id']}/people", {"people": [rep.id]}, leader)
    [enrollment] = organization.get(f"/v1/enrollments?person={rep.id}", rep)["data"]
    plan = organization.get(f"/v1/enrollments/{enrollment['id']}/plan", rep)
    items = [item for module in plan["modules"] for item in module["items"] if item["due_on"]]

    here = visit(rep, at="/account")
    page = here.page
    page.get_by_role("button", name="Make an address").click()
    url = page.get_by_label("The address, shown this once")
    expect(url).to_have_value(re.compile(r"/calendar/cmf_[\w-]{43}\.ics$"))
    here.looks("calendar-address")
    path = urlsplit(url.input_value()).path

    status, kind, body = fetch(server, path)
    assert (status, kind) == (200, "text/calendar; charset=utf-8")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(body)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == len(items)
    for item in items:
        event = events[f"{enrollment['id']}/{item['activity']}/{item['occurrence']}@cornerman"]
        day, begins = datetime.date.fromisoformat(item["due_on"]), event.decoded("DTSTART")
        assert item["title"] in str(event["SUMMARY"])
        assert event.decoded("DTSTAMP").utcoffset() == datetime.timedelta(0)
        if item["kind"] in ("kickoff", "meeting"):
            # Half past nine in Berlin, before and after the clocks go forward.
            local = begins.astimezone(__import__("zoneinfo").ZoneInfo("Europe/Berlin"))
            assert (local.date(), local.hour, local.minute) == (day, 9, 30)
            assert begins.utcoffset() == datetime.timedelta(0)
            if item["minutes"]:
                assert event.decoded("DTEND") - begins == datetime.timedelta(minutes=item["minutes"])
        else:
            assert begins == day and event.decoded("DTEND") == day + datetime.timedelta(days=1)
    # The same again: nothing got another name.
    again = icalendar.Calendar.from_ical(fetch(server, path)[2])
    assert {str(event["UID"]) for event in again.walk("VEVENT")} == set(events)

    # Another time, another first day: the same entries, and newer, so that calendar programs take them over.
    def move(json):
        etag = server.request("GET", f"/v1/initiatives/{made['id']}", token=leader.token)[1]["ETag"]
        status, _, reply = server.request(
            "PATCH", f"/v1/initiatives/{made['id']}", json, token=leader.token, headers={"If-Match": etag})
        assert status == 200, reply
        moved = {str(event["UID"]): event for event in icalendar.Calendar.from_ical(fetch(server, path)[2]).walk("VEVENT")}
        assert set(moved) == set(events)
        for uid, event in moved.items():
            assert event["SEQUENCE"] > events[uid]["SEQUENCE"]
            assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP") > events[uid].decoded("LAST-MODIFIED")
        return moved

    time.sleep(1.1)  # A stamp is of a second.
    kickoff = f"{enrollment['id']}/{next(i['activity'] for i in items if i['kind'] == 'kickoff')}/1@cornerman"
    events_at_ten = move({"meets_at": "10:30"})
    assert events_at_ten[kickoff].decoded("DTSTART") - events[kickoff].decoded("DTSTART") == datetime.timedelta(hours=1)
    events = events_at_ten
    time.sleep(1.1)
    a_day_later = move({"starts_on": (start + datetime.timedelta(days=1)).isoformat()})
    assert a_day_later[kickoff].decoded("DTSTART") - events[kickoff].decoded("DTSTART") == datetime.timedelta(days=1)

    page.reload()
    here.settle().shows("It is not shown again.")
    assert "cmf_" not in page.content()
    page.get_by_role("button", name="Replace the address").click()
    expect(page.get_by_label("The address, shown this once")).to_have_value(re.compile("/calendar/cmf_"))
    newer = urlsplit(page.get_by_label("The address, shown this once").input_value()).path
    assert newer != path and fetch(server, newer)[0] == 200
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("button", name="Make an address")).to_be_visible()
    guessed = fetch(server, "/calendar/cmf_" + "A" * 43 + ".ics")
    for dead in (path, newer):
        status, kind, body = fetch(server, dead)
        assert (status, kind) == guessed[:2]
        assert re.sub(rb'"request_id":"[^"]*"', b"", body) == re.sub(rb'"request_id":"[^"]*"', b"", guessed[2])
    server.log.seek(0)
    assert "cmf_" not in server.log.read()

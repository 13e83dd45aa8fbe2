"""The keyboard alone, a session that ends in the middle, an unreachable server, the dark, and paper."""
from playwright.sync_api import expect

from server import PASSWORD


def active(page):
    """The frame that has the focus: the page, or a player in it."""
    frame = page.main_frame
    while (inner := frame.evaluate_handle("document.activeElement").as_element()) and inner.evaluate("one => one.tagName") == "IFRAME":
        frame = inner.content_frame()
    return frame


def focused(page):
    return active(page).evaluate("document.activeElement.outerHTML.slice(0, 200)")


def tab_to(page, text, most=60):
    """Presses Tab until something with this text or name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        # While the focus passes through a frame, the body has it for a moment: that holds every text, and is no answer.
        name = active(page).evaluate("""document.activeElement === document.body ? ""
            : (document.activeElement.getAttribute('aria-label') ?? '') + document.activeElement.textContent""")
        if text in name:
            return
    raise AssertionError(f"Tab never comes to {text}; it is at {focused(page)}")


def test_the_keyboard_alone_signs_in_searches_reads_and_finishes_a_step(visit, organization, size):
    rep = organization.team(size)[1][1]
    here = visit()
    page = here.page
    page.keyboard.press("Tab")
    assert "Skip to the content" in focused(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(rep.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#search")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("send me the price")
    expect(page.locator(".hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".hit").first.get_by_role("button").first).to_have_attribute("aria-expanded", "true")
    tab_to(page, "This helped")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The next person finds it sooner.")).to_be_visible()
    page.keyboard.press("/") if page.evaluate("document.activeElement === document.body") else page.locator("#search").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="My next steps")).to_be_visible()
    tab_to(page, "What happens in the third week")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What happens in the third week")).to_be_focused()
    tab_to(page, "I have read it")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Read. It counts.").first).to_be_visible()
    expect(page.get_by_role("heading", name="What happens in the third week")).to_be_focused()


def test_the_keyboard_alone_goes_from_what_did_not_help_to_a_question(visit, organization, size):
    rep = organization.team(size)[1][1]
    here = visit(rep)
    page = here.page
    page.keyboard.press("/")
    page.keyboard.type("send me the price")
    expect(page.locator(".hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    tab_to(page, "It did not")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(f", says the plant of {size}")
    tab_to(page, "Ask")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="See your question")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Question", exact=True)).to_be_focused()
    here.shows(f"send me the price, says the plant of {size}")


def test_the_keyboard_alone_takes_a_quiz(visit, organization, size):
    rep = organization.team(size)[1][1]
    here = visit(rep, at=f"/steps/{rep.enrollment}/check-break/1")
    page = here.page
    player = page.frame_locator("iframe.own")
    expect(player.get_by_role("button", name="Start")).to_be_visible()
    page.keyboard.press("Tab")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    questions = player.locator(".question")
    expect(questions.first.locator("input").first).to_be_focused()
    for number in range(questions.count()):
        field = questions.nth(number).locator("input").first
        for _ in range(8):
            if field.evaluate("(first) => first.closest('.question').contains(document.activeElement)"):
                break
            page.keyboard.press("Tab")
        if field.get_attribute("type") == "text":
            page.keyboard.type("instead of")
        else:
            page.keyboard.press("Space")
    assert player.locator(".question:not(:has(input:checked)):not(:has(input[type=text]))").count() == 0
    tab_to(page, "Submit")
    page.keyboard.press("Enter")
    expect(player.locator("h3.score")).to_be_focused()
    tab_to(page, "Back to the step")
    page.keyboard.press("Enter")
    here.shows("Tries so far")


def test_a_session_that_ends_loses_nothing(visit, organization, size):
    rep = organization.team(size)[1][2]
    here = visit(rep, at=f"/steps/{rep.enrollment}/say-it/1", typed=True)
    page = here.page
    page.get_by_label("What happened").fill("I said it twice.")
    page.reload()
    expect(page.get_by_label("What happened")).to_have_value("I said it twice.")
    tokens = organization.get("/v1/tokens", rep)["data"]
    mine = organization.get("/v1/sessions/current", rep)
    assert mine["person"]["id"] == rep.id
    for token in tokens:
        if token["kind"] == "session" and token["id"] != own_token(organization, rep, tokens):
            organization.delete(f"/v1/tokens/{token['id']}", rep)
    page.get_by_role("button", name="Hand in").click()
    dialog = page.get_by_role("dialog", name="Your session has ended")
    expect(dialog).to_be_visible()
    here.looks("session-ended")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()
    here.shows("Handed in. You will hear when it is confirmed.", "I said it twice.")
    events = organization.get(f"/v1/enrollments/{rep.enrollment}/events?activity=say-it", rep)["data"]
    assert [event["verb"] for event in events].count("submitted") == 1


def own_token(organization, rep, tokens):
    """The session that the test itself speaks with: the oldest one."""
    return min((token for token in tokens if token["kind"] == "session"), key=lambda token: token["created_at"])["id"]


def test_an_answer_that_does_not_arrive_is_sent_again_and_counted_once(visit, organization, size):
    rep = organization.team(size)[1][2]
    here = visit(rep, at=f"/steps/{rep.enrollment}/my-pledge/1")
    page = here.page
    page.get_by_label("In your own words").fill("I call first.")
    # The server records it, and its reply is lost on the way.
    page.route("**/v1/events", lambda route: (route.fetch(), route.abort()))
    page.get_by_role("button", name="I pledge this").click()
    here.shows("The server does not answer.").looks("unreachable")
    expect(page.get_by_label("In your own words")).to_have_value("I call first.")
    page.unroute("**/v1/events")
    page.get_by_role("button", name="I pledge this").click()
    here.shows("Pledged.")
    events = organization.get(f"/v1/enrollments/{rep.enrollment}/events?activity=my-pledge", rep)["data"]
    assert [event["verb"] for event in events].count("pledged") == 1


def test_the_dark_has_contrast_too(visit, organization, size):
    rep = organization.team(size)[1][0]
    here = visit(rep, scheme="dark")
    here.looks("home-dark")
    here.go(f"/steps/{rep.enrollment}/say-it/1").looks("practice-dark")
    here.page.locator("#search").fill("price")
    expect(here.page.locator(".hit").first).to_be_visible()
    here.looks("search-dark")


def test_what_a_trainer_wrote_can_run_nothing(visit, organization, size):
    reply = organization.post("/v1/answers", {
        "question": f"Is markup dangerous at {size}?",
        "text": "<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3)) **bold**"},
        organization.trainer)
    here = visit(organization.team(size)[1][0], at=f"/answers/{reply['id']}")
    here.shows("bold")
    prose = here.page.locator(".prose")
    assert prose.locator("script, img").count() == 0
    assert prose.locator("a[href^=javascript]").count() == 0

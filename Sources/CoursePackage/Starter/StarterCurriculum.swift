import XML

/// The starter's texts. What stands in [brackets] is for its author to replace.
enum StarterCurriculum {
    static func text(key: String, title: String, owner: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!--
          A course for a change in how people work: training, practice and coaching over six weeks.

          How to go on:
            1. Replace what stands in [brackets]. Texts are Markdown: **bold**, *italic*, lists, [links](https://example.org).
            2. Look at it:    cornerman inspect .        (says what is missing, with line and column)
            3. Bring it in:   upload a zip of this folder, or ask whoever runs the server.

          Dates: offset="P7D" is a week after the start, every="P14D" times="4" is every two weeks, four times,
          after="break" counts from the day on which the module "break" is done. Ids never change: progress hangs on them.
        -->
        <curriculum xmlns="urn:cornerman:curriculum:1" id="\(escaped(key))" version="1" xml:lang="en">
          <title>\(escaped(title))</title>

          <!-- People change for reasons of their own. These three stand first on everybody's page. -->
          <why>[What happens if we go on as before? One number that everybody knows, and what it costs.]</why>
          <benefit>[What gets easier or better for the person who takes this course?]</benefit>
          <stop>[Which habit, form or meeting ends? What is only added to a full week is dropped first.]</stop>

          <!-- One to three sentences in the first person that somebody else could watch. -->
          <behavior id="ask-first">[I ask for the customer's reasons before I give mine.]</behavior>

          <!-- Training: a break with the past, then a little at a time. -->
          <module id="break" kind="training">
            <title>Why, and how</title>
            <kickoff id="kickoff" offset="P0D" minutes="45">
              <title>Kickoff with our sponsor</title>
              <text>
                [The sponsor says why, tells one story of their own, and says what ends today.]

                Bring one case in which the old way cost you something.
              </text>
            </kickoff>
            <lesson id="how" offset="P2D" minutes="10" behaviors="ask-first">
              <title>How it is done</title>
              <text>
                [One idea, one example from your own work, one sentence to try tomorrow.]

                The [card](files/question-card.md) has openers to keep beside the phone.
              </text>
            </lesson>
            <quiz id="check" offset="P5D" minutes="5" masteryScore="0.5" moveOn="Passed" behaviors="ask-first">
              <title>What would you say?</title>
              <question id="opener" type="choice">
                <prompt>A customer opens with "What does it cost?" What do you say first?</prompt>
                <option correct="true">
                  <text>A range, and then: "What would it have to change for you to be worth that?"</text>
                  <feedback>Yes. They get an answer, and you learn the reason.</feedback>
                </option>
                <option>
                  <text>"It depends. Let me show you the product first."</text>
                  <feedback>They asked, and got no answer; and you still do not know their reason.</feedback>
                </option>
                <option>
                  <text>The list price, and what is included.</text>
                  <feedback>True, and the conversation is about the price from now on.</feedback>
                </option>
              </question>
              <question id="signs" type="multiple">
                <prompt>Which of these are reasons of the customer's?</prompt>
                <option correct="true"><text>"Our month-end takes nine days."</text></option>
                <option correct="true"><text>"My boss wants one number by Friday."</text></option>
                <option><text>"Your reporting module has forty charts."</text><feedback>That is ours.</feedback></option>
              </question>
            </quiz>
            <meeting id="webinar" type="webinar" offset="P16D" minutes="30" behaviors="ask-first">
              <title>What we have learned so far</title>
              <text>[Two people show a call each: one that went well, one that did not.]</text>
            </meeting>
          </module>

          <!-- Development: practice at work. A witness confirms it, never the learner. -->
          <module id="try" kind="development">
            <title>Try it</title>
            <pledge id="promise" offset="P5D" behaviors="ask-first">
              <title>My promise</title>
              <text>What will you do differently, on which occasion, and who will notice?</text>
            </pledge>
            <practice id="three-tries" offset="P9D" evidence="text" witness="manager" behaviors="ask-first">
              <title>Three tries</title>
              <task>
                Do it in three conversations this week. Write down one sentence that you heard, word for word.

                It went wrong? Then you have learned the most. Look for an answer, or ask a person.
              </task>
            </practice>
            <practice id="show-me" offset="P23D" evidence="text" witness="peer" requires="three-tries" behaviors="ask-first">
              <title>Let somebody watch</title>
              <task>Ask a colleague to listen to one conversation, and to tell you what they noticed.</task>
            </practice>
          </module>

          <!-- Coaching: somebody asks, every two weeks, until it holds. -->
          <module id="corner" kind="coaching">
            <title>In your corner</title>
            <coaching id="one-on-one" offset="P10D" every="P14D" times="3" with="manager" minutes="30" behaviors="ask-first">
              <title>One-on-one</title>
              <agenda>
                - What did you try, and what happened?
                - What got in the way?
                - What will you try until next time?
              </agenda>
            </coaching>
            <meeting id="clinic" type="clinic" offset="P30D" minutes="45">
              <title>Clinic</title>
              <text>Bring a conversation that went wrong. We work on it together.</text>
            </meeting>
            <feedback id="pulse" offset="P12D" every="P14D" times="2">
              <title>How is it going?</title>
              <scale id="belief" from="1" to="5">I believe that this helps me in my work.</scale>
              <words id="in-the-way">What gets in the way?</words>
            </feedback>
          </module>

          <!-- Answers for the moment in which somebody is stuck. Write what people really ask, in their words. -->
          <answers>
            <answer id="only-price" activity="how" tags="price" owner="\(escaped(owner))">
              <question>What do I say when they only want to know the price?</question>
              <also>They open with what does it cost</also>
              <also>Customer asks for a quote right away</also>
              <text>
                Give a range, then ask: *"What would it have to change for you to be worth that?"*

                If they do not know, the price is not their question yet.
              </text>
            </answer>
          </answers>
        </curriculum>

        """
    }

    static let card = """
        # Openers

        1. What made you look at this now?
        2. What happens if you leave it as it is?
        3. Who else feels this?
        4. What have you tried?
        5. How would you know that it got better?

        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}

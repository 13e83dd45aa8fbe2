-- Events as learners send them, one a request: wrk … -s events.lua URL -- FILE RUN KIND
-- FILE has a line "token enrollment played secret" for each learner, RUN is a number that no other run has, as ids are never used
-- twice, and KIND is plain, or commit for the state of content.
local learners, count, run, kind = {}, 0, 0, ""
local state = string.rep("s", 4096)

function init(arguments)
    for line in io.lines(arguments[1]) do
        local token, enrollment, played, secret = line:match("(%S+) (%S+) (%S+) (%S+)")
        learners[#learners + 1] = { token = token, enrollment = enrollment, played = played, secret = secret }
    end
    run, kind = tonumber(arguments[2]), arguments[3]
end

local function event(learner, round)
    local id = string.format("00000000-0000-7000-8%03x-%012x", run, count)
    local now = os.date("!%Y-%m-%dT%H:%M:%S.000Z")
    if kind == "commit" then
        return string.format(
            '{"launch":"%s","events":[{"id":"%s","enrollment_id":"%s","activity":"one","verb":"suspended","occurred_at":"%s",'
            .. '"data":{"state":"%s","location":"%d"}}]}',
            learner.secret, id, learner.played, now, state, round)
    end
    return string.format(
        '{"events":[{"id":"%s","enrollment_id":"%s","activity":"l%d","verb":"%s","occurred_at":"%s"}]}',
        id, learner.enrollment, round % 20, round % 3 == 0 and "completed" or "opened", now)
end

function request()
    count = count + 1
    local learner = learners[count % #learners + 1]
    return wrk.format("POST", "/v1/events",
        { ["Authorization"] = "Bearer " .. learner.token, ["Content-Type"] = "application/json" },
        event(learner, math.floor(count / #learners)))
end

-- A refused event comes in a 200: one look in a hundred is enough to notice that.
local replies = 0
function response(status, headers, body)
    replies = replies + 1
    if replies % 100 == 1 and not body:find('"recorded"', 1, true) then print("refused: " .. body) end
end

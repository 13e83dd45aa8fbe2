-- Events as learners send them, one a request: wrk … -s events.lua URL -- FILE RUN
-- FILE has a line "token enrollment" for each learner, RUN is a number that no other run has: ids are never used twice.
local learners, count, run = {}, 0, 0

function init(arguments)
    for line in io.lines(arguments[1]) do
        local token, enrollment = line:match("(%S+) (%S+)")
        learners[#learners + 1] = { token = token, enrollment = enrollment }
    end
    run = tonumber(arguments[2])
end

function request()
    count = count + 1
    local learner = learners[count % #learners + 1]
    local lesson = math.floor(count / #learners)
    local body = string.format(
        '{"events":[{"id":"00000000-0000-7000-8%03x-%012x","enrollment_id":"%s","activity":"l%d","verb":"%s","occurred_at":"%s"}]}',
        run, count, learner.enrollment, lesson % 20, lesson % 3 == 0 and "completed" or "opened",
        os.date("!%Y-%m-%dT%H:%M:%S.000Z"))
    return wrk.format("POST", "/v1/events",
        { ["Authorization"] = "Bearer " .. learner.token, ["Content-Type"] = "application/json" }, body)
end

-- A refused event comes in a 200: one look in a hundred is enough to notice that.
local replies = 0
function response(status, headers, body)
    replies = replies + 1
    if replies % 100 == 1 and not body:find('"recorded"', 1, true) then print("refused: " .. body) end
end

-- wrk's script: sends each line of a file once, over all connections, then nothing more. With one thread, each line is
-- one turn of its own; "started" and "answered" tell the moments to measure between. Then wrk waits to be interrupted.
local bodies, allowed, sent, answered, failed = {}, 0, -1, 0, 0
local FOR_EVER = 3600000

local function tell(word)
  io.write(word, "\n")
  io.flush()
end

function init(arguments)
  for line in io.lines(arguments[1]) do
    bodies[#bodies + 1] = line
  end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

-- wrk asks once before each request for how long to hold it back.
function delay()
  allowed = allowed + 1
  return allowed > #bodies and FOR_EVER or 0
end

-- Its first call is wrk's own check of this script; what it returns then is not sent.
function request()
  sent = sent + 1
  if sent == 1 then
    tell("started")
  end
  return wrk.format(nil, nil, nil, bodies[math.max(sent, 1)])
end

function response(status)
  answered = answered + 1
  if status >= 300 then
    failed = failed + 1
  end
  if answered == #bodies then
    tell("answered " .. failed)
  end
end

function done(summary, latency)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  tell(string.format("done %d %d %d", broken, latency:percentile(50), latency:percentile(99)))
end

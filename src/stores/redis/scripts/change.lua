-- A change as `change.rs` writes it out.
local function changed()
  local change = { sessions = {}, tasks = {}, cancel = {}, facts = {} }
  change.now, change.retention = number(), number()
  change.mark, change.reply = take(), take()
  change.done, change.fence = take(), number()
  change.person, change.expected, change.consent, change.invited = take(), number(), take(), take() == '1'
  change.seal = take()
  change.message, change.message_of = take(), take()
  for at = 1, number() do
    change.sessions[at] = {
      id = take(), version = number(), ended = take() == '1', invited = take() == '1', owner = take(), ttl = number(), body = take()
    }
  end
  for at = 1, number() do
    change.tasks[at] = {
      id = take(), session = take(), due = by_our_clock(number(), change.now), lane = number(), send = take() == '1', owner = take(), body = take(),
      fence = 0, attempt = 0, bits = 0, rank = 0, at = change.now
    }
  end
  for at = 1, number() do
    change.cancel[at] = take()
  end
  for at = 1, number() do
    change.facts[at] = take()
  end
  return change
end

local function invite(person, moment)
  local at = #person.invitations + 1
  while at > 1 and person.invitations[at - 1] > moment do
    at = at - 1
  end
  table.insert(person.invitations, at, moment)
  if #person.invitations > 100 then
    table.remove(person.invitations, 1)
  end
end

local function queue_facts(change)
  for _, fact in ipairs(change.facts) do
    redis.call('XADD', here .. 'f', '*', 'b', fact)
  end
end

local function point(change)
  if change.message ~= '' then
    redis.call('SET', here .. 'p' .. change.message, change.message_of, 'PX', change.retention)
  end
end

-- Merges a change of an earlier epoch, in any order with others and any number of times.
local HOUR = 3600000
local now, change = clock(), changed()
local retention, hold = change.retention, number()
types_are_right()
local order = {}
for _, given in ipairs(change.sessions) do
  order[given.id] = given.version
  session_of(given.id)
  if given.owner ~= '' then
    person_of(given.owner)
  end
end
if change.person ~= '' then
  adopt(change.person, change.seal, change.now)
end
for _, task in ipairs(change.tasks) do
  if task.session ~= '' then
    session_of(task.session)
  end
  if task.owner ~= '' then
    person_of(task.owner)
  end
end
for _, session in ipairs(change.cancel) do
  session_of(session)
end

-- What was redone of a session lately: the version of the newest change that cancelled its tasks, and tasks with the version of the
-- change that added them.
local function redone_of(session)
  local text = redis.call('GET', here .. 'y' .. session)
  local list = text and record(text, 2)
  return list and { cancelled = list[1], added = list[2] } or { cancelled = 0, added = {} }
end

local function keep_redone(session, redone)
  redis.call('SET', here .. 'y' .. session, '\1' .. cmsgpack.pack({ redone.cancelled, redone.added }), 'PX', HOUR)
end

local function bury(id)
  redis.call('SET', here .. 'x' .. id, '1', 'PX', HOUR)
  local task = task_of(id)
  if task and not bit_of(task, AWAITED) then
    redis.call('ZREM', here .. 'k', member_of(task))
    forget(task, retention)
  else
    redis.call('DEL', here .. 't' .. id)
  end
  for session in pairs(order) do
    forget({ id = id, send = false, lane = 1, session = session, owner = '' }, retention)
  end
end

-- What is stored and was not redone was written while the store was whole: it lacks this cancelling only where it is older.
local function cancel_older(session, was)
  local version, redone = order[session], redone_of(session)
  local stored = session_of(session)
  for _, member in ipairs(copy(stored and stored.tasks or calmly(strays_of, session) or {})) do
    local added
    for _, one in ipairs(redone.added) do
      added = one[1] == member and one[2] or added
    end
    if not version or added and added < version or not added and (not was or was < version) then
      drop(member, now, retention)
    end
  end
  if version then
    redone.cancelled = math.max(redone.cancelled, version)
    keep_redone(session, redone)
  end
end

local function is_over(task)
  if redis.call('EXISTS', here .. 'x' .. task.id) == 1 then
    return true
  end
  local stored, version = task.session ~= '' and session_of(task.session), order[task.session]
  if version and redone_of(task.session).cancelled > version then
    return true
  end
  if stored and task.lane == 1 and stored.version ~= version and (stored.ended or task.send and stored.invited) then
    return true
  end
  return task.owner ~= '' and last_out(person_of(task.owner)) > change.now
end

local function add_again(task)
  if is_over(task) then
    return
  end
  local earlier = task_of(task.id)
  if earlier and bit_of(earlier, AWAITED) then
    task.fence, task.attempt, task.rank = earlier.fence, earlier.attempt, earlier.rank
    task.bits, task.due = earlier.bits - AWAITED, math.max(task.due, earlier.due)
    redis.call('DEL', here .. 't' .. task.id)
  elseif is_there(task) then
    return
  end
  if bit_of(task, PARKED) then
    park(task, now, retention)
    return
  end
  task.due = math.max(task.due, now + hold)
  add(task, retention)
  if order[task.session] then
    local redone = redone_of(task.session)
    redone.added[#redone.added + 1] = { member_of(task), order[task.session] }
    keep_redone(task.session, redone)
  end
end

local function merge(person)
  person.version, person.changed = math.max(person.version, change.expected + 1), true
  if change.invited and not position(person.invitations, change.now) then
    invite(person, change.now)
  end
  local place = place_of(change.now, change.expected + 1)
  if change.consent == 'in' then
    opt_in(person, place)
  elseif change.consent == 'out' then
    opt_out(person, place)
    for _, id in ipairs(copy(person.sends)) do
      local task = task_of(id)
      if task and task.at < place then
        drop(member_of(task), now, retention)
      end
    end
  end
end

if change.mark ~= '' then
  redis.call('SET', here .. 'm' .. change.mark, change.reply, 'NX', 'PX', retention)
end
if change.done ~= '' then
  bury(change.done)
end
local was = {}
for _, given in ipairs(change.sessions) do
  local stored = session_of(given.id)
  was[given.id] = stored and stored.version
  if not stored or stored.version < given.version then
    given.ttl = math.max(given.ttl - math.max(now - change.now, 0), HOUR)
    place(given, retention)
  end
end
if change.person ~= '' then
  merge(person_of(change.person))
end
for _, session in ipairs(change.cancel) do
  cancel_older(session, was[session])
end
for _, task in ipairs(change.tasks) do
  add_again(task)
end
point(change)
queue_facts(change)
keep(retention)
return 1

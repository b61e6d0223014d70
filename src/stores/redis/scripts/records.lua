-- Sessions, respondents and tasks as tables; what was changed is written back at the end by `keep`.
local sessions, people = {}, {}
local HELD, STARTED, CANCELLED, PARKED, AWAITED = 1, 2, 4, 8, 16

-- A session: the byte 1, the length of its header in two bytes, the header {version, 1 if ended + 2 if invited, tasks}, the body.
local function session_of(id)
  if sessions[id] ~= nil then
    return sessions[id]
  end
  local text = redis.call('GET', here .. 's' .. id)
  sessions[id] = false
  if text then
    if #text < 3 or string.byte(text, 1) ~= 1 then
      error('UNREADABLE session')
    end
    local length = struct.unpack('>I2', text, 2)
    local fine, header = pcall(cmsgpack.unpack, string.sub(text, 4, 3 + length))
    if not (fine and type(header) == 'table' and type(header[1]) == 'number' and type(header[2]) == 'number' and type(header[3]) == 'table') then
      error('UNREADABLE session')
    end
    sessions[id] = {
      version = header[1], ended = header[2] % 2 == 1, invited = header[2] >= 2, tasks = header[3], body = string.sub(text, 4 + length)
    }
  end
  return sessions[id]
end

local function keep_session(id, session)
  if session.ttl and session.ttl <= 0 then
    session.ttl = 1
  end
  local header = cmsgpack.pack({ session.version, (session.ended and 1 or 0) + (session.invited and 2 or 0), session.tasks })
  local text = '\1' .. struct.pack('>I2', #header) .. header .. session.body
  if session.ttl then
    redis.call('SET', here .. 's' .. id, text, 'PX', session.ttl)
  else
    redis.call('SET', here .. 's' .. id, text, 'KEEPTTL')
  end
end

-- A respondent: version, places of opting out, the last one of opting back in, erased, invitations, sessions, waiting messages.
-- A change of consent has its place in time: the moment, and as a fraction of it the respondent's version, which decides between two
-- of the same millisecond (41 bits and 12 bits are what a number holds exactly).
-- Of the places of opting out those after the last opting in count; the newest stays in any case, since it ended what was queued before.
local function person_of(id)
  if people[id] then
    return people[id]
  end
  local text = redis.call('GET', here .. 'r' .. id)
  local person = { version = 0, outs = {}, last_in = 0, erased = 0, invitations = {}, sessions = {}, sends = {} }
  if text then
    local list = record(text, 7)
    if not list then
      error('UNREADABLE respondent')
    end
    person.version, person.outs, person.last_in, person.erased = list[1], list[2], list[3], list[4]
    person.invitations, person.sessions, person.sends = list[5], list[6], list[7]
  end
  people[id] = person
  return person
end

local STEP = 1 / 4096

local function place_of(moment, version)
  return moment + version % 4096 * STEP
end

-- nil: not opted out.
local function out_since(person)
  local since
  for _, place in ipairs(person.outs) do
    if place > person.last_in and (not since or place < since) then
      since = place
    end
  end
  return since and math.floor(since)
end

local function last_out(person)
  local last = 0
  for _, place in ipairs(person.outs) do
    last = math.max(last, place)
  end
  return last
end

-- In any order. Sixteen are more than anyone changes their mind between two losses of data.
local function opt_out(person, place)
  if not position(person.outs, place) and #person.outs < 16 then
    person.outs[#person.outs + 1] = place
  end
end

local function opt_in(person, place)
  person.last_in = math.max(person.last_in, place)
  local last, left = last_out(person), {}
  for _, out in ipairs(person.outs) do
    if out > person.last_in or out == last then
      left[#left + 1] = out
    end
  end
  person.outs = left
end

-- What stands in the place of somebody who was erased: version, places of opting out, the last one of opting back in, when erased.
local function tombstone_of(seal)
  local text = redis.call('GET', here .. 'd' .. seal)
  if not text then
    return nil
  end
  local list = record(text, 4)
  if not list then
    error('UNREADABLE tombstone')
  end
  return { version = list[1], outs = list[2], last_in = list[3], erased = list[4], seal = seal }
end

local function bury(person)
  redis.call('SET', here .. 'd' .. person.seal, '\1' .. cmsgpack.pack({ person.version, person.outs, person.last_in, person.erased }))
end

-- A respondent together with what their tombstone says, if they were erased once; what changes from here on shows in both.
local function adopt(id, seal, moment)
  local person = person_of(id)
  local stone = tombstone_of(seal)
  if stone and not person.seal then
    person.seal, person.gone = seal, moment and moment <= stone.erased and redis.call('EXISTS', here .. 'r' .. id) == 0
    person.version, person.erased = math.max(person.version, stone.version), math.max(person.erased, stone.erased)
    person.last_in = math.max(person.last_in, stone.last_in)
    for _, place in ipairs(stone.outs) do
      opt_out(person, place)
    end
  end
  return person
end

local function keep_person(id, person, retention)
  if person.seal then
    bury(person)
  end
  -- From before they were erased: they stay without a number.
  if person.gone then
    return
  end
  local text = '\1' .. cmsgpack.pack({
    person.version, person.outs, person.last_in, person.erased, person.invitations, person.sessions, person.sends
  })
  if out_since(person) then
    redis.call('SET', here .. 'r' .. id, text)
  else
    redis.call('SET', here .. 'r' .. id, text, 'PX', retention * 3)
  end
end

-- Forgets the oldest of what is gone, so that the list stays short for who calls often. Whoever is erased must be found whole.
local function owns(person, session)
  if position(person.sessions, session) then
    return
  end
  if #person.sessions >= 4 then
    for at = #person.sessions, 1, -1 do
      if redis.call('EXISTS', here .. 's' .. person.sessions[at]) == 0 then
        table.remove(person.sessions, at)
      end
    end
  end
  person.sessions[#person.sessions + 1] = session
  if #person.sessions > 1000 then
    table.remove(person.sessions, 1)
  end
  person.changed = true
end

-- Tasks of a session that is not stored.
local function strays_of(id)
  local text = redis.call('GET', here .. 'i' .. id)
  return text and record(text, 1) and record(text, 1)[1] or {}
end

local function keep_strays(id, tasks, retention)
  if #tasks == 0 then
    redis.call('DEL', here .. 'i' .. id)
  else
    redis.call('SET', here .. 'i' .. id, '\1' .. cmsgpack.pack({ tasks }), 'PX', retention)
  end
end

-- A task's member in the sorted sets: the length of its id, the id, and for a timer its session: one that was never leased is no more
-- than its member.
local function member_of(task)
  return string.char(#task.id) .. task.id .. (task.send and '' or task.session)
end

local function parts(member)
  local length = string.byte(member, 1)
  return string.sub(member, 2, 1 + length), string.sub(member, 2 + length)
end

local function bit_of(task, bit)
  return math.floor(task.bits / bit) % 2 == 1
end

local function put_bit(task, bit, on)
  if bit_of(task, bit) ~= on then
    task.bits = task.bits + (on and bit or -bit)
  end
end

-- nil: there is none; false: it cannot be read.
local function task_of(id)
  local text = redis.call('GET', here .. 't' .. id)
  if not text then
    return nil
  end
  local list = record(text, 11)
  if not list then
    return false
  end
  return {
    id = id, send = list[1] == 1, lane = list[2], session = list[3], owner = list[4], due = list[5],
    fence = list[6], attempt = list[7], bits = list[8], rank = list[9], at = list[10], body = list[11]
  }
end

local function keep_task(task, ttl)
  local text = '\1' .. cmsgpack.pack({
    task.send and 1 or 0, task.lane, task.session, task.owner, task.due, task.fence, task.attempt, task.bits, task.rank, task.at, task.body
  })
  if ttl then
    redis.call('SET', here .. 't' .. task.id, text, 'PX', ttl)
  else
    redis.call('SET', here .. 't' .. task.id, text)
  end
end

local function timer_of(member, due)
  local id, session = parts(member)
  if session == '' then
    return nil
  end
  return { id = id, send = false, lane = 1, session = session, owner = '', due = due, fence = 0, attempt = 0, bits = 0, rank = 0, at = 0, body = '' }
end

-- The task of a member; nil: it cannot be read, false: there is none. What is known of a timer that was never leased here may have
-- come from a journal before the timer itself.
local function task_of_member(member, due)
  local fine, task = pcall(task_of, (parts(member)))
  if not fine or task == false then
    return nil
  end
  if task and not bit_of(task, AWAITED) then
    return task
  end
  local timer = timer_of(member, due)
  if timer and task then
    timer.fence, timer.attempt, timer.rank, timer.bits = task.fence, task.attempt, task.rank, task.bits - AWAITED
  end
  return timer or false
end

-- Where writing has begun, what cannot be read is passed over rather than broken off at.
local function calmly(read, id)
  local fine, found = pcall(read, id)
  return fine and found or nil
end

local function index(task, retention)
  local member = member_of(task)
  if task.session ~= '' then
    local session = calmly(session_of, task.session)
    local tasks = session and session.tasks or calmly(strays_of, task.session) or {}
    if not position(tasks, member) then
      tasks[#tasks + 1] = member
      if session then
        session.changed = true
      else
        keep_strays(task.session, tasks, retention)
      end
    end
  end
  if task.owner ~= '' then
    local person = calmly(person_of, task.owner)
    if person and not position(person.sends, task.id) then
      person.sends[#person.sends + 1] = task.id
      person.changed = true
    end
  end
end

local function unindex(task, retention)
  local member = member_of(task)
  if task.session ~= '' then
    local session = calmly(session_of, task.session)
    if session then
      session.changed = without(session.tasks, member) or session.changed
    else
      local tasks = calmly(strays_of, task.session) or {}
      if without(tasks, member) then
        keep_strays(task.session, tasks, retention)
      end
    end
  end
  if task.owner ~= '' then
    local person = calmly(person_of, task.owner)
    if person then
      person.changed = without(person.sends, task.id) or person.changed
    end
  end
end

local function queue_of(task)
  return here .. 'q' .. task.lane
end

local function unqueue(task)
  local member = member_of(task)
  redis.call('ZREM', queue_of(task), member)
  redis.call('ZREM', here .. 'l', member)
end

local function forget(task, retention)
  unqueue(task)
  redis.call('DEL', here .. 't' .. task.id)
  unindex(task, retention)
end

-- Aside, never handed out again.
local function park(task, now, retention)
  unqueue(task)
  unindex(task, retention)
  put_bit(task, PARKED, true)
  put_bit(task, HELD, false)
  keep_task(task, retention)
  redis.call('ZADD', here .. 'k', now + retention, member_of(task))
end

-- A task is added once.
local function is_there(task)
  return redis.call('EXISTS', here .. 't' .. task.id) == 1 or redis.call('ZSCORE', queue_of(task), member_of(task)) ~= false
end

local function add(task, retention)
  if task.send or task.fence > 0 or task.bits > 0 then
    keep_task(task)
  end
  redis.call('ZADD', queue_of(task), task.due, member_of(task))
  index(task, retention)
end

-- Drops a task that is no longer wanted. One whose request may be on its way stays until its holder settles it.
local function drop(member, now, retention)
  local task = task_of_member(member, 0)
  if not task or bit_of(task, PARKED) or bit_of(task, CANCELLED) then
    return
  end
  local lease = redis.call('ZSCORE', here .. 'l', member)
  if bit_of(task, STARTED) and lease and tonumber(lease) > now then
    put_bit(task, CANCELLED, true)
    keep_task(task)
  else
    forget(task, retention)
  end
end

local function copy(list)
  local all = {}
  for at, one in ipairs(list) do
    all[at] = one
  end
  return all
end

local function cancel(session, now, retention)
  local stored = session_of(session)
  for _, member in ipairs(copy(stored and stored.tasks or calmly(strays_of, session) or {})) do
    drop(member, now, retention)
  end
end

local function cancel_sends(person, now, retention)
  for _, id in ipairs(copy(person.sends)) do
    drop(string.char(#id) .. id, now, retention)
  end
end

local function count_open(by)
  if by ~= 0 then
    redis.call('INCRBY', here .. 'o', by)
  end
end

-- The next state of a session.
local function place(given, retention)
  local stored = session_of(given.id)
  local was = stored and not stored.ended and 1 or 0
  count_open((given.ended and 0 or 1) - was)
  local tasks = stored and stored.tasks or calmly(strays_of, given.id) or {}
  if not stored and #tasks > 0 then
    redis.call('DEL', here .. 'i' .. given.id)
  end
  given.tasks, given.changed = tasks, true
  sessions[given.id] = given
  if given.owner ~= '' then
    owns(person_of(given.owner), given.id)
  end
end

local function keep(retention)
  for id, session in pairs(sessions) do
    if session and session.changed then
      keep_session(id, session)
    end
  end
  for id, person in pairs(people) do
    if person.changed then
      keep_person(id, person, retention)
    end
  end
end

-- A key of another type would break a script off in the middle: better before the first write.
local function types_are_right()
  redis.call('ZCARD', here .. 'q0')
  redis.call('ZCARD', here .. 'q1')
  redis.call('ZCARD', here .. 'l')
  redis.call('ZCARD', here .. 'k')
  redis.call('XLEN', here .. 'f')
  if not tonumber(redis.call('GET', here .. 'o') or 0) then
    error('UNREADABLE counter')
  end
end

-- Whether a task is in doubt is decided by the newest lease that has said something of it, and there by what ends rather than begins.
local function doubt(task, fence, settlement)
  local rank = fence * 4 + (settlement == 'started' and 1 or 2)
  if rank >= task.rank then
    task.rank = rank
    put_bit(task, STARTED, settlement == 'started')
  end
end

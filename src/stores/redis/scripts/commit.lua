-- One change: every check, then every write. Answers {0} done, {1, reply} duplicate, {2} conflict.
local now, change = clock(), changed()
local retention = change.retention

-- The mark comes before everything that could conflict: a repetition is always a duplicate.
if change.mark ~= '' then
  local reply = redis.call('GET', here .. 'm' .. change.mark)
  if reply then
    return { 1, reply }
  end
end
types_are_right()
local done
if change.done ~= '' then
  done = task_of(change.done)
  if done == false then
    error('UNREADABLE task')
  end
  if not done or not bit_of(done, HELD) or bit_of(done, PARKED) or done.fence ~= change.fence then
    return { 2 }
  end
end
for _, given in ipairs(change.sessions) do
  local stored = session_of(given.id)
  if given.version == 1 and stored or given.version ~= 1 and not (stored and stored.version == given.version - 1) then
    return { 2 }
  end
  if given.owner ~= '' then
    person_of(given.owner)
  end
end
local person
if change.person ~= '' then
  person = adopt(change.person, change.seal, change.now)
  if person.version ~= change.expected then
    return { 2 }
  end
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

if change.mark ~= '' then
  redis.call('SET', here .. 'm' .. change.mark, change.reply, 'PX', retention)
end
if done then
  forget(done, retention)
end
for _, given in ipairs(change.sessions) do
  place(given, retention)
end
if person then
  person.version, person.changed = person.version + 1, true
  -- What is committed later counts as later, whatever the gateways' clocks say.
  local now_here = place_of(change.now, person.version)
  if change.consent == 'out' then
    opt_out(person, math.max(now_here, person.last_in + STEP))
  elseif change.consent == 'in' then
    opt_in(person, math.max(now_here, last_out(person) + STEP))
  end
  if change.invited then
    invite(person, change.now)
  end
end
-- Drops first and adds then: what the change itself sends is not dropped.
for _, session in ipairs(change.cancel) do
  cancel(session, now, retention)
end
if person and change.consent == 'out' then
  cancel_sends(person, now, retention)
end
for _, task in ipairs(change.tasks) do
  if not is_there(task) then
    add(task, retention)
  end
end
point(change)
queue_facts(change)
keep(retention)
return { 0 }

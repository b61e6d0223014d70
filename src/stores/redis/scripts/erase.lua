-- Everything of a respondent goes, if their record is still what it was; a tombstone stays. Answers {0} where it is not, else {1, tasks gone}.
local owner, seal, version, at, retention, whole = take(), take(), number(), number(), number(), take() == '1'
local sessions_gone, needles, facts_gone, facts, marks = {}, {}, {}, {}, {}
for _, list in ipairs({ sessions_gone, needles, facts_gone, facts, marks }) do
  for place = 1, number() do
    list[place] = take()
  end
end
types_are_right()
local person = adopt(owner, seal)
if person.version ~= version then
  return { 0 }
end
local gone = 0
-- Calls that have been told: they are known for good.
for place = 1, #marks, 2 do
  redis.call('SET', here .. 'm' .. marks[place], marks[place + 1])
end

local function remove(member)
  local task = task_of_member(member, 0)
  redis.call('ZREM', here .. 'k', member)
  if task then
    forget(task, retention)
    gone = gone + 1
  end
end

local function is_about_them(task)
  for _, needle in ipairs(needles) do
    if string.find(task.body, needle, 1, true) then
      return true
    end
  end
  return false
end

if whole then
  for _, id in ipairs(copy(person.sends)) do
    remove(string.char(#id) .. id)
  end
end
for _, id in ipairs(sessions_gone) do
  local session = calmly(session_of, id)
  for _, member in ipairs(copy(session and session.tasks or calmly(strays_of, id) or {})) do
    remove(member)
  end
end
for _, queue in ipairs({ 'q0', 'q1', 'l', 'k' }) do
  for _, member in ipairs(redis.call('ZRANGE', here .. queue, 0, -1)) do
    local task = calmly(task_of, (parts(member)))
    if task and is_about_them(task) then
      remove(member)
    end
  end
end
for _, id in ipairs(sessions_gone) do
  local session = calmly(session_of, id)
  if session and not session.ended then
    count_open(-1)
  end
  redis.call('DEL', here .. 's' .. id, here .. 'i' .. id, here .. 'y' .. id)
  sessions[id] = false
  without(person.sessions, id)
end
for _, place in ipairs(facts_gone) do
  redis.call('XDEL', here .. 'f', place)
end
for _, fact in ipairs(facts) do
  redis.call('XADD', here .. 'f', '*', 'b', fact)
end
person.version, person.erased, person.seal = person.version + 1, math.max(person.erased, at), seal
if whole then
  bury(person)
  redis.call('DEL', here .. 'r' .. owner)
  people[owner] = nil
else
  person.changed = true
end
keep(retention)
return { 1, gone }

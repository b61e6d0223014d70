-- Merges a settlement of an earlier epoch. One of an older lease than is known tells at most whether the task is in doubt.
local HOUR = 3600000
local now = clock()
local id, fence, to, due, retention, hold = take(), number(), take(), by_our_clock(number()), number(), number()
types_are_right()
local task = task_of(id)
if task == false then
  error('UNREADABLE task')
end
if redis.call('EXISTS', here .. 'x' .. id) == 1 or task and bit_of(task, PARKED) and task.fence >= fence then
  return 0
end
local older = task and task.fence > fence
if older and to ~= 'started' and to ~= 'retry' then
  return 0
end
local here_already = task and not bit_of(task, AWAITED)
if to == 'done' or to == 'retry' and task and not older and bit_of(task, CANCELLED) then
  redis.call('SET', here .. 'x' .. id, '1', 'PX', HOUR)
  if here_already then
    redis.call('ZREM', here .. 'k', member_of(task))
    forget(task, retention)
  elseif task then
    redis.call('DEL', here .. 't' .. id)
  end
  keep(retention)
  return 1
end
task = task or {
  id = id, send = true, lane = 1, session = '', owner = '', due = 0, fence = 0, attempt = 0, bits = AWAITED, rank = 0, at = 0, body = ''
}
if to == 'started' or to == 'retry' then
  doubt(task, fence, to)
end
if older then
  keep_task(task, not here_already and HOUR or nil)
  return 1
end
local newer = task.fence < fence
task.fence, task.attempt = fence, math.max(task.attempt, fence)
if to == 'retry' or to == 'postponed' then
  task.due = due
end
if to == 'parked' and here_already then
  park(task, now, retention)
elseif to == 'parked' then
  put_bit(task, PARKED, true)
  keep_task(task, retention)
elseif not here_already then
  keep_task(task, HOUR)
elseif to == 'started' and not newer then
  keep_task(task)
else
  -- Whoever holds it by an older lease has lost it.
  put_bit(task, HELD, false)
  unqueue(task)
  if to == 'started' then
    task.due = math.max(task.due, now + hold)
  end
  keep_task(task)
  redis.call('ZADD', queue_of(task), task.due, member_of(task))
end
keep(retention)
return 1

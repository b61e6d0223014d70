-- Says what became of a leased task; 1 if its holder is the last one.
local now = clock()
local id, fence, to, due, retention = take(), number(), take(), by_our_clock(number()), number()
local task = task_of(id)
if task == false then
  error('UNREADABLE task')
end
if not task or not bit_of(task, HELD) or bit_of(task, PARKED) or task.fence ~= fence then
  return 0
end
types_are_right()
if task.session ~= '' then
  session_of(task.session)
end
if task.owner ~= '' then
  person_of(task.owner)
end

local function wait_again()
  put_bit(task, HELD, false)
  redis.call('ZREM', here .. 'l', member_of(task))
  redis.call('ZADD', queue_of(task), task.due, member_of(task))
  keep_task(task)
end

if to == 'started' then
  doubt(task, fence, to)
  keep_task(task)
elseif to == 'done' or to == 'retry' and bit_of(task, CANCELLED) then
  forget(task, retention)
elseif to == 'parked' then
  park(task, now, retention)
elseif to == 'retry' then
  doubt(task, fence, to)
  task.due = due
  wait_again()
else
  -- An earlier holder's doubt stays: this one has not begun, so it has cleared nothing.
  task.attempt = math.max(task.attempt - 1, 0)
  if to == 'postponed' then
    task.due = due
  end
  wait_again()
end
keep(retention)
return 1

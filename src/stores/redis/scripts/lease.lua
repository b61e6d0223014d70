-- Takes due tasks, confirmations first.
local now, most, ttl, retention = clock(), number(), number(), number()
local taken = {}
types_are_right()

-- Those whose lease ran out wait again at their own time; until someone else takes them their holder may still settle them.
for _, member in ipairs(redis.call('ZRANGEBYSCORE', here .. 'l', '-inf', now, 'LIMIT', 0, 1000)) do
  local fine, task = pcall(task_of, (parts(member)))
  redis.call('ZREM', here .. 'l', member)
  if fine and task then
    redis.call('ZADD', queue_of(task), task.due, member)
  else
    redis.call('ZADD', here .. 'k', now + retention, member)
  end
end

local function hand_out(member, due)
  local task = task_of_member(member, tonumber(due))
  if not task or bit_of(task, PARKED) then
    return nil
  end
  local fine, unwanted = pcall(function()
    return bit_of(task, CANCELLED) or task.owner ~= '' and out_since(person_of(task.owner)) ~= nil
  end)
  if not fine then
    return nil
  end
  if unwanted then
    forget(task, retention)
    return false
  end
  task.fence, task.attempt = task.fence + 1, task.attempt + 1
  put_bit(task, HELD, true)
  keep_task(task)
  redis.call('ZREM', queue_of(task), member)
  redis.call('ZADD', here .. 'l', now + ttl, member)
  return { task.id, task.session, task.due, task.lane, task.send and 1 or 0, task.fence, task.attempt, bit_of(task, STARTED) and 1 or 0, task.body }
end

for lane = 0, 1 do
  local rounds = 0
  while #taken < most and rounds < 20 do
    rounds = rounds + 1
    local due = redis.call('ZRANGEBYSCORE', here .. 'q' .. lane, '-inf', now, 'WITHSCORES', 'LIMIT', 0, math.min(most - #taken, 500))
    if #due == 0 then
      break
    end
    for at = 1, #due, 2 do
      local task = hand_out(due[at], due[at + 1])
      if task then
        taken[#taken + 1] = task
      elseif task == nil then
        -- It cannot be read: set aside, so that it does not stop the others.
        redis.call('ZREM', here .. 'q' .. lane, due[at])
        redis.call('ZADD', here .. 'k', now + retention, due[at])
      end
    end
  end
end
keep(retention)
return taken

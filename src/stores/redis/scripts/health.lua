-- Waiting, leased, parked, the time since the oldest due task should have begun, open sessions.
local now = clock()
local oldest = now
local expired = redis.call('ZRANGEBYSCORE', here .. 'l', '-inf', now, 'LIMIT', 0, 1000)
for _, member in ipairs(expired) do
  local task = task_of((parts(member)))
  oldest = math.min(oldest, task and task.due or now)
end
for lane = 0, 1 do
  local first = redis.call('ZRANGE', here .. 'q' .. lane, 0, 0, 'WITHSCORES')
  oldest = math.min(oldest, tonumber(first[2] or now))
end
local leased = redis.call('ZCARD', here .. 'l') - #expired
local waiting = redis.call('ZCARD', here .. 'q0') + redis.call('ZCARD', here .. 'q1') + #expired
return { waiting, leased, redis.call('ZCOUNT', here .. 'k', now, '+inf'), now - oldest, tonumber(redis.call('GET', here .. 'o') or 0) }

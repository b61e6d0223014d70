-- Takes a place under a limit: 1, or 2 where the holder has one already, or 0 where none is free.
local key, holder, most, per = here .. 'b' .. take(), take(), number(), number()
local now = clock()
redis.call('ZREMRANGEBYSCORE', key, '-inf', now - per)
if redis.call('ZSCORE', key, holder) then
  return 2
end
if redis.call('ZCARD', key) >= most then
  return 0
end
redis.call('ZADD', key, now, holder)
redis.call('PEXPIRE', key, per)
return 1

-- Gives a place under a limit back.
local key, holder = here .. 'b' .. take(), take()
return redis.call('ZREM', key, holder)

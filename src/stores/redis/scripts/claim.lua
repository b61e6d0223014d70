-- Whose a call is: the candidate's, or an earlier one's.
local key, candidate, retention = here .. 'c' .. take(), take(), number()
local owner = redis.call('GET', key)
if owner then
  return owner
end
redis.call('SET', key, candidate, 'PX', retention)
return candidate

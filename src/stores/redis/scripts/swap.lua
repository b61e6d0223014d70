-- Replaces the central record if it is still what the caller saw (empty: none).
local key = string.sub(KEYS[1], 1, -2) .. 'epoch'
if (redis.call('GET', key) or '') ~= ARGV[1] then
  return 0
end
redis.call('SET', key, ARGV[2])
return 1

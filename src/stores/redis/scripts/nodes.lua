-- Registers a node; gives all as {id, milliseconds since it was seen, what it has redone}. After an hour nobody waits for one.
local key = string.sub(KEYS[1], 1, -2) .. 'nodes'
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local all, known = {}, redis.call('HGETALL', key)
for at = 1, #known, 2 do
  local seen, done = string.match(known[at + 1], '^(%d+) (.*)$')
  if not seen or now - tonumber(seen) > 3600000 then
    redis.call('HDEL', key, known[at])
  elseif known[at] ~= ARGV[1] then
    all[#all + 1] = { known[at], math.max(now - tonumber(seen), 0), done }
  end
end
redis.call('HSET', key, ARGV[1], string.format('%d %s', now, ARGV[2]))
return all

-- The time and the central record of the epoch.
local time = redis.call('TIME')
return { tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000), redis.call('GET', string.sub(KEYS[1], 1, -2) .. 'epoch') }

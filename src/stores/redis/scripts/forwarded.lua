-- They go; who had them in hand lets go.
local holder, count = take(), number()
for _ = 1, count do
  redis.call('XDEL', here .. 'f', take())
end
if redis.call('GET', here .. 'h') == holder then
  redis.call('DEL', here .. 'h')
end
return redis.call('XLEN', here .. 'f')

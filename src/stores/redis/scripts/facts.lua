-- The oldest facts, unless another gateway has them in hand.
local most, holder, hold = number(), take(), number()
local facts = redis.call('XRANGE', here .. 'f', '-', '+', 'COUNT', most)
if #facts == 0 then
  return {}
end

-- An earlier process of the same gateway: it is gone.
local function is_earlier(other)
  local node = string.match(holder, '^(.*) ')
  return node ~= nil and other ~= holder and string.match(other, '^(.*) ') == node
end

if not redis.call('SET', here .. 'h', holder, 'NX', 'PX', hold) then
  if not is_earlier(redis.call('GET', here .. 'h')) then
    return {}
  end
  redis.call('SET', here .. 'h', holder, 'PX', hold)
end
return facts

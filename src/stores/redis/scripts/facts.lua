-- The oldest facts, unless another gateway has them in hand.
local most, holder, hold = number(), take(), number()
local facts = redis.call('XRANGE', here .. 'f', '-', '+', 'COUNT', most)
if #facts == 0 or not redis.call('SET', here .. 'h', holder, 'NX', 'PX', hold) then
  return {}
end
return facts

-- Puts a tombstone back that a loss of data has taken.
local seal, at, out = take(), number(), number()
local stone = tombstone_of(seal) or { version = 0, outs = {}, last_in = 0, erased = 0 }
if stone.erased >= at then
  return 0
end
stone.version, stone.erased, stone.seal = stone.version + 1, at, seal
if out > 0 then
  opt_out(stone, place_of(out, 0))
end
bury(stone)
return 1

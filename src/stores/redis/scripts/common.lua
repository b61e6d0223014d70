-- Begins every script.
-- KEYS[1] is the epoch marker of the partition: where it is missing or another one, this store has lost data since the caller looked.
-- KEYS[2] is never set: while the slot moves to another node, a key that is not there makes a cluster answer TRYAGAIN, so that no
-- script sees half a partition. All other keys derive from what these hold and carry the same tag.
-- ARGV[1] is the epoch, ARGV[2] the caller's clock in milliseconds, or empty for the store's own; ARGV[3] what the caller's clock shows
-- now where it is the store's that counts, or empty; the script's arguments follow.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return redis.error_reply('EPOCH begins')
end
local here = string.sub(KEYS[1], 1, -2)
local cursor = 3

local function take()
  cursor = cursor + 1
  return ARGV[cursor]
end

local function number()
  return tonumber(take())
end

local function clock()
  local given = tonumber(ARGV[2])
  if given then
    return given
  end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- A moment of the caller's clock by the clock that counts here: what is due now is due now, whatever the two show. What was due when it
-- was decided is so also where the caller's clock has stepped since.
local function by_our_clock(moment, decided)
  local theirs = tonumber(ARGV[3])
  if not theirs then
    return moment
  end
  return clock() + (decided and moment <= decided and 0 or moment - theirs)
end

-- A record is the byte 1 and a packed list; anything else was written by a newer version or is damaged.
local function record(text, length)
  if string.byte(text, 1) ~= 1 then
    return nil
  end
  local fine, list = pcall(cmsgpack.unpack, string.sub(text, 2))
  if fine and type(list) == 'table' and #list == length then
    return list
  end
  return nil
end

local function position(list, member)
  for at, one in ipairs(list) do
    if one == member then
      return at
    end
  end
  return nil
end

local function without(list, member)
  local at = position(list, member)
  if at then
    table.remove(list, at)
  end
  return at ~= nil
end

-- What is kept of a respondent: version, since when opted out, ids and bodies of sessions, the partition's waiting facts.
local owner = take()
local person = adopt(owner, take())
local ids, bodies = {}, {}
for _, id in ipairs(person.sessions) do
  local text = redis.call('GET', here .. 's' .. id)
  if text then
    ids[#ids + 1], bodies[#bodies + 1] = id, text
  end
end
local out = out_since(person)
return { person.version, out and 1 or 0, out or 0, ids, bodies, redis.call('XRANGE', here .. 'f', '-', '+') }

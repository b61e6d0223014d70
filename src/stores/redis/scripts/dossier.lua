-- What is known of a respondent, the answer given to a mark, and the sessions.
local owner, mark = take(), take()
local person = adopt(owner, take())
local seen = mark ~= '' and redis.call('GET', here .. 'm' .. mark)
local bodies = {}
for at = math.max(1, #person.sessions - 49), #person.sessions do
  local id = person.sessions[at]
  local text = redis.call('GET', here .. 's' .. id)
  if text then
    bodies[#bodies + 1] = text
  end
end
local out = out_since(person)
return { person.version, out and 1 or 0, out or 0, person.erased, person.invitations, seen, bodies }

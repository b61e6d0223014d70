-- What is known of a respondent, the answer given to a mark, and the sessions.
local person, mark = person_of(take()), take()
local seen = mark ~= '' and redis.call('GET', here .. 'm' .. mark)
local bodies = {}
for _, id in ipairs(person.sessions) do
  local text = redis.call('GET', here .. 's' .. id)
  if text then
    bodies[#bodies + 1] = text
  end
end
local out = person.outs[1] or 0
for _, moment in ipairs(person.outs) do
  out = math.min(out, moment)
end
return { person.version, #person.outs, out, person.erased, person.invitations, seen, bodies }

-- Books as fast as the service answers; each request somebody new, with a key of their own.
-- Arguments: the first number that was not used yet (below 2^53: Lua has no larger whole numbers), the number of moments.
local draden = 0

function setup(draad)
    draad:set("draad", draden)
    draden = draden + 1
end

function init(argumenten)
    volgende = tonumber(argumenten[1]) + draad * 10000000
    momenten = tonumber(argumenten[2])
    math.randomseed(volgende)
    koppen = { ["Content-Type"] = "application/json" }
end

function request()
    volgende = volgende + 1
    koppen["Idempotency-Key"] = string.format("bench-%d", volgende)
    local moment = string.format("00000000-0000-4000-8000-%012d", math.random(momenten))
    return wrk.format("POST", "/api/v1/boekingen", koppen, string.format(
        '{"momentId":"%s","naam":"Fatma de Vries","email":"bench-%d@voorbeeld.example"}', moment, volgende))
end

function done(samenvatting)
    local fout = samenvatting.errors
    io.write(string.format("per_seconde %.1f fout %d\n", samenvatting.requests / samenvatting.duration * 1e6,
        fout.connect + fout.read + fout.write + fout.status + fout.timeout))
end

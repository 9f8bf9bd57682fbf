-- A thousand calendars, each fetched about once a minute, as programs that follow one do. Connection by connection with a
-- pause between, so that they come spread over the minute.
-- Arguments: how many calendars there are, and how long a connection waits between two, in ms.
local draden = 0

function setup(draad)
    draad:set("draad", draden)
    draden = draden + 1
end

function init(argumenten)
    aantal = tonumber(argumenten[1])
    pauze = tonumber(argumenten[2])
    volgende = -1
end

function delay()
    return pauze
end

function request()
    volgende = (volgende + 1) % aantal
    return wrk.format("GET", string.format("/agenda/bench%038d.ics", volgende))
end

function done(samenvatting, latentie)
    local fout = samenvatting.errors
    io.write(string.format("p99_ms %.1f fout %d aantal %d\n", latentie:percentile(99.0) / 1000,
        fout.connect + fout.read + fout.write + fout.status + fout.timeout, samenvatting.requests))
end

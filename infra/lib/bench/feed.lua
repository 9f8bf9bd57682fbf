-- Asks again and again; wrk itself counts a 304 as well answered.
function done(samenvatting)
    local fout = samenvatting.errors
    io.write(string.format("per_seconde %.1f fout %d\n", samenvatting.requests / samenvatting.duration * 1e6,
        fout.connect + fout.read + fout.write + fout.status + fout.timeout))
end

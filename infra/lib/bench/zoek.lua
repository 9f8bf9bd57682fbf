-- Asks when one can be free, each time with other wishes: one in seven has none.
-- Arguments: api or pagina.
local soorten = { "", "huis", "groep", "thuis", "verblijf" }
local dagdelen = { "", "", "ochtend", "middag", "avond" }
local talen = { "", "", "", "ar", "tr" }
local wijken = { "West", "Noordwest", "Overvecht", "Noordoost", "Oost", "Binnenstad", "Zuid", "Zuidwest", "Leidsche Rijn", "Vleuten-De Meern" }

function init(argumenten)
    pagina = argumenten[1] == "pagina"
    math.randomseed(20261127)
end

local function een(uit) return uit[math.random(#uit)] end

local function met(velden, naam, waarde)
    if waarde ~= "" then velden[#velden + 1] = naam .. "=" .. waarde end
end

function request()
    local velden = {}
    if math.random(7) > 1 then
        met(velden, "soort", een(soorten))
        met(velden, "dagdeel", een(dagdelen))
        met(velden, pagina and "gesproken" or "taal", een(talen))
        if math.random(5) == 1 then met(velden, "rolstoel", pagina and "ja" or "true") end
        if math.random(2) == 1 then
            local wijk = een(wijken)
            met(velden, pagina and "waar" or "wijk", pagina and "wijk-" .. wijk:lower():gsub(" ", "-") or (wijk:gsub(" ", "%%20")))
            if math.random(2) == 1 then met(velden, pagina and "buurt" or "inDeBuurt", pagina and "ja" or "true") end
        end
    end
    if not pagina then
        met(velden, "alleenVrij", "true")
        met(velden, "grootte", "20")
        if math.random(4) == 1 then met(velden, "pagina", "2") end
    elseif math.random(4) == 1 then
        met(velden, "datum", os.date("%Y-%m-%d", os.time() + math.random(120) * 86400))
    end
    return wrk.format("GET", (pagina and "/momenten?" or "/api/v1/momenten?") .. table.concat(velden, "&"))
end

function done(samenvatting, latentie)
    local fout = samenvatting.errors
    io.write(string.format("p95_ms %.1f per_seconde %.1f fout %d\n", latentie:percentile(95.0) / 1000,
        samenvatting.requests / samenvatting.duration * 1e6, fout.connect + fout.read + fout.write + fout.status + fout.timeout))
end

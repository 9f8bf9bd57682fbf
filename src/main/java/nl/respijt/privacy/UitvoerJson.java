package nl.respijt.privacy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An export as a file to keep: each table with why we have it, who sees it and for how long. */
final class UitvoerJson {
    private UitvoerJson() {}

    static HttpResponse<?> download(List<Uitvoer.Deel> delen, Instant nu) {
        var inhoud = new LinkedHashMap<String, Object>();
        inhoud.put("gemaaktOp", nu.toString());
        inhoud.put("gegevens", delen.stream().map(UitvoerJson::json).toList());
        return HttpResponse.ok(inhoud)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"mijn-gegevens.json\"");
    }

    private static Map<String, Object> json(Uitvoer.Deel deel) {
        var tabel = deel.tabel();
        var json = new LinkedHashMap<String, Object>();
        json.put("wat", tabel.naam());
        json.put("waarvoor", tabel.doel());
        json.put("grond", tabel.grond());
        json.put("wieZietHet", tabel.ziet());
        json.put("bewaren", tabel.soort().inWoorden());
        json.put("rijen", deel.rijen().stream().map(UitvoerJson::alsTekst).toList());
        return json;
    }

    /** Numbers and booleans stay what they are; all else is text. */
    private static Map<String, Object> alsTekst(Map<String, Object> rij) {
        var tekst = new LinkedHashMap<String, Object>();
        rij.forEach((naam, waarde) ->
                tekst.put(naam, waarde instanceof Number || waarde instanceof Boolean ? waarde : waarde.toString()));
        return tekst;
    }
}

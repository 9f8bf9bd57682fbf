package nl.respijt.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refused form as it was typed, with what was wrong in it; {@link #NIETS} for a page that nobody sent anything yet. */
public record Getypt(Map<String, String> waarden, List<Fout> fouten) {
    public static final Getypt NIETS = new Getypt(Map.of(), List.of());

    public Getypt {
        waarden = Map.copyOf(waarden);
        fouten = List.copyOf(fouten);
    }

    public static Getypt van(Velden velden) {
        return new Getypt(velden.zoalsGetypt(), velden.fouten());
    }

    /** With one more fault; of a field that is empty, when nothing on the page can be changed to mend it. */
    public Getypt metFout(String veld, String melding) {
        var alle = new ArrayList<>(fouten);
        alle.add(new Fout(veld, melding));
        return new Getypt(waarden, alle);
    }

    /** For a form that a page holds more than once: its fields are found there by other names, its other fields not. */
    public Getypt opPlek(Map<String, String> plekken) {
        var verplaatst = new LinkedHashMap<String, String>();
        plekken.forEach((veld, plek) -> verplaatst.put(plek, waarden.getOrDefault(veld, "")));
        return new Getypt(
                verplaatst,
                fouten.stream()
                        .map(fout -> new Fout(plekken.getOrDefault(fout.veld(), ""), fout.melding()))
                        .toList());
    }

    /** What stands in a field: what was typed, else what it starts with. */
    public String waarde(String veld, String anders) {
        return waarden.getOrDefault(veld, anders);
    }

    /** What stands beside a field; empty when it was right. */
    public String fout(String veld) {
        return fouten.stream()
                .filter(fout -> fout.veld().equals(veld))
                .map(Fout::melding)
                .findFirst()
                .orElse("");
    }
}

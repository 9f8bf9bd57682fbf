package nl.respijt.privacy;

import static java.util.Map.entry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.mantelzorger.Voorkeuren.Voorkeur;
import nl.respijt.web.Fout;
import nl.respijt.web.Kader;
import nl.respijt.web.Teksten;

/**
 * What we have of somebody, for their own eyes; {@code nieuwAdres} is the address whose code they have yet to type, and
 * {@code getypt} what stood in a form that was refused.
 */
public record GegevensPagina(
        Optional<Correctie.Persoon> persoon,
        Optional<String> nieuwAdres,
        boolean herinneringen,
        Voorkeur voorkeur,
        Optional<String> hulpwens,
        List<Uitvoer.Deel> delen,
        boolean klaar,
        List<Fout> fouten,
        Map<String, String> getypt) {

    public String waarde(String veld, String anders) {
        return getypt.getOrDefault(veld, anders);
    }

    /** A box that was not ticked is not sent: of a refused form only what was sent counts. */
    public boolean aangevinkt(String veld, boolean anders) {
        return getypt.isEmpty() ? anders : "ja".equals(getypt.get(veld));
    }

    public String fout(String veld) {
        return fouten.stream()
                .filter(fout -> fout.veld().equals(veld))
                .map(Fout::melding)
                .findFirst()
                .orElse("");
    }

    /** A name of a table or column as the bundles write it. */
    public static String sleutel(String naam) {
        return naam.replace('_', '-');
    }

    /** Columns that hold a word of a list, and where the bundles say what it means; else it is among the "woord". */
    private static final Map<String, String> LIJSTEN = Map.ofEntries(
            entry("soort", "berichtsoort."),
            entry("status", ""),
            entry("kanaal", ""),
            entry("doel", ""),
            entry("wat", "gebeurtenis."),
            entry("wie", ""),
            entry("geboekt_door", ""),
            entry("door", ""),
            entry("namens", ""),
            entry("afgehandeld_wie", ""),
            entry("waarom", ""),
            entry("uitkomst", "agenda-antwoord."),
            entry("antwoord", ""),
            entry("gebeurtenis", ""),
            entry("handeling", ""),
            entry("object", "inzage-ding."),
            entry("grond", "inzage-grond."),
            entry("rol", "rol."),
            entry("dagdeel", "dagdeel."),
            entry("taal", "taal."),
            entry("voor", "thuis.voor-"),
            entry("oordeel", "terugblik.oordeel."),
            entry("leeftijdsgroep", "leeftijdsgroep."));

    /** A value as people read it. */
    public static String leesbaar(Kader k, String kolom, Object waarde) {
        return switch (waarde) {
            case OffsetDateTime tijdstip -> k.d().tijdstip(tijdstip.toInstant());
            case Boolean ja -> k.t().van(ja ? "eigen.ja" : "eigen.nee");
            default -> inWoorden(k.t(), kolom, waarde.toString());
        };
    }

    /** What is in no list was written by somebody, or is a name. */
    private static String inWoorden(Teksten t, String kolom, String waarde) {
        var woord = waarde.toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(LIJSTEN.get(kolom)).stream()
                .flatMap(lijst -> Stream.of(lijst + woord, "woord." + woord))
                .filter(t.sleutels()::contains)
                .findFirst()
                .map(t::van)
                .orElse(waarde);
    }
}

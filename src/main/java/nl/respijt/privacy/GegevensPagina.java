package nl.respijt.privacy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.mantelzorger.Voorkeuren.Voorkeur;
import nl.respijt.web.Fout;
import nl.respijt.web.Kader;

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

    /** A value as people read it. */
    public static String leesbaar(Kader k, Object waarde) {
        return switch (waarde) {
            case OffsetDateTime tijdstip -> k.d().tijdstip(tijdstip.toInstant());
            case Boolean ja -> k.t().van(ja ? "eigen.ja" : "eigen.nee");
            default -> waarde.toString();
        };
    }
}

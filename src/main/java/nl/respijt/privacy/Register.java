package nl.respijt.privacy;

import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.tijd.Tijdzone;

/** Every column of the database, as {@code privacy/velden.yaml} lists them; a bean. */
public record Register(Map<String, Soort> soorten, List<Tabel> tabellen, Map<String, List<String>> zonderPersonen) {
    /** How long a kind is kept; without a term something else ends it, as the explanation says. */
    public record Soort(String naam, Optional<Period> termijn, String uitleg) {
        /** "13 maanden", or the explanation where something else ends it. */
        public String inWoorden() {
            return termijn.map(duur -> "%s. %s".formatted(inWoorden(duur), uitleg))
                    .orElse(uitleg);
        }

        private static String inWoorden(Period duur) {
            if (duur.getYears() > 0) {
                return duur.getYears() + " jaar";
            }
            return duur.getMonths() > 0
                    ? duur.getMonths() + (duur.getMonths() == 1 ? " maand" : " maanden")
                    : duur.getDays() + (duur.getDays() == 1 ? " dag" : " dagen");
        }

        /** What began before this is kept no longer. */
        Optional<Instant> grens(Instant nu) {
            return termijn.map(duur -> Tijdzone.lokaal(nu).minus(duur).toInstant());
        }
    }

    /** About whom a table is. */
    public enum Van {
        MANTELZORGER,
        GASTHEER,
        MEDEWERKER
    }

    /** What becomes of a row. */
    enum Wissen {
        RIJ,
        KOLOMMEN,
        PERSOON
    }

    /** What becomes of a column of a row that stays. */
    enum Actie {
        BLIJFT,
        LEEGMAKEN,
        ANONIMISEER
    }

    /** What kind of thing a column tells about somebody. */
    enum Categorie {
        NAAM,
        CONTACT,
        AFSPRAAK,
        ZORG,
        VOORKEUR,
        VERSLAG,
        VERSLEUTELD,
        GEHEIM
    }

    /** A column about a person; {@code als} is what it becomes, in SQL. */
    public record Kolom(String naam, Categorie categorie, Actie actie, String als) {
        boolean isTeZien() {
            return categorie != Categorie.GEHEIM;
        }
    }

    /**
     * A table with columns about a person; {@code wie} (the rows of one person, for each kind of person who has some),
     * {@code vanaf} and {@code erbij} are SQL.
     */
    public record Tabel(
            String naam,
            Van van,
            Soort soort,
            Map<Van, String> wie,
            Optional<String> vanaf,
            boolean echteKlok,
            Wissen wissen,
            String doel,
            String grond,
            String ziet,
            List<Kolom> kolommen,
            Map<String, String> erbij,
            List<String> gewoon) {
        public Tabel {
            wie = Map.copyOf(wie);
            kolommen = List.copyOf(kolommen);
            gewoon = List.copyOf(gewoon);
        }

        /** Which rows are those of one person of this kind, as SQL. */
        String rijenVan(Van wiens) {
            return Optional.ofNullable(wie.get(wiens))
                    .orElseThrow(() -> new IllegalStateException("%s has nothing of a %s".formatted(naam, wiens)));
        }
    }

    public Register {
        tabellen = List.copyOf(tabellen);
    }

    /** What holds something of such a person. */
    List<Tabel> van(Van wiens) {
        return tabellen.stream().filter(tabel -> tabel.wie().containsKey(wiens)).toList();
    }

    /** All columns by table. */
    Map<String, List<String>> kolommen() {
        var alle = new LinkedHashMap<>(zonderPersonen);
        for (var tabel : tabellen) {
            var kolommen = new java.util.ArrayList<>(tabel.gewoon());
            tabel.kolommen().forEach(kolom -> kolommen.add(kolom.naam()));
            alle.put(tabel.naam(), kolommen);
        }
        return alle;
    }
}

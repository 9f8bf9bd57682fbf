package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.database.TestDatabase;
import nl.respijt.instellingen.StartFout;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register against the database: what is not in it could not be shown, wiped or let go of. */
final class RegisterTest {
    private static final Pattern NOOIT = Pattern.compile(
            "bsn|burgerservice|geboorte|geboren|ouder|diagnos|ziekte|birth|parent", Pattern.CASE_INSENSITIVE);

    private final Register register = RegisterFactory.lees(Map.of());

    @Test
    void every_column_of_the_database_is_in_the_register() throws SQLException {
        var fouten = new ArrayList<String>();
        var echt = database();
        var register = this.register.kolommen();
        echt.forEach((tabel, kolommen) -> {
            var bekend = register.getOrDefault(tabel, List.of());
            kolommen.stream()
                    .filter(kolom -> !bekend.contains(kolom))
                    .forEach(kolom -> fouten.add(watErMoet(tabel, kolom)));
        });
        register.forEach((tabel, kolommen) -> kolommen.stream()
                .filter(kolom -> !echt.getOrDefault(tabel, Set.of()).contains(kolom))
                .forEach(kolom -> fouten.add("%s.%s is in privacy/velden.yaml and not in the database: take it out"
                        .formatted(tabel, kolom))));
        register.forEach((tabel, kolommen) -> assertThat(kolommen).as(tabel).doesNotHaveDuplicates());

        assertThat(fouten).isEmpty();
    }

    /** A row that points at a person, or at what is theirs, is theirs: export and erasure have to find it. */
    @ParameterizedTest
    @CsvSource({"MANTELZORGER, mantelzorger, boeking", "GASTHEER, gastheer, dienst"})
    void what_points_at_a_person_says_whose_it_is(Register.Van wiens, String persoon, String ding) throws SQLException {
        var vanIemand = register.van(wiens).stream().map(Register.Tabel::naam).collect(Collectors.toSet());

        assertThat(wijzenNaar(persoon, ding))
                .contains(ding)
                .allSatisfy(tabel -> assertThat(vanIemand)
                        .as("%s needs van: %s and wie, or ook, in privacy/velden.yaml", tabel, persoon)
                        .contains(tabel));
    }

    private static List<String> wijzenNaar(String persoon, String ding) throws SQLException {
        try (var database = TestDatabase.vers();
                var verbinding = database.verbinding();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery("""
                        select conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid in ('%1$s'::regclass, '%2$s'::regclass)
                        union
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name in ('%1$s_id', '%2$s_id')
                        """.formatted(persoon, ding))) {
            var tabellen = new ArrayList<String>();
            while (rijen.next()) {
                tabellen.add(rijen.getString(1));
            }
            return tabellen;
        }
    }

    private static String watErMoet(String tabel, String kolom) {
        return """

                %1$s.%2$s is not in privacy/velden.yaml.
                  About a person: under tabellen, %1$s (a new table: with van, soort, wissen, doel, grond and ziet, and with
                  wie when it holds what we have of a mantelzorger), persoonlijk, add
                      %2$s: {categorie: …}
                  and what people call it, in teksten/nl and teksten/en, privacy.properties: gegeven.%3$s
                  About nobody, or only an id: add it to gewoon of %1$s, or to %1$s under zonderPersonen.
                """.formatted(tabel, kolom, GegevensPagina.sleutel(kolom));
    }

    private static Map<String, Set<String>> database() throws SQLException {
        try (var database = TestDatabase.vers();
                var verbinding = database.verbinding();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = 'public'")) {
            var alle = new TreeMap<String, Set<String>>();
            while (rijen.next()) {
                alle.computeIfAbsent(rijen.getString(1), tabel -> new TreeSet<>())
                        .add(rijen.getString(2));
            }
            return alle;
        }
    }

    /** PostgreSQL reads every piece of SQL in the register. */
    @Test
    void the_register_speaks_sql() throws SQLException {
        try (var database = TestDatabase.vers();
                var verbinding = database.verbinding();
                var vraag = verbinding.createStatement()) {
            for (var tabel : register.tabellen()) {
                var delen = new ArrayList<String>();
                delen.addAll(tabel.wie().values());
                tabel.vanaf().ifPresent(vanaf -> delen.add(vanaf + " < now()"));
                tabel.erbij().values().forEach(sql -> delen.add("(" + sql + ") is not null"));
                tabel.kolommen().forEach(kolom -> delen.add("(" + kolom.als() + ") is null"));
                for (var deel : delen) {
                    vraag.executeQuery("select * from %s where %s"
                                    .formatted(
                                            tabel.naam(),
                                            deel.replace(":persoon", "gen_random_uuid()")
                                                    .replace(":nu", "now()")))
                            .close();
                }
            }
        }
    }

    @Test
    void what_an_export_shows_has_a_name_in_every_language() {
        var nodig = new TreeSet<String>();
        for (var tabel : vanIemand()) {
            var teZien = tabel.kolommen().stream()
                    .filter(Register.Kolom::isTeZien)
                    .map(Register.Kolom::naam)
                    .toList();
            teZien.forEach(naam -> nodig.add("gegeven." + GegevensPagina.sleutel(naam)));
            tabel.erbij().keySet().forEach(naam -> nodig.add("gegeven." + GegevensPagina.sleutel(naam)));
            if (!teZien.isEmpty() || !tabel.erbij().isEmpty()) {
                nodig.add("gegeven.tabel." + GegevensPagina.sleutel(tabel.naam()));
            }
        }

        assertThat(Teksten.in(Taal.NL).sleutels()).containsAll(nodig);
    }

    private List<Register.Tabel> vanIemand() {
        return Stream.of(Register.Van.values())
                .flatMap(wiens -> register.van(wiens).stream())
                .distinct()
                .toList();
    }

    /** An age band is all we ask of a young carer, and of nobody a number. */
    @Test
    void there_is_no_place_for_a_bsn_a_date_of_birth_or_a_parent() throws SQLException {
        assertThat(database().values().stream().flatMap(Set::stream))
                .noneMatch(kolom -> NOOIT.matcher(kolom).find());
    }

    @Test
    void whatever_tells_who_somebody_is_goes_when_they_go() {
        for (var tabel : vanIemand()) {
            if (tabel.wissen() == Register.Wissen.RIJ) {
                continue;
            }
            assertThat(tabel.kolommen())
                    .as(tabel.naam())
                    .filteredOn(kolom -> Set.of(
                                    Register.Categorie.NAAM,
                                    Register.Categorie.CONTACT,
                                    Register.Categorie.ZORG,
                                    Register.Categorie.VOORKEUR,
                                    Register.Categorie.VERSLEUTELD)
                            .contains(kolom.categorie()))
                    .noneMatch(kolom -> kolom.actie() == Register.Actie.BLIJFT);
        }
    }

    @Test
    void the_operator_can_set_a_term() {
        var anders = RegisterFactory.lees(Map.of("RESPIJT_BEWAAR_BERICHTEN", "6 maanden"));

        assertThat(register.soorten().get("berichten").termijn()).contains(Period.ofDays(30));
        assertThat(anders.soorten().get("berichten").termijn()).contains(Period.ofMonths(6));
        assertThat(anders.tabellen())
                .filteredOn(tabel -> tabel.naam().equals("bericht"))
                .allSatisfy(tabel -> assertThat(tabel.soort().termijn()).contains(Period.ofMonths(6)));
    }

    @ParameterizedTest
    @CsvSource({
        "RESPIJT_BEWAAR_BERICHTEN, eeuwig",
        "RESPIJT_BEWAAR_BERICHTEN, 0 dagen",
        "RESPIJT_BEWAAR_BERICHTEN, 30",
        "RESPIJT_BEWAAR_BERICHT, 30 dagen",
        "RESPIJT_BEWAAR_ANTWOORDEN, 30 dagen"
    })
    void a_term_that_is_none_stops_the_start(String naam, String waarde) {
        assertThatThrownBy(() -> RegisterFactory.lees(Map.of(naam, waarde)))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining(naam)
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_register_with_faults_names_each_with_its_line() {
        var tekst = """
                soorten:
                  afspraken: {termijn: lang, uitleg: x}
                tabellen:
                  boeking:
                    van: iemand
                    soort: afspraken
                    wissen: kolommen
                    doel: x
                    grond: overeenkomst
                    ziet: niemand
                    persoonlijk:
                      naam: {categorie: naam, wissen: anonimiseer}
                zonderPersonen: {moment: [id]}
                """;

        assertThatThrownBy(() -> RegisterLezer.lees("proef", tekst, Map.of()))
                .isInstanceOf(StartFout.class)
                .hasMessageContainingAll("proef regel 2", "proef regel 5", "proef regel 12");
    }
}

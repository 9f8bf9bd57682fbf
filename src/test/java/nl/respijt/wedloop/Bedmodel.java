package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The beds as one would keep them on paper: of each bed and night who has it. A trigger of the test writes down each change
 * of a night in the order in which the database made it; the model does the same on paper, and fails where two had one bed, a
 * hold went by itself, or what was answered is not what was kept.
 */
final class Bedmodel {
    /** Of an intake for which no bed is looked for any more. */
    private static final Set<String> VOORBIJ = Set.of("ingetrokken", "afgewezen", "verlopen");

    /** What a house was asked. */
    private record Vraag(UUID gast, UUID huis) {}

    private record Plek(UUID bed, LocalDate nacht) {}

    /** Who has a night, and how; nobody when it is free. */
    private record Stand(String status, UUID aanbieding) {}

    private record Aanbod(
            UUID id,
            UUID gast,
            UUID huis,
            LocalDate van,
            LocalDate tot,
            String status,
            OffsetDateTime verlooptOp,
            OffsetDateTime op) {
        Set<LocalDate> nachten() {
            return van.datesUntil(tot).collect(Collectors.toSet());
        }
    }

    private final Map<Plek, Stand> bezet = new HashMap<>();
    private final Map<UUID, Set<LocalDate>> gehouden = new HashMap<>();
    private final Map<UUID, Set<LocalDate>> genomen = new HashMap<>();
    private final Map<UUID, Aanbod> aanbiedingen = new HashMap<>();

    private Bedmodel() {}

    /** From here on each change of a night is written down. */
    static void luister(Connection verbinding) throws SQLException {
        try (var opdracht = verbinding.createStatement()) {
            opdracht.execute("""
                    create table bedlog (nr bigint generated always as identity primary key, bed_id uuid, nacht date,
                                         was text, was_van uuid, wordt text, wordt_van uuid);
                    create function bedlog() returns trigger language plpgsql security definer as $$ begin
                        insert into bedlog (bed_id, nacht, was, was_van, wordt, wordt_van)
                        values (coalesce(new.bed_id, old.bed_id), coalesce(new.nacht, old.nacht),
                                old.status, old.aanbieding_id, new.status, new.aanbieding_id);
                        return null;
                    end $$;
                    create trigger bedlog after insert or update or delete on bednacht for each row execute function bedlog();
                    """);
        }
    }

    /** Replays all that was written down, and holds it against what is kept and against what was answered. */
    static Bedmodel speelNa(Connection verbinding) throws SQLException {
        var model = new Bedmodel();
        for (var aanbod : aanbiedingen(verbinding)) {
            model.aanbiedingen.put(aanbod.id(), aanbod);
        }
        try (var opdracht = verbinding.createStatement();
                var rijen = opdracht.executeQuery("select * from bedlog order by nr")) {
            while (rijen.next()) {
                model.doe(rijen);
            }
        }
        model.isZoInDeDatabase(verbinding);
        model.iederAanbodHeeftZijnNachten();
        model.iedereGastIsZoVer(verbinding);
        return model;
    }

    /** Each of these offers, that somebody was told of, was held for these nights, whatever became of it. */
    void gehouden(Map<UUID, Set<LocalDate>> verteld) {
        assertThat(verteld)
                .allSatisfy((id, nachten) -> assertThat(gehouden.getOrDefault(id, Set.of()))
                        .as("nights of offer %s", id)
                        .isEqualTo(nachten));
    }

    /** Each of these offers, that somebody was told is theirs, was taken whole. */
    void genomen(Collection<UUID> verteld) {
        assertThat(verteld)
                .allSatisfy(id -> assertThat(genomen.getOrDefault(id, Set.of()))
                        .as("nights of %s", id)
                        .containsAll(aanbod(id).nachten()));
    }

    long aantal(String status) {
        return aanbiedingen.values().stream()
                .filter(een -> een.status().equals(status))
                .count();
    }

    private void doe(ResultSet rij) throws SQLException {
        var plek = new Plek(rij.getObject("bed_id", UUID.class), rij.getObject("nacht", LocalDate.class));
        var was = stand(rij, "was");
        var wordt = stand(rij, "wordt");
        assertThat(bezet.get(plek)).as("%s before it became %s", plek, wordt).isEqualTo(was);
        if (wordt == null) {
            bezet.remove(plek);
            return;
        }
        if (was == null && wordt.status().equals("bezet")) {
            assertThat(genomen).as("a longer stay, %s", plek).containsKey(wordt.aanbieding());
        }
        if (was != null) {
            assertThat(wordt).as("%s was %s", plek, was).isEqualTo(new Stand("bezet", was.aanbieding()));
            assertThat(was.status()).isEqualTo("vastgehouden");
        }
        bezet.put(plek, wordt);
        (wordt.status().equals("bezet") ? genomen : gehouden)
                .computeIfAbsent(wordt.aanbieding(), _ -> new HashSet<>())
                .add(plek.nacht());
    }

    private static @Nullable Stand stand(ResultSet rij, String welke) throws SQLException {
        var status = rij.getString(welke);
        return status == null ? null : new Stand(status, rij.getObject(welke + "_van", UUID.class));
    }

    private void isZoInDeDatabase(Connection verbinding) throws SQLException {
        var gevonden = new HashMap<Plek, Stand>();
        try (var opdracht = verbinding.createStatement();
                var rijen = opdracht.executeQuery(
                        "select bed_id, nacht, status as is, aanbieding_id as is_van from bednacht")) {
            while (rijen.next()) {
                gevonden.put(
                        new Plek(rijen.getObject("bed_id", UUID.class), rijen.getObject("nacht", LocalDate.class)),
                        new Stand(rijen.getString("is"), rijen.getObject("is_van", UUID.class)));
            }
        }
        assertThat(gevonden).isEqualTo(bezet);
    }

    /** What is offered is held, what was chosen is theirs, and of all others nothing is kept. */
    private void iederAanbodHeeftZijnNachten() {
        var nu = new HashMap<UUID, Map<String, Set<LocalDate>>>();
        bezet.forEach((plek, stand) -> nu.computeIfAbsent(stand.aanbieding(), _ -> new HashMap<>())
                .computeIfAbsent(stand.status(), _ -> new HashSet<>())
                .add(plek.nacht()));
        for (var aanbod : aanbiedingen.values()) {
            var zijn = nu.getOrDefault(aanbod.id(), Map.of());
            switch (aanbod.status()) {
                case "aangeboden" ->
                    assertThat(zijn).as("%s", aanbod).isEqualTo(Map.of("vastgehouden", aanbod.nachten()));
                case "aanvaard" -> assertThat(zijn).as("%s", aanbod).isEqualTo(Map.of("bezet", aanbod.nachten()));
                default -> assertThat(zijn).as("%s", aanbod).isEmpty();
            }
            if (aanbod.status().equals("verlopen")) {
                assertThat(aanbod.op()).as("lapsed: %s", aanbod).isAfterOrEqualTo(aanbod.verlooptOp());
                assertThat(genomen).as("was theirs already").doesNotContainKey(aanbod.id());
            }
            if (aanbod.status().equals("afgewezen")) {
                assertThat(genomen).as("was theirs already").doesNotContainKey(aanbod.id());
            }
        }
    }

    /**
     * How far somebody is, follows from what is offered to them and what they chose. What was held for them was freed because
     * they chose another, because it is over, or because that house said no; not because another house did.
     */
    private void iedereGastIsZoVer(Connection verbinding) throws SQLException {
        var geweigerd = geweigerd(verbinding);
        var perGast = aanbiedingen.values().stream().collect(Collectors.groupingBy(Aanbod::gast));
        try (var opdracht = verbinding.createStatement();
                var rijen = opdracht.executeQuery("select id, status, wmo_gebruikt, wmo_nachten from aanmelding")) {
            while (rijen.next()) {
                var van = perGast.getOrDefault(rijen.getObject("id", UUID.class), List.of());
                var open = van.stream()
                        .filter(een -> een.status().equals("aangeboden"))
                        .toList();
                var gekozen = van.stream()
                        .filter(een -> een.status().equals("aanvaard"))
                        .toList();
                var status = rijen.getString("status");
                if (gekozen.isEmpty() && !VOORBIJ.contains(status)) {
                    assertThat(van)
                            .filteredOn(een -> een.status().equals("vrijgegeven"))
                            .as("gone by itself, of who is %s", status)
                            .allMatch(een -> geweigerd.contains(new Vraag(een.gast(), een.huis())));
                }
                assertThat(open.isEmpty()).as("%s, %s", status, van).isEqualTo(!status.equals("aangeboden"));
                assertThat(gekozen)
                        .as("chosen by who is %s", status)
                        .hasSize(
                                List.of("geaccepteerd", "bevestigd", "verblijft", "afgerond")
                                                .contains(status)
                                        ? 1
                                        : 0);
                assertThat(rijen.getInt("wmo_gebruikt"))
                        .as("nights of the decision used by who is %s", status)
                        .isEqualTo(
                                status.equals("bevestigd")
                                        ? gekozen.getFirst().nachten().size()
                                        : 0)
                        .isBetween(0, Math.max(0, rijen.getInt("wmo_nachten")));
            }
        }
    }

    /** The questions that a house said no to. */
    private static Set<Vraag> geweigerd(Connection verbinding) throws SQLException {
        var gevonden = new HashSet<Vraag>();
        try (var opdracht = verbinding.createStatement();
                var rijen = opdracht.executeQuery(
                        "select aanmelding_id, logeerhuis_id from uitzetting where status = 'afgewezen'")) {
            while (rijen.next()) {
                gevonden.add(new Vraag(
                        rijen.getObject("aanmelding_id", UUID.class), rijen.getObject("logeerhuis_id", UUID.class)));
            }
        }
        return gevonden;
    }

    private Aanbod aanbod(UUID id) {
        var aanbod = aanbiedingen.get(id);
        assertThat(aanbod).as("offer %s, which somebody was told of", id).isNotNull();
        return aanbod;
    }

    private static List<Aanbod> aanbiedingen(Connection verbinding) throws SQLException {
        var gevonden = new ArrayList<Aanbod>();
        try (var opdracht = verbinding.createStatement();
                var rijen = opdracht.executeQuery("select * from aanbieding")) {
            while (rijen.next()) {
                gevonden.add(new Aanbod(
                        rijen.getObject("id", UUID.class),
                        rijen.getObject("aanmelding_id", UUID.class),
                        rijen.getObject("logeerhuis_id", UUID.class),
                        rijen.getObject("van", LocalDate.class),
                        rijen.getObject("tot", LocalDate.class),
                        rijen.getString("status"),
                        rijen.getObject("verloopt_op", OffsetDateTime.class),
                        rijen.getObject("gewijzigd_op", OffsetDateTime.class)));
            }
        }
        return gevonden;
    }
}

package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The waiting list as one would keep it on paper: a number of free places and a line of people. It reads what happened to
 * one moment, in the order in which it happened (the history is written while the moment is held), does the same on
 * paper, and fails where the service served anybody else, lost a place, or left one free that somebody waits for.
 */
final class Wachtmodel {
    private record Gebeurtenis(String ding, UUID id, String wat, int personen) {}

    private final UUID moment;
    private final int plaatsen;
    private int vrij;

    /** Who waits, first one first, and who was offered a place; each with how many they are. */
    private final Map<UUID, Integer> rij = new LinkedHashMap<>();

    private final Map<UUID, Integer> aanbiedingen = new HashMap<>();
    private final Map<UUID, Integer> geboekt = new HashMap<>();
    private final List<UUID> voorbijgegaan = new ArrayList<>();

    private int annuleringen;
    private int verlopen;
    private int aangeboden;

    private Wachtmodel(UUID moment, int plaatsen) {
        this.moment = moment;
        this.plaatsen = plaatsen;
        vrij = plaatsen;
    }

    /** Replays what happened to a moment and holds it against what is in the database now. */
    static Wachtmodel speelNa(Connection verbinding, UUID moment) throws SQLException {
        var model = new Wachtmodel(moment, getal(verbinding, "select plaatsen from moment where id = ?", moment));
        for (var gebeurtenis : gebeurtenissen(verbinding, moment)) {
            model.doe(gebeurtenis);
        }
        model.niemandWachtVoorNiets();
        model.isZoInDeDatabase(verbinding);
        return model;
    }

    int annuleringen() {
        return annuleringen;
    }

    int verlopen() {
        return verlopen;
    }

    int aangeboden() {
        return aangeboden;
    }

    private void doe(Gebeurtenis g) {
        var watErbijHoort = List.of("aangeboden", "voorbijgegaan", "verlopen").contains(g.wat());
        if (!watErbijHoort) {
            niemandWachtVoorNiets();
            voorbijgegaan.clear();
        }
        switch (g.ding() + " " + g.wat()) {
            case "boeking geboekt" -> {
                if (!aanbiedingen.containsKey(g.id())) { // else it is what came of an offer
                    assertThat(g.personen()).as("places free for %s", g).isLessThanOrEqualTo(vrij);
                    vrij -= g.personen();
                    geboekt.put(g.id(), g.personen());
                }
            }
            case "boeking geannuleerd" -> {
                vrij += neem(geboekt, g);
                annuleringen++;
            }
            case "wachtplek in-rij" -> {
                assertThat(g.personen())
                        .as("waits although there is room: %s", g)
                        .isGreaterThan(vrij);
                rij.put(g.id(), g.personen());
            }
            case "wachtplek voorbijgegaan" -> voorbijgegaan.add(g.id());
            case "wachtplek aangeboden" -> bied(g);
            case "wachtplek aanvaard" -> geboekt.put(g.id(), neem(aanbiedingen, g));
            case "wachtplek afgewezen" -> vrij += neem(aanbiedingen, g);
            case "wachtplek verlopen" -> {
                vrij += neem(aanbiedingen, g);
                verlopen++;
            }
            case "wachtplek ingetrokken" -> neem(rij, g);
            default -> throw new AssertionError("did not expect " + g);
        }
        assertThat(vrij).as("free after %s", g).isBetween(0, plaatsen);
    }

    /** The first who fits, and everybody before them was written down as passed over. */
    private void bied(Gebeurtenis g) {
        var teGroot = new ArrayList<UUID>();
        for (var wachtende : rij.entrySet()) {
            if (wachtende.getValue() <= vrij) {
                assertThat(g.id()).as("who is first in line and fits").isEqualTo(wachtende.getKey());
                assertThat(voorbijgegaan).as("passed over for %s", g).containsAll(teGroot);
                vrij -= neem(rij, g);
                aanbiedingen.put(g.id(), g.personen());
                aangeboden++;
                return;
            }
            teGroot.add(wachtende.getKey());
        }
        throw new AssertionError("offered to who does not wait, or does not fit: " + g);
    }

    private void niemandWachtVoorNiets() {
        assertThat(rij.values())
                .as("who waits although there is room for them")
                .noneMatch(personen -> personen <= vrij);
    }

    private static int neem(Map<UUID, Integer> uit, Gebeurtenis g) {
        var personen = uit.remove(g.id());
        assertThat(personen).as("%s, which was not so before", g).isNotNull();
        return personen;
    }

    private void isZoInDeDatabase(Connection verbinding) throws SQLException {
        assertThat(getal(verbinding, "select bezet from moment where id = ?", moment))
                .as("bezet")
                .isEqualTo(plaatsen - vrij);
        assertThat(ids(
                        verbinding,
                        "select id from wachtplek where ding_id = ? and status = 'wacht' order by volgnummer",
                        moment))
                .as("the line")
                .containsExactlyElementsOf(rij.keySet());
        assertThat(ids(verbinding, "select id from wachtplek where ding_id = ? and status = 'aangeboden'", moment))
                .as("places that are kept")
                .containsExactlyInAnyOrderElementsOf(aanbiedingen.keySet());
        assertThat(ids(
                        verbinding,
                        "select id from boeking where moment_id = ? and status in ('aangevraagd', 'bevestigd')",
                        moment))
                .as("places that are taken")
                .containsExactlyInAnyOrderElementsOf(geboekt.keySet());
    }

    private static List<Gebeurtenis> gebeurtenissen(Connection verbinding, UUID moment) throws SQLException {
        try (var vraag = verbinding.prepareStatement("""
                select g.ding, g.ding_id, g.wat, coalesce(b.personen, w.personen) as personen
                from gebeurtenis g
                left join boeking b on g.ding = 'boeking' and b.id = g.ding_id
                left join wachtplek w on g.ding = 'wachtplek' and w.id = g.ding_id
                where b.moment_id = ? or w.ding_id = ?
                order by g.id
                """)) {
            vraag.setObject(1, moment);
            vraag.setObject(2, moment);
            var alle = new ArrayList<Gebeurtenis>();
            try (var rijen = vraag.executeQuery()) {
                while (rijen.next()) {
                    alle.add(new Gebeurtenis(
                            rijen.getString("ding"),
                            rijen.getObject("ding_id", UUID.class),
                            rijen.getString("wat"),
                            rijen.getInt("personen")));
                }
            }
            return alle;
        }
    }

    private static int getal(Connection verbinding, String sql, UUID id) throws SQLException {
        try (var vraag = bind(verbinding, sql, id);
                var rijen = vraag.executeQuery()) {
            rijen.next();
            return rijen.getInt(1);
        }
    }

    private static List<UUID> ids(Connection verbinding, String sql, UUID id) throws SQLException {
        var alle = new ArrayList<UUID>();
        try (var vraag = bind(verbinding, sql, id);
                ResultSet rijen = vraag.executeQuery()) {
            while (rijen.next()) {
                alle.add(rijen.getObject(1, UUID.class));
            }
        }
        return alle;
    }

    private static PreparedStatement bind(Connection verbinding, String sql, UUID id) throws SQLException {
        var vraag = verbinding.prepareStatement(sql);
        vraag.setObject(1, id);
        return vraag;
    }
}

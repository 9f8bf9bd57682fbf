package nl.respijt.inzage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows the chain of every day from its first line to its last: what was changed, taken out or put in shows. */
public final class Inzagecontrole {
    private static final String REGELS = """
            select dag, nummer, op, gebeurtenis, actor, naam, rol, organisatie, namens, betrokkene, object, object_id,
                   handeling, grond, reden, verzoek, vorige, hash
            from inzage order by dag, nummer
            """;

    /** Each day with the line it begins after; that one may be gone only when it was old enough to go. */
    private static final String DAGEN = """
            select d.dag, d.regels, d.slot, d.na_dag, d.na_regels, v.hash as na_hash, e.vorige as eerste,
                   d.na_dag < current_date - interval '5 years' as mocht_weg
            from inzage_dag d
            left join inzage v on v.dag = d.na_dag and v.nummer = d.na_regels
            left join inzage e on e.dag = d.dag and e.nummer = 1
            order by d.nummer
            """;

    /** A day as its row tells it; {@code begin} is what its first line must come after. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Dag(LocalDate dag, long regels, byte[] slot, byte[] begin) {}

    /** What came of it, in a sentence for the operator. */
    public sealed interface Uitkomst {
        /** {@code slot} is the hash of the last day: written down elsewhere, it also shows a chain that was made anew. */
        record Heel(int dagen, long regels, Optional<String> slot) implements Uitkomst {
            @Override
            public String zin() {
                return "inzage: heel, %d regels in %d dagen%s"
                        .formatted(
                                regels,
                                dagen,
                                slot.map(tekst -> "; slot van " + tekst).orElse(""));
            }
        }

        /** {@code nummer} is zero where a whole day is wrong. */
        record Gebroken(LocalDate dag, long nummer, String wat) implements Uitkomst {
            @Override
            public String zin() {
                return "inzage: NIET heel, %s van %s %s"
                        .formatted(nummer == 0 ? "de hele dag" : "regel " + nummer, dag, wat);
            }
        }

        String zin();
    }

    private Inzagecontrole() {}

    public static Uitkomst controleer(Connection verbinding) throws SQLException {
        verbinding.setReadOnly(true);
        verbinding.setAutoCommit(false);
        verbinding.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // lines may be added meanwhile
        var dagen = new LinkedHashMap<LocalDate, Dag>();
        var ontbreekt = leesDagen(verbinding, dagen);
        return ontbreekt.isPresent() ? ontbreekt.get() : volgRegels(verbinding, dagen);
    }

    private static Optional<Uitkomst> leesDagen(Connection verbinding, Map<LocalDate, Dag> dagen) throws SQLException {
        try (var vraag = verbinding.prepareStatement(DAGEN)) {
            var rijen = vraag.executeQuery();
            while (rijen.next()) {
                var naDag = rijen.getObject("na_dag", LocalDate.class);
                if (naDag != null && rijen.getBytes("na_hash") == null && !rijen.getBoolean("mocht_weg")) {
                    return gebroken(naDag, dagen.containsKey(naDag) ? rijen.getLong("na_regels") : 0, "ontbreekt");
                }
                var dag = rijen.getObject("dag", LocalDate.class);
                dagen.put(dag, new Dag(dag, rijen.getLong("regels"), rijen.getBytes("slot"), begin(rijen, dag, naDag)));
            }
            return Optional.empty();
        }
    }

    private static byte[] begin(ResultSet rijen, LocalDate dag, @Nullable LocalDate naDag) throws SQLException {
        if (naDag == null) {
            return Regel.begin(dag);
        }
        var naHash = rijen.getBytes("na_hash");
        return naHash == null // gone with the years: what the first line says is all that is left
                ? Objects.requireNonNullElseGet(rijen.getBytes("eerste"), () -> new byte[0])
                : Regel.begin(dag, naDag, rijen.getLong("na_regels"), naHash);
    }

    private static Uitkomst volgRegels(Connection verbinding, Map<LocalDate, Dag> dagen) throws SQLException {
        var over = new LinkedHashMap<>(dagen);
        try (var vraag = verbinding.prepareStatement(REGELS)) {
            vraag.setFetchSize(500);
            var rijen = vraag.executeQuery();
            var totaal = 0L;
            var verder = rijen.next();
            while (verder) {
                var dag = over.remove(rijen.getObject("dag", LocalDate.class));
                if (dag == null) {
                    return new Uitkomst.Gebroken(rijen.getObject("dag", LocalDate.class), 0, "is niet bekend");
                }
                var nummer = 0L;
                var vorige = dag.begin();
                do {
                    nummer++;
                    var regel = regel(rijen);
                    var fout = fout(regel, rijen, nummer, vorige);
                    if (fout.isPresent()) {
                        return new Uitkomst.Gebroken(dag.dag(), nummer, fout.get());
                    }
                    vorige = regel.hash(vorige);
                    verder = rijen.next();
                } while (verder && rijen.getObject("dag", LocalDate.class).equals(dag.dag()));
                if (nummer != dag.regels() || !Arrays.equals(dag.slot(), vorige)) {
                    return new Uitkomst.Gebroken(
                            dag.dag(), nummer + 1, "en verder passen niet bij het slot van de dag");
                }
                totaal += nummer;
            }
            return leeg(over.values()).orElse(heel(dagen, totaal));
        }
    }

    private static Optional<String> fout(Regel regel, ResultSet rij, long nummer, byte[] vorige) throws SQLException {
        if (regel.nummer() != nummer) {
            return Optional.of("ontbreekt");
        }
        if (!Arrays.equals(rij.getBytes("vorige"), vorige)) {
            return Optional.of("sluit niet aan op de regel ervoor");
        }
        return Arrays.equals(rij.getBytes("hash"), regel.hash(vorige)) ? Optional.empty() : Optional.of("is gewijzigd");
    }

    /** A day that counted lines, of which there is none. */
    private static Optional<Uitkomst> leeg(Collection<Dag> zonderRegels) {
        return zonderRegels.stream()
                .filter(dag -> dag.regels() > 0)
                .findFirst()
                .map(dag -> new Uitkomst.Gebroken(dag.dag(), 1, "ontbreekt, en alle volgende"));
    }

    private static Uitkomst heel(Map<LocalDate, Dag> dagen, long regels) {
        var slot = dagen.values().stream()
                .reduce((_, laatste) -> laatste)
                .map(dag -> dag.dag() + " " + HexFormat.of().formatHex(dag.slot()));
        return new Uitkomst.Heel(dagen.size(), regels, slot);
    }

    private static Optional<Uitkomst> gebroken(LocalDate dag, long nummer, String wat) {
        return Optional.of(new Uitkomst.Gebroken(dag, nummer, wat));
    }

    private static Regel regel(ResultSet rij) throws SQLException {
        return new Regel(
                rij.getObject("dag", LocalDate.class),
                rij.getLong("nummer"),
                rij.getTimestamp("op").toInstant(),
                rij.getString("gebeurtenis"),
                rij.getString("actor"),
                rij.getString("naam"),
                rij.getString("rol"),
                rij.getString("organisatie"),
                rij.getString("namens"),
                rij.getObject("betrokkene", UUID.class),
                rij.getString("object"),
                rij.getObject("object_id", UUID.class),
                rij.getString("handeling"),
                rij.getString("grond"),
                rij.getString("reden"),
                rij.getObject("verzoek", UUID.class));
    }
}

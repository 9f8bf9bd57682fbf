package nl.respijt.makelaar.vertaling;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** The texts that wait for somebody who grew up with their language, and those that were read as they are now. */
@Singleton
public final class Nakijklijst {
    /** How much of one bundle in one language is still to be read. */
    public record Deel(Taal taal, String bundel, int ongelezen, int alle) {}

    private final Transacties transacties;
    private final Klok klok;

    Nakijklijst(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /** Every bundle of every language but Dutch. */
    public List<Deel> delen() {
        var gelezen = gelezen();
        return vertalingen().stream()
                .flatMap(taal -> Teksten.bundels().stream().map(bundel -> {
                    var alle = alles(taal, bundel);
                    return new Deel(taal, bundel, ongelezen(alle, gelezen).size(), alle.size());
                }))
                .toList();
    }

    /** What of one bundle is still to be read. */
    public List<Vertaling> ongelezen(Taal taal, String bundel) {
        return ongelezen(alles(taal, bundel), gelezen());
    }

    /** Keeps that these were read, as they were shown. Returns how many. */
    public int meldGelezen(Collection<Vertaling> vertalingen) {
        return transacties.schrijf(handle -> {
            var groep = handle.prepareBatch("""
                    insert into tekst_nagekeken (taal, sleutel, hash, op) values (:taal, :sleutel, :hash, :op)
                    on conflict on constraint tekst_nagekeken_pkey do update set hash = excluded.hash, op = excluded.op
                    """);
            for (var vertaling : vertalingen) {
                groep.bind("taal", vertaling.taal().code())
                        .bind("sleutel", vertaling.sleutel())
                        .bind("hash", HexFormat.of().parseHex(vertaling.hash()))
                        .bind("op", klok.instant())
                        .add();
            }
            return Arrays.stream(groep.execute()).sum();
        });
    }

    /** The languages there are translations in. */
    static List<Taal> vertalingen() {
        return Arrays.stream(Taal.values()).filter(taal -> taal != Taal.NL).toList();
    }

    private static List<Vertaling> alles(Taal taal, String bundel) {
        return Teksten.sleutels(bundel).stream()
                .map(sleutel -> Vertaling.van(taal, sleutel))
                .toList();
    }

    private static List<Vertaling> ongelezen(List<Vertaling> alle, Set<Gelezen> gelezen) {
        return alle.stream()
                .filter(vertaling ->
                        !gelezen.contains(new Gelezen(vertaling.taal().code(), vertaling.sleutel(), vertaling.hash())))
                .toList();
    }

    private Set<Gelezen> gelezen() {
        return transacties.lees(handle -> handle.createQuery(
                        "select taal, sleutel, encode(hash, 'hex') as hash from tekst_nagekeken")
                .map((rij, _) -> new Gelezen(rij.getString("taal"), rij.getString("sleutel"), rij.getString("hash")))
                .set());
    }

    private record Gelezen(String taal, String sleutel, String hash) {}
}

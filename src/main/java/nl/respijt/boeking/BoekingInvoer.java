package nl.respijt.boeking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Fout;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;

/** Reads a wish for a place from a form or from JSON: the same fields, the same faults. */
public final class BoekingInvoer {
    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();

    private BoekingInvoer() {}

    /** The wish, or every fault in it. */
    public record Gelezen(Optional<BoekVerzoek> verzoek, List<Fout> fouten) {}

    /** Reads all fields; the key and who asks come from elsewhere, the language too when no field names it. */
    public static Gelezen lees(Velden velden, String sleutel, String door, Taal taalAndersDan) {
        var moment = velden.uuid("momentId").map(MomentId::new);
        if (moment.isEmpty() && velden.isLeeg("momentId")) {
            velden.fout("momentId", "fout.geen-moment");
        }
        return lees(velden, moment, sleutel, door, taalAndersDan);
    }

    /** As {@link #lees}, of a moment that the address names. */
    static Gelezen leesVoor(Velden velden, MomentId moment, String sleutel, String door, Taal taalAndersDan) {
        velden.negeer("momentId");
        return lees(velden, Optional.of(moment), sleutel, door, taalAndersDan);
    }

    private static Gelezen lees(
            Velden velden, Optional<MomentId> moment, String sleutel, String door, Taal taalAndersDan) {
        var naam = velden.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam");
        var contact = ContactLezer.lees(velden);
        var personen = velden.getal("personen", 1, BoekVerzoek.MAX_PERSONEN).orElse(1);
        var taal = velden.keuze("taal", TALEN).flatMap(Taal::van).orElse(taalAndersDan);
        var iemandMee = velden.jaNee("iemandMee").orElse(false);
        var thuis = thuis(velden);
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || moment.isEmpty() || contact.isEmpty()) {
            return new Gelezen(Optional.empty(), fouten);
        }
        return new Gelezen(
                Optional.of(new BoekVerzoek(
                        sleutel, moment.get(), naam, contact.get(), personen, taal, iemandMee, door, thuis)),
                fouten);
    }

    /** In JSON in an object of its own; in a form, which says that it asks for it, beside the others. */
    private static Optional<Thuisvraag> thuis(Velden velden) {
        return velden.zoals("thuis").equals("ja")
                ? Thuisinvoer.lees(velden)
                : velden.deel("thuis").flatMap(Thuisinvoer::lees);
    }
}

package nl.respijt.rooster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.MomentId;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Fout;
import nl.respijt.web.Velden;

/** Reads what staff ask of the API; nothing is used while there are faults. */
final class DienstInvoer {
    static final int MAX_REDEN = 500;
    static final int MAX_GROOTTE = 200;

    /** Without dates: from today, as far as openstellingen are planned. */
    private static final Duration STANDAARD = Duration.ofDays(26 * 7);

    private static final UUID GEEN = new UUID(0, 0);

    private DienstInvoer() {}

    record Vraag(DienstVraag vraag, List<Fout> fouten) {}

    record Plan(MomentId moment, GastheerId gastheer, List<Fout> fouten) {}

    record Aan(GastheerId gastheer, List<Fout> fouten) {}

    record Reden(Optional<String> reden, List<Fout> fouten) {
        String tekst() {
            return reden.orElse("");
        }
    }

    record Verplaatsing(Optional<Tijdvak> naar, List<Fout> fouten) {}

    record Blad(int pagina, int grootte, List<Fout> fouten) {}

    static Vraag vraag(Velden velden, Instant nu) {
        var periode = velden.periode(Tijdzone.beginVan(Tijdzone.datum(nu)), STANDAARD);
        var vraag = new DienstVraag(
                periode.van(),
                periode.tot(),
                velden.uuid("huis"),
                velden.uuid("gastheer").map(GastheerId::new));
        return new Vraag(vraag, velden.fouten());
    }

    static Plan plan(Velden velden) {
        var moment = id(velden, "momentId", "fout.geen-moment");
        var gastheer = id(velden, "gastheerId", "fout.geen-gastheer");
        return new Plan(new MomentId(moment), new GastheerId(gastheer), velden.fouten());
    }

    static Aan aan(Velden velden) {
        var gastheer = id(velden, "gastheerId", "fout.geen-gastheer");
        return new Aan(new GastheerId(gastheer), velden.fouten());
    }

    private static UUID id(Velden velden, String veld, String sleutelAlsLeeg) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, sleutelAlsLeeg);
        }
        return velden.uuid(veld).orElse(GEEN);
    }

    static Reden reden(Velden velden) {
        return new Reden(velden.tekst("reden", MAX_REDEN), velden.fouten());
    }

    static Reden verplichteReden(Velden velden) {
        var reden = velden.verplicht("reden", MAX_REDEN, "fout.geen-reden");
        return new Reden(Optional.of(reden), velden.fouten());
    }

    static Verplaatsing verplaatsing(Velden velden) {
        var begin = tijdstip(velden, "begin", "fout.geen-begin");
        var eind = tijdstip(velden, "eind", "fout.geen-eind");
        var naar = begin.flatMap(van -> eind.filter(van::isBefore).map(tot -> new Tijdvak(van, tot)));
        if (naar.isEmpty() && begin.isPresent() && eind.isPresent()) {
            velden.fout("eind", "fout.eind-voor-begin");
        }
        return new Verplaatsing(naar, velden.fouten());
    }

    /** Calendars and letters know whole minutes. */
    private static Optional<Instant> tijdstip(Velden velden, String veld, String sleutelAlsLeeg) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, sleutelAlsLeeg);
        }
        return velden.tijdstip(veld).flatMap(tijdstip -> {
            if (tijdstip.getSecond() == 0 && tijdstip.getNano() == 0) {
                return Optional.of(tijdstip.toInstant());
            }
            velden.fout(veld, "fout.geen-hele-minuut");
            return Optional.empty();
        });
    }

    static Blad blad(Velden velden) {
        var pagina = velden.getal("pagina", 1, 1_000_000).orElse(1);
        var grootte = velden.getal("grootte", 1, MAX_GROOTTE).orElse(50);
        return new Blad(pagina, grootte, velden.fouten());
    }
}

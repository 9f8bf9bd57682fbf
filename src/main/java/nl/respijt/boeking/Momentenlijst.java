package nl.respijt.boeking;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.respijt.boeking.MomentVraag.Momenten;
import nl.respijt.boeking.MomentVraag.Stuk;
import nl.respijt.tijd.Klok;

/** What the API answers to who looks for moments: those in the database, and stays among them for who asks for stays. */
@Singleton
final class Momentenlijst {
    /** One page of moments. */
    @Serdeable
    @Schema(name = "Momenten")
    record MomentenJson(List<MomentJson> momenten, int pagina, int grootte, int totaal) {}

    private record Rij(Instant begin, boolean elders, MomentJson moment) {}

    private final MomentService momenten;
    private final Logeermomenten logeren;
    private final Klok klok;

    Momentenlijst(MomentService momenten, Logeermomenten logeren, Klok klok) {
        this.momenten = momenten;
        this.logeren = logeren;
        this.klok = klok;
    }

    MomentenJson zoek(MomentInvoer.Gelezen gelezen) {
        var nu = klok.instant();
        var vraag = gelezen.vraag();
        var blad = gelezen.blad();
        var verblijven = gelezen.verblijven() ? logeren.zoek(vraag) : List.<Logeermoment>of();
        // Before the first of this page stand at most all stays: from so many moments earlier on the two are laid
        // together.
        var vanaf = Math.max(0, blad.overslaan() - verblijven.size());
        var gevonden = gelezen.momenten()
                ? momenten.zoek(vraag, new Stuk(vanaf, blad.overslaan() + blad.grootte() - vanaf))
                : new Momenten(List.of(), 0);
        return new MomentenJson(
                Stream.concat(
                                gevonden.momenten().stream().map(moment -> rij(moment, vraag, nu)),
                                verblijven.stream().map(verblijf -> rij(verblijf, vraag)))
                        .sorted(Comparator.comparing(Rij::begin).thenComparing(Rij::elders))
                        .skip(blad.overslaan() - (long) vanaf)
                        .limit(blad.grootte())
                        .map(Rij::moment)
                        .toList(),
                blad.pagina(),
                blad.grootte(),
                gevonden.totaal() + verblijven.size());
    }

    private static Rij rij(Moment moment, MomentVraag vraag, Instant nu) {
        var wijk = vraag.wijk().filter(moment::isIn);
        return new Rij(
                moment.tijdvak().van(),
                vraag.wijk().isPresent() && wijk.isEmpty(),
                MomentJson.van(moment, wijk.orElse(moment.wijk()), nu));
    }

    private static Rij rij(Logeermoment verblijf, MomentVraag vraag) {
        return new Rij(verblijf.tijdvak().van(), !verblijf.isIn(vraag), MomentJson.van(verblijf));
    }
}
